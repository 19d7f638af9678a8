internal import HubModel

/// Each demand point of a service with the open site it goes to: least minutes, ties by site number.
struct NearestHub {
    /// Local site number, by demand point.
    private(set) var site: [UInt32]
    /// Minutes to it, by demand point.
    private(set) var minutes: [TenthMinutes]

    /// - Parameter open: local site numbers, ascending, at least one.
    init(open: [UInt32], travel: any TravelTable) {
        self.init(open: open, table: travel)
    }

    /// The table opened once, so that the loop over all pairs holds no existential.
    private init(open: [UInt32], table: some TravelTable) {
        let demandCount = table.areaCount * 2
        site = [UInt32](repeating: open.first ?? 0, count: demandCount)
        minutes = [TenthMinutes](repeating: .max, count: demandCount)
        for area in 0..<table.areaCount {
            for household in Household.allCases {
                let demand = 2 * area + household.rawValue
                var best = TenthMinutes.max
                for candidate in open {
                    let journey = table.minutes(area: area, household: household, site: Int(candidate))
                    if journey < best {
                        best = journey
                        site[demand] = candidate
                    }
                }
                minutes[demand] = best
            }
        }
    }
}
