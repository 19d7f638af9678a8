internal import HubModel

/// One demand point's sites in levels of rising burden: level k costs `values[k]`, and everything before it less.
struct PrefixChain {
    /// Active site numbers of each level.
    private(set) var levels: [[Int]] = []
    /// f(minutes) of each level, strictly rising.
    private(set) var values: [Int64] = []
    /// Levels whose minutes are at most the coverage limit; 0 without one.
    private(set) var coveredLevels = 0

    /// - Parameters:
    ///   - limit: where coverage ends; f must separate minutes on its two sides.
    init(
        area: Int, household: Household, sites: [UInt32], travel: any TravelTable, burden: BurdenFunction,
        limit: TenthMinutes?
    ) {
        let minutes = Self.minutes(area: area, household: household, sites: sites, table: travel)
        for site in minutes.indices.sorted(by: { (minutes[$0], $0) < (minutes[$1], $1) }) {
            let value = burden(minutes[site])
            if values.last == value {
                levels[levels.count - 1].append(site)
            } else {
                levels.append([site])
                values.append(value)
                if let limit, minutes[site] <= limit { coveredLevels += 1 }
            }
        }
    }

    private static func minutes(
        area: Int, household: Household, sites: [UInt32], table: some TravelTable
    ) -> [TenthMinutes] {
        sites.map { table.minutes(area: area, household: household, site: Int($0)) }
    }
}
