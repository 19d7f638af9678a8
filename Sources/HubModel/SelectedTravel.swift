/// Some of another table's sites, numbered anew.
package struct SelectedTravel: TravelTable {
    private let whole: any TravelTable
    private let sites: [UInt32]

    package var areaCount: Int { whole.areaCount }
    package var siteCount: Int { sites.count }
    package var longest: TenthMinutes { whole.longest }
    package var ordersHouseholdsAlike: Bool { whole.ordersHouseholdsAlike }

    /// - Parameters:
    ///   - whole: the table of all sites.
    ///   - sites: numbers in the whole table, ascending.
    package init(_ whole: any TravelTable, sites: [UInt32]) {
        self.whole = whole
        self.sites = sites
    }

    package func minutes(area: Int, household: Household, site: Int) -> TenthMinutes {
        whole.minutes(area: area, household: household, site: Int(sites[site]))
    }

    /// All of the sites, whatever `count` says: nothing is known of their order but by looking at each.
    package func nearest(area: Int, count: Int, into row: inout TravelRow) {
        let both = sites.indices.map { site in
            (
                withoutCar: minutes(area: area, household: .withoutCar, site: site),
                withCar: minutes(area: area, household: .withCar, site: site), site: UInt32(site)
            )
        }.sorted {
            (UInt64($0.withoutCar) + UInt64($0.withCar), $0.site)
                < (UInt64($1.withoutCar) + UInt64($1.withCar), $1.site)
        }
        row.sites = both.map(\.site)
        row.withoutCar = both.map(\.withoutCar)
        row.withCar = both.map(\.withCar)
        row.absentWithoutCar = .max
        row.absentWithCar = .max
    }
}
