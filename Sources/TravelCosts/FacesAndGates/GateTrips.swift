package import HubModel

/// Trips by one way of travelling where there are no streets: the closed form of ``EstimatedTravel`` over the metres that a
/// straight line through gates takes, and the minutes that crossings take.
package struct GateTrips: TripSource {
    package let mode: JourneyMode
    package var areaCount: Int { paths.network.areas.count }
    package var siteCount: Int { paths.network.sites.count }
    package let paths: GatePaths
    private let isRural: [Bool]
    private let urban: EstimatedModel
    private let rural: EstimatedModel
    /// Metres of effort that the journey may take from an urban and from a rural home.
    private let urbanLimit: Double
    private let ruralLimit: Double

    /// - Parameters:
    ///   - mode: on foot, by bus or by car. Buses and cars use the crossings that carry them.
    ///   - network: areas, sites and gates.
    ///   - settlements: one an area.
    ///   - settings: the traveller's; the same keys as for the estimate from the straight line.
    ///   - longestMinutes: minutes on the clock one way, the mean of the way there and the way back; nil to go by
    ///     `journey.longest`, generalised minutes there and back.
    /// - Throws: `TravelError` when a parameter is missing or outside its range, or settlements do not match the areas.
    package init(
        mode: JourneyMode, network: FaceNetwork, settlements: [Settlement], settings: TravelSettings,
        longestMinutes: Double? = nil
    ) throws {
        guard network.areas.count == settlements.count else {
            throw TravelError(
                "There are \(network.areas.count) areas but \(settlements.count) settlement classes; give one an area.")
        }
        self.mode = mode
        urban = try EstimatedModel(.urban, settings)
        rural = try EstimatedModel(.rural, settings)
        isRural = settlements.map { $0 == .rural }
        let counted = try SettingsReader(settings).within("journey.longest", 0.1...EstimatedTravel.longestAllowed)
        // No metre takes less time than on the straightest streets, so a journey within a limit has an effort within it.
        let perMinute = 1 / (urban.walk.minutesPerMetre * max(urban.street.near, urban.street.far))
        paths = GatePaths(network, byVehicle: mode != .onFoot, metresPerMinute: perMinute)
        func limit(_ model: EstimatedModel) -> Double {
            Self.farthest { metres in
                if mode == .onFoot, model.street(metres) > model.walk.limit { return false }
                if let longestMinutes { return model.clockMinutes(mode, metres: metres) <= 2 * longestMinutes }
                return model.weightedMinutes(mode, metres: metres) <= counted
            }
        }
        (urbanLimit, ruralLimit) = (limit(urban), limit(rural))
    }

    package func trips(site: Int) -> SiteTrips {
        var result = SiteTrips()
        for reach in paths.reach(site: site, within: max(urbanLimit, ruralLimit)) {
            let area = Int(reach.area)
            let effort = reach.metres + paths.metresPerMinute * reach.minutes
            let (model, limit) = isRural[area] ? (rural, ruralLimit) : (urban, urbanLimit)
            guard effort <= limit,
                let trip = model.trip(mode, metres: reach.metres, crossingMinutes: reach.minutes)
            else { continue }
            result.areas.append(reach.area)
            result.trips.append(trip)
        }
        return result
    }

    /// The gates on the way from an area to a site, in the order met; nil when it is out of reach.
    package func gates(area: Int, site: Int) -> [FaceNetwork.Gate]? {
        paths.gates(area: area, site: site, within: isRural[area] ? ruralLimit : urbanLimit)
    }

    /// The most metres for which a condition holds that holds up to some point and not beyond; -1 when it never does.
    static func farthest(_ holds: (Double) -> Bool) -> Double {
        guard holds(0) else { return -1 }
        var (low, high) = (0.0, 1e8)
        if holds(high) { return high }
        while high - low > 1e-3 {
            let middle = (low + high) / 2
            if holds(middle) { low = middle } else { high = middle }
        }
        return low
    }
}

extension GateTrips {
    /// How far trips can be trusted, measured in Newport (South Wales) with its river and railway as barriers, a gate
    /// wherever a walker's way crosses one, and the default street ratios.
    ///
    /// On foot: 11,114 exact shortest walks whose estimate is within the adult's 4,828 m. Mean absolute error 9.8 %, nine
    /// in ten within 19.1 % (from the straight line alone: 10.4 and 21.4 %). Where river or railway lie between places less
    /// than 1.5 km apart, 12.2 % instead of 17.7 %, after the one factor that makes the median right. By bus the figures are
    /// those of ``EstimatedTravel/quality``; by car nothing was measured.
    package static let quality = TravelQuality(
        title: "estimated from the straight line by way of the crossings",
        errorBands: [.init(mode: "on foot", fraction: 0.2), .init(mode: "by bus", fraction: 0.5)],
        source: "measured on foot in Newport: nine in ten of 11,114 walks within 19.1 %, mean error 9.8 %; "
            + "by bus nine in ten within about 50 %; by car not measured"
    )
}
