package import HubModel

/// One way of travelling estimated from the straight line, as trips that stand beside those of streets or timetables.
///
/// The formulas are ``EstimatedTravel``'s; seconds and pence are rounded to whole ones.
package struct EstimatedTrips: TripSource {
    package let mode: JourneyMode
    private let areas: [Point]
    private let sites: [Point]
    private let models: [EstimatedModel]
    private let isRural: [Bool]
    private let cost: GeneralisedCost

    package var areaCount: Int { areas.count }
    package var siteCount: Int { sites.count }

    /// - Parameters:
    ///   - mode: on foot, by bus or by car.
    ///   - areas: points in the study's coordinate system, metres.
    ///   - settlements: one an area.
    ///   - sites: in the same system.
    ///   - settings: of the traveller.
    /// - Throws: `TravelError` when a setting is missing or outside its range.
    package init(
        _ mode: JourneyMode, areas: [Point], settlements: [Settlement], sites: [Point], settings: TravelSettings
    ) throws {
        guard areas.count == settlements.count else {
            throw TravelError(
                "There are \(areas.count) areas but \(settlements.count) settlement classes; give one an area.")
        }
        self.mode = mode
        self.areas = areas
        self.sites = sites
        models = [try EstimatedModel(.urban, settings), try EstimatedModel(.rural, settings)]
        isRural = settlements.map { $0 == .rural }
        cost = try GeneralisedCost(settings)
    }

    /// Trips that cost less than the longest journey that is counted.
    package func trips(site: Int) -> SiteTrips {
        var found = SiteTrips()
        for (number, area) in areas.enumerated() {
            guard
                let trip = models[isRural[number] ? 1 : 0].trip(
                    mode, metres: area.distance(to: sites[site]), crossingMinutes: 0),
                cost.tenths(trip) < cost.longest
            else { continue }
            found.areas.append(UInt32(number))
            found.trips.append(trip)
        }
        return found
    }
}
