package import HubModel

/// A table that never hands out more of a row than it is asked for, so that rows stay incomplete on small problems.
///
/// Rows whose two kinds of household order the sites differently come whole, as the contract of a row asks.
package struct ShortRows: TravelTable {
    /// The same table with all of its rows.
    package let whole: any TravelTable

    package init(_ whole: any TravelTable) { self.whole = whole }

    package var areaCount: Int { whole.areaCount }
    package var siteCount: Int { whole.siteCount }
    package var longest: TenthMinutes { whole.longest }

    package func minutes(area: Int, household: Household, site: Int) -> TenthMinutes {
        whole.minutes(area: area, household: household, site: site)
    }

    package func nearest(area: Int, count: Int, into row: inout TravelRow) {
        whole.nearest(area: area, count: siteCount, into: &row)
        let agree = row.sites.indices.dropFirst().allSatisfy {
            row.withoutCar[$0] >= row.withoutCar[$0 - 1] && row.withCar[$0] >= row.withCar[$0 - 1]
        }
        guard agree, count < siteCount else { return }
        row.absentWithoutCar = row.withoutCar[count]
        row.absentWithCar = row.withCar[count]
        row.sites.removeLast(siteCount - count)
        row.withoutCar.removeLast(siteCount - count)
        row.withCar.removeLast(siteCount - count)
    }
}
