internal import HubModel

/// One demand point's sites in levels of rising burden: level k costs `values[k]`, and everything before it less.
///
/// Filled again for each demand point, so that a model of tens of thousands of them allocates once.
struct PrefixChain {
    /// Active site numbers, nearest first, ties by number.
    private(set) var order: [Int] = []
    /// Where each level ends in `order`.
    private(set) var ends: [Int] = []
    /// f(minutes) of each level, strictly rising.
    private(set) var values: [Int64] = []
    /// Levels whose minutes are at most the coverage limit; 0 without one.
    private(set) var coveredLevels = 0
    /// Minutes above the site number, so that one sort orders both.
    private var keys: [UInt64] = []

    func sites(ofLevel level: Int) -> ArraySlice<Int> {
        order[(level == 0 ? 0 : ends[level - 1])..<ends[level]]
    }

    /// - Parameter limit: where coverage ends; f must separate minutes on its two sides.
    mutating func fill(
        area: Int, household: Household, sites: [UInt32], travel: any TravelTable, burden: BurdenFunction,
        limit: TenthMinutes?
    ) {
        sortKeys(area: area, household: household, sites: sites, table: travel)
        order.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        values.removeAll(keepingCapacity: true)
        coveredLevels = 0
        for key in keys {
            let minutes = TenthMinutes(key >> 32)
            let value = burden(minutes)
            if values.last != value {
                values.append(value)
                ends.append(order.count)
                if let limit, minutes <= limit { coveredLevels += 1 }
            }
            order.append(Int(key & 0xFFFF_FFFF))
            ends[ends.count - 1] = order.count
        }
    }

    private mutating func sortKeys(area: Int, household: Household, sites: [UInt32], table: some TravelTable) {
        keys.removeAll(keepingCapacity: true)
        for (number, site) in sites.enumerated() {
            let minutes = table.minutes(area: area, household: household, site: Int(site))
            keys.append(UInt64(minutes) << 32 | UInt64(number))
        }
        keys.sort()
    }
}
