package import HubModel

/// One way of travelling estimated from the straight line, as trips that stand beside those of streets or timetables.
///
/// The formulas are ``EstimatedTravel``'s; seconds and pence are rounded to whole ones here.
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
            guard let trip = trip(models[isRural[number] ? 1 : 0], metres: area.distance(to: sites[site])),
                cost.tenths(trip) < cost.longest
            else { continue }
            found.areas.append(UInt32(number))
            found.trips.append(trip)
        }
        return found
    }

    private func trip(_ model: EstimatedModel, metres: Double) -> Trip? {
        let streetMetres = model.street(metres)
        var trip = Trip(mode: mode)
        switch mode {
        case .onFoot:
            guard streetMetres <= model.walk.limit else { return nil }
            trip.walkSeconds = Self.seconds(2 * streetMetres * model.walk.minutesPerMetre)
        case .byBus:
            let waits: Double = metres > model.bus.direct ? 2 : 1
            trip.walkSeconds = Self.seconds(model.bus.walkMinutes)
            trip.waitSeconds = Self.seconds(model.bus.waitMinutes * waits)
            trip.rideSeconds = Self.seconds(model.bus.ride(metres))
            trip.interchanges = waits > 1 ? 2 : 0
            trip.pence = Self.whole(model.bus.pounds * 100)
        case .byCar:
            guard let car = model.car else { return nil }
            trip.rideSeconds = Self.seconds(car.ride(streetMetres))
            trip.parkingSeconds = Self.seconds(car.parking)
            trip.pence = Self.whole(streetMetres * car.poundsPerMetre * 100)
        default: return nil
        }
        return trip
    }

    private static func seconds(_ minutes: Double) -> Int32 { whole(minutes * 60) }

    /// Rounded, and held within what any journey can need.
    private static func whole(_ value: Double) -> Int32 { Int32(min(max(value, 0), 1e9).rounded()) }
}
