internal import HubModel

/// Turns minutes into what a demand row adds to the objective: w₀ · f(minutes without a car) + w₁ · f(minutes with one).
///
/// The households of one area share a row when both kinds order the sites alike, since then one site is nearest for
/// both and the sum is exact. Where the orders differ they become two rows.
struct ContributionSource: Sendable {
    typealias Row = DemandRow

    /// One row as read: pairs by contribution, then by site number.
    struct Reading: Sendable {
        var row: Row
        var sites: [UInt32]
        var values: [Int64]
        /// Every absent site that may be opened adds at least this much.
        var radius: Int64
        /// Whether every absent site adds exactly the radius, so that nothing is lost by its absence.
        var isRadiusExact: Bool
    }

    let travel: any TravelTable
    let burden: BurdenFunction
    let weights: [Int64]
    /// Sites that may be opened.
    let isAllowed: [Bool]
    /// Most that all rows together can add; fits with room to spare.
    let most: Int64
    /// Whether what any site adds to any row is a multiple of the row's unit that fits 4 bytes.
    let isNarrow: Bool

    /// Largest contribution of one row that a double holds exactly.
    static let largestValue: Int64 = 1 << 53
    /// Largest sum of contributions that the engine's exact integers take.
    static let largestTotal: Int64 = 1 << 60

    /// - Throws: a sentence when weights are negative, do not fit the areas, or make sums too large for exact integers.
    init(_ service: ServiceProblem) throws(PlacementError) {
        guard service.travel.areaCount * 2 == service.weights.count, service.travel.siteCount == service.siteCount
        else {
            throw PlacementError(
                """
                The travel table of \(service.id) has \(service.travel.areaCount) areas and \(service.travel.siteCount) \
                sites, but the problem has \(service.areaCount) areas and \(service.siteCount) sites. Make both from \
                the same region.
                """)
        }
        try service.burden.checkShape(of: service.id)
        travel = service.travel
        burden = service.burden
        weights = service.weights
        var allowed = [Bool](repeating: true, count: service.siteCount)
        for site in service.lockedOut { allowed[Int(site)] = false }
        isAllowed = allowed
        // Weights are multiplied by other things than burdens, too.
        let longest = max(1, service.burden(service.travel.longest))
        var total: Int64 = 0
        var isNarrow = true
        for area in 0..<service.areaCount {
            let (withoutCar, withCar) = (service.weights[2 * area], service.weights[2 * area + 1])
            guard withoutCar >= 0, withCar >= 0 else {
                throw PlacementError("A weight of \(service.id) is below zero in area \(area); weights count children.")
            }
            let (weight, overflow) = withoutCar.addingReportingOverflow(withCar)
            let (value, tooLarge) = weight.multipliedReportingOverflow(by: longest)
            total = total.addingReportingOverflow(value).overflow ? .max : total + value
            guard !overflow, !tooLarge, value <= Self.largestValue, total <= Self.largestTotal else {
                throw PlacementError(
                    """
                    The weights of \(service.id) times its longest journey are too large for exact whole numbers: give \
                    the weights in larger units, or shorten the longest journey.
                    """)
            }
            if weight > 0, value / greatestCommonDivisor(withoutCar, withCar) > Int64(UInt32.max) { isNarrow = false }
        }
        most = total
        self.isNarrow = isNarrow
    }

    /// What a row's values are multiples of; 1 where multiples would not fit 4 bytes in every row.
    func unit(_ row: Row) -> Int64 { isNarrow ? greatestCommonDivisor(row.withoutCar, row.withCar) : 1 }

    /// Bytes of a pair: its site and its multiple.
    var bytesPerPair: Int { isNarrow ? 8 : 12 }

    /// The same for some of the sites, ascending, numbered anew in their order.
    func restricted(to sites: [UInt32]) -> ContributionSource {
        ContributionSource(
            travel: travel.restricted(to: sites), burden: burden, weights: weights,
            isAllowed: sites.map { isAllowed[Int($0)] }, most: most, isNarrow: isNarrow)
    }

