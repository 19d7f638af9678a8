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
    private let grid: SiteGrid
    /// Straight metres beyond which nobody travels so; below 0 where nobody does at all.
    private let reach: Double

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
        try EstimatedTravel.checkOnMap("area", areas)
        try EstimatedTravel.checkOnMap("site", sites)
        self.mode = mode
        self.areas = areas
        self.sites = sites
        let models = [try EstimatedModel(.urban, settings), try EstimatedModel(.rural, settings)]
        self.models = models
        isRural = settlements.map { $0 == .rural }
        let cost = try GeneralisedCost(settings)
        self.cost = cost
        grid = SiteGrid(areas)
        reach = GateTrips.farthest { metres in
            models.contains { Self.trip(mode, metres, $0, cost) != nil }
        }
    }

    /// nil where it cannot be made, or costs as much as the longest journey that is counted. It costs no less the farther
    /// it is.
    private static func trip(
        _ mode: JourneyMode, _ metres: Double, _ model: EstimatedModel, _ cost: GeneralisedCost
    ) -> Trip? {
        guard let trip = model.trip(mode, metres: metres, crossingMinutes: 0), cost.tenths(trip) < cost.longest else {
            return nil
        }
        return trip
    }

    /// Trips that cost less than the longest journey that is counted.
    package func trips(site: Int) -> SiteTrips {
        var found = SiteTrips()
        guard reach >= 0 else { return found }
        // A metre more than enough, so that no rounding hides an area; each is looked at again.
        var near = NearSites()
        grid.within(of: sites[site], squared: (reach + 1) * (reach + 1), into: &near) { _ in (0, 0) }
        for number in near.sites.prefix(near.count).sorted() {
            let area = Int(number)
            let metres = areas[area].distance(to: sites[site])
            guard let trip = Self.trip(mode, metres, models[isRural[area] ? 1 : 0], cost) else { continue }
            found.areas.append(number)
            found.trips.append(trip)
        }
        return found
    }
}
