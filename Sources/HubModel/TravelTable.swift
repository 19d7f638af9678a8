/// One area's sites, nearest first.
///
/// The contract of a row: pairs sorted by minutes, and the minutes that every absent site costs at least.
package struct TravelRow: Sendable {
    /// Site numbers within the service, in non-decreasing minutes for either kind of household.
    package var sites: [UInt32] = []
    /// Minutes for each of `sites`, households without a car.
    package var withoutCar: [TenthMinutes] = []
    /// Minutes for each of `sites`, households with a car.
    package var withCar: [TenthMinutes] = []
    /// Every site absent from the row costs at least this much; `.max` when none is absent.
    package var absentWithoutCar: TenthMinutes = .max
    package var absentWithCar: TenthMinutes = .max

    package init() {}
}

/// Generalised minutes between areas and the sites of one service: what travel costs hand to placement.
///
/// A table may be a closed form over distance or a stored matrix: nobody needs to hold all pairs at once.
package protocol TravelTable: Sendable {
    var areaCount: Int { get }
    /// Sites of this service, numbered from 0 in the order of their ids.
    var siteCount: Int { get }
    /// No pair costs more than this: longer journeys are counted as this long.
    var longest: TenthMinutes { get }
    /// Fills `row` with at least `count` of the area's sites (all of them when there are fewer), nearest first.
    /// Sites that are equal for both kinds of household are in the order of their numbers; sites equal for one kind
    /// only are in the order of the other. A site absent from the row may cost as much as its last.
    func nearest(area: Int, count: Int, into row: inout TravelRow)
    /// Minutes of any pair, exactly as `nearest` gives them.
    func minutes(area: Int, household: Household, site: Int) -> TenthMinutes
    /// Every cost told in full for a certificate; nil when this table cannot do that.
    var specification: CostSpecification? { get }
    /// Whether for every area a site that is no farther than another for one kind of household is no farther for the
    /// other. Costs that grow with one distance are so.
    var ordersHouseholdsAlike: Bool { get }
    /// Fills `near` with every site that costs either kind of household at most `limit`, and maybe others, in any order.
    func within(area: Int, limit: TenthMinutes, into near: inout NearSites)
    /// The same travel to some of the sites, ascending, numbered anew in their order; the longest journey stays.
    func restricted(to sites: [UInt32]) -> any TravelTable
}

extension TravelTable {
    package var specification: CostSpecification? { nil }

    package var ordersHouseholdsAlike: Bool { false }

    package func within(area: Int, limit: TenthMinutes, into near: inout NearSites) {
        var row = TravelRow()
        var wanted = min(32, siteCount)
        nearest(area: area, count: wanted, into: &row)
        while min(row.absentWithoutCar, row.absentWithCar) <= limit, wanted < siteCount {
            wanted = min(4 * wanted, siteCount)
            nearest(area: area, count: wanted, into: &row)
        }
        near.fill(upTo: row.sites.count) { sites, withoutCar, withCar in
            for k in row.sites.indices {
                (sites[k], withoutCar[k], withCar[k]) = (row.sites[k], row.withoutCar[k], row.withCar[k])
            }
            return row.sites.count
        }
    }

    package func restricted(to sites: [UInt32]) -> any TravelTable { SelectedTravel(self, sites: sites) }
}

/// A stored matrix, for tests, small problems and imported costs.
package struct TravelMatrix: TravelTable {
    package let areaCount: Int
    package let siteCount: Int
    package let longest: TenthMinutes
    /// Row-major, areas × sites.
    private let withoutCar: [TenthMinutes]
    private let withCar: [TenthMinutes]

    package var specification: CostSpecification? {
        .matrix(withoutCar: withoutCar, withCar: withCar == withoutCar ? nil : withCar)
    }

    /// - Precondition: both arrays hold areaCount × siteCount values, row by row.
    package init(areaCount: Int, siteCount: Int, withoutCar: [TenthMinutes], withCar: [TenthMinutes]? = nil) {
        precondition(withoutCar.count == areaCount * siteCount)
        precondition((withCar ?? withoutCar).count == areaCount * siteCount)
        self.areaCount = areaCount
        self.siteCount = siteCount
        self.withoutCar = withoutCar
        self.withCar = withCar ?? withoutCar
        longest = max(self.withoutCar.max() ?? 0, self.withCar.max() ?? 0)
    }

    package func minutes(area: Int, household: Household, site: Int) -> TenthMinutes {
        switch household {
        case .withoutCar: withoutCar[area * siteCount + site]
        case .withCar: withCar[area * siteCount + site]
        }
    }

    /// The whole row whatever `count` says. Sorted by the sum of both kinds; a matrix whose two kinds
    /// disagree about the order is still exact, since the row is complete.
    package func nearest(area: Int, count: Int, into row: inout TravelRow) {
        let base = area * siteCount
        let order = (0..<siteCount).sorted { a, b in
            let left = UInt64(withoutCar[base + a]) + UInt64(withCar[base + a])
            let right = UInt64(withoutCar[base + b]) + UInt64(withCar[base + b])
            return (left, a) < (right, b)
        }
        row.sites = order.map { UInt32($0) }
        row.withoutCar = order.map { withoutCar[base + $0] }
        row.withCar = order.map { withCar[base + $0] }
        row.absentWithoutCar = .max
        row.absentWithCar = .max
    }
}