    private init(
        travel: any TravelTable, burden: BurdenFunction, weights: [Int64], isAllowed: [Bool], most: Int64,
        isNarrow: Bool
    ) {
        (self.travel, self.burden, self.weights) = (travel, burden, weights)
        (self.isAllowed, self.most, self.isNarrow) = (isAllowed, most, isNarrow)
    }

    /// The contribution of a row at any site, through the table.
    func value(_ row: Row, site: Int) -> Int64 {
        let area = Int(row.area)
        var value: Int64 = 0
        if row.withoutCar > 0 {
            value += row.withoutCar * burden(travel.minutes(area: area, household: .withoutCar, site: site))
        }
        if row.withCar > 0 {
            value += row.withCar * burden(travel.minutes(area: area, household: .withCar, site: site))
        }
        return value
    }

    /// Reads an area's demand rows with at least `count` of its sites; none when nobody lives there.
    func read(area: Int, count: Int, scratch: inout TravelRow) -> [Reading] {
        let row = Row(area: UInt32(area), withoutCar: weights[2 * area], withCar: weights[2 * area + 1])
        guard row.weight > 0 else { return [] }
        var wanted = min(count, travel.siteCount)
        travel.nearest(area: area, count: wanted, into: &scratch)
        while wanted < travel.siteCount, stopsShortOfAStep(scratch, row: row), wanted < 8 * count {
            wanted = min(2 * wanted, travel.siteCount)
            travel.nearest(area: area, count: wanted, into: &scratch)
        }
        if row.withoutCar > 0, row.withCar > 0, !ordersAgree(scratch) {
            return [
                reading(Row(area: row.area, withoutCar: row.withoutCar, withCar: 0), scratch),
                reading(Row(area: row.area, withoutCar: 0, withCar: row.withCar), scratch),
            ]
        }
        return [reading(row, scratch)]
    }

    /// Whether the burden still has a step beyond the row: the bound needs every site within it.
    private func stopsShortOfAStep(_ travelRow: TravelRow, row: Row) -> Bool {
        let beyond: TenthMinutes
        switch burden {
        case .mean: return false
        case .reach(let limit, _): beyond = limit + 1
        case .steps(let thresholds, _): beyond = thresholds.last ?? 0
        }
        return (row.withoutCar > 0 && travelRow.absentWithoutCar < beyond)
            || (row.withCar > 0 && travelRow.absentWithCar < beyond)
    }

    private func ordersAgree(_ travelRow: TravelRow) -> Bool {
        for k in travelRow.sites.indices.dropFirst()
        where travelRow.withoutCar[k] < travelRow.withoutCar[k - 1] || travelRow.withCar[k] < travelRow.withCar[k - 1] {
            return false
        }
        return true
    }

    private func reading(_ row: Row, _ travelRow: TravelRow) -> Reading {
        let longest = travel.longest
        let isComplete = travelRow.sites.count >= travel.siteCount
        var pairs: [(value: Int64, site: UInt32)] = []
        pairs.reserveCapacity(travelRow.sites.count)
        var isSorted = true
        for k in travelRow.sites.indices where isAllowed[Int(travelRow.sites[k])] {
            let value = row.withoutCar * burden(travelRow.withoutCar[k]) + row.withCar * burden(travelRow.withCar[k])
            if let last = pairs.last, (value, travelRow.sites[k]) < last { isSorted = false }
            pairs.append((value, travelRow.sites[k]))
        }
        if !isSorted { pairs.sort { $0 < $1 } }
        var radius =
            row.withoutCar * burden(min(travelRow.absentWithoutCar, longest))
            + row.withCar * burden(min(travelRow.absentWithCar, longest))
        let isExact: Bool
        let farthest = row.weight * burden(longest)
        if isComplete {
            // Nothing is absent: the costliest site is as far as a multiplier need ever go.
            radius = pairs.last?.value ?? farthest
            isExact = true
        } else if radius == farthest {
            // What is absent costs the most there is, so what costs as much may be absent too.
            isExact = true
            while let last = pairs.last, last.value >= radius { pairs.removeLast() }
        } else {
            isExact = false
        }
        return Reading(
            row: row, sites: pairs.map(\.site), values: pairs.map(\.value), radius: radius, isRadiusExact: isExact)
    }
}
