package import HubModel

/// Generalised minutes estimated from the straight line, for every pair of area and site of one service.
///
/// Nothing is stored for a pair: rows and single minutes come from the same closed form, so they agree to the last
/// tenth, and England's 33,755 areas by 24,000 sites take the memory of their coordinates. All state is fixed at the
/// start, so any number of threads may ask at once.
package struct EstimatedTravel: TravelTable {
    package let longest: TenthMinutes
    package let settings: TravelSettings
    package var areaCount: Int { areas.count }
    package var siteCount: Int { sites.count }

    let areas: [Point]
    private(set) var sites: [Point]
    let isRural: [Bool]
    let urban: EstimatedModel
    let rural: EstimatedModel
    private var grid: SiteGrid

    /// The longest `journey.longest` in minutes: a day. With it, sums of children × tenths fit 64 bits for any country.
    package static let longestAllowed = 1440.0

    /// - Parameters:
    ///   - areas: population-weighted points in the study's projected coordinate system, metres.
    ///   - settlements: one an area.
    ///   - sites: the service's sites in the order of their ids, in the same system.
    /// - Throws: `TravelError` when a parameter is missing or outside its range, or a point is not on the map.
    package init(areas: [Point], settlements: [Settlement], sites: [Point], settings: TravelSettings) throws {
        guard areas.count == settlements.count else {
            throw TravelError(
                "There are \(areas.count) areas but \(settlements.count) settlement classes; give one an area.")
        }
        try Self.checkOnMap("area", areas)
        try Self.checkOnMap("site", sites)
        let minutes = try SettingsReader(settings).within("journey.longest", 0.1...Self.longestAllowed)
        longest = TenthMinutes((minutes * 10).rounded())
        urban = try EstimatedModel(.urban, settings)
        rural = try EstimatedModel(.rural, settings)
        isRural = settlements.map { $0 == .rural }
        grid = SiteGrid(sites)
        self.areas = areas
        self.sites = sites
        self.settings = settings
    }

    /// Exactly min(`count`, sites) sites by distance and then by number, put in the order of the contract: by minutes,
    /// and by site number where both kinds of household need the same. (Sites that are equal for one kind and not for
    /// the other are in the order of the other.) Absent sites cost at least what the next site costs.
    package func nearest(area: Int, count: Int, into row: inout TravelRow) {
        let kept = min(max(count, 0), siteCount)
        let found = grid.nearest(to: areas[area], count: kept + 1)
        let model = model(area)
        row.sites.removeAll(keepingCapacity: true)
        row.withoutCar.removeAll(keepingCapacity: true)
        row.withCar.removeAll(keepingCapacity: true)
        row.absentWithoutCar = .max
        row.absentWithCar = .max
        for (place, neighbour) in found.enumerated() {
            let minutes = tenths(model, squared: neighbour.squared)
            guard place < kept else {
                row.absentWithoutCar = minutes.withoutCar
                row.absentWithCar = minutes.withCar
                break
            }
            row.sites.append(neighbour.site)
            row.withoutCar.append(minutes.withoutCar)
            row.withCar.append(minutes.withCar)
        }
        Self.orderTies(in: &row)
    }

    /// Every cost grows with the straight line, for either kind of household.
    package var ordersHouseholdsAlike: Bool { true }

    package func within(area: Int, limit: TenthMinutes, into near: inout NearSites) {
        let model = model(area)
        let squared = farthest(limit, model)
        grid.within(of: areas[area], squared: squared, into: &near) { squared in tenths(model, squared: squared) }
    }

    package func restricted(to chosen: [UInt32]) -> any TravelTable {
        var part = self
        part.sites = chosen.map { sites[Int($0)] }
        part.grid = SiteGrid(part.sites)
        return part
    }

    /// No site that costs either kind of household at most `limit` is farther away than this, squared.
    private func farthest(_ limit: TenthMinutes, _ model: EstimatedModel) -> Double {
        guard limit < longest else { return .infinity }
        // Costs grow with distance, so halving finds where the cheaper one passes the limit.
        var (low, high) = (0.0, 1.0)
        func isWithin(_ metres: Double) -> Bool {
            let minutes = tenths(model, squared: metres * metres)
            return min(minutes.withoutCar, minutes.withCar) <= limit
        }
        while isWithin(high), high < Point.furthest * 4 { high *= 2 }
        while high - low > 1 {
            let middle = (low + high) / 2
            if isWithin(middle) { low = middle } else { high = middle }
        }
        return high * high * (1 + 1e-9)
    }

    package func minutes(area: Int, household: Household, site: Int) -> TenthMinutes {
        let minutes = tenths(model(area), squared: squaredMetres(area: area, site: site))
        return household == .withCar ? minutes.withCar : minutes.withoutCar
    }

    /// The cost of one pair taken apart; the tenths of the parts sum to `minutes` exactly.
    package func parts(area: Int, household: Household, site: Int) -> JourneyParts {
        let metres = squaredMetres(area: area, site: site).squareRoot()
        let journey = model(area).journey(metres, household)
        let whole = minutes(area: area, household: household, site: site)
        let shares = JourneyParts.Part.allCases.map { journey.cost[$0] ?? 0 }
        return JourneyParts(
            mode: journey.mode,
            tenths: largestRemainder(of: whole, by: shares),
            pounds: journey.pounds,
            clockMinutes: journey.clockMinutes,
            homeMinutes: journey.homeMinutes,
            isCut: shares.reduce(0, +) * 10 + 0.5 >= Double(longest) + 1
        )
    }

    @inline(__always)
    func model(_ area: Int) -> EstimatedModel { isRural[area] ? rural : urban }

    /// Squared straight line between an area and a site, exactly as rows order by it.
    @inline(__always)
    func squaredMetres(area: Int, site: Int) -> Double {
        SiteGrid.squared(sites[site].x - areas[area].x, sites[site].y - areas[area].y)
    }

    /// Rounded half up and cut, once, at the end; both keep the order.
    @inline(__always)
    func tenths(
        _ model: EstimatedModel, squared: Double
    ) -> (withoutCar: TenthMinutes, withCar: TenthMinutes) {
        let minutes = model.minutes(squared.squareRoot())
        return (whole(minutes.withoutCar), whole(minutes.withCar))
    }

    @inline(__always)
    func whole(_ minutes: Double) -> TenthMinutes {
        TenthMinutes(min((minutes * 10 + 0.5).rounded(.down), Double(longest)))
    }

    /// Sorts each run of sites that are equal for both kinds by site number.
    private static func orderTies(in row: inout TravelRow) {
        var start = 0
        while start < row.sites.count {
            var end = start + 1
            while end < row.sites.count, row.withoutCar[end] == row.withoutCar[start],
                row.withCar[end] == row.withCar[start]
            {
                end += 1
            }
            if end - start > 1 { row.sites[start..<end].sort() }
            start = end
        }
    }

    static func checkOnMap(_ what: String, _ points: [Point]) throws {
        guard let wrong = points.firstIndex(where: { !$0.isOnMap }) else { return }
        throw TravelError.notOnTheMap(what, wrong + 1, points[wrong].x, points[wrong].y)
    }
}
