/// The same pairs site by site: for each active site the rows that it is near, with what they add there.
///
/// Doubles hold what a pair adds exactly, so that pricing and interchange mix no types in their loops.
struct ContributionColumns: Sendable {
    /// Active sites, ascending.
    let sites: [UInt32]
    /// Where each active site's pairs start; one more entry than sites.
    let offsets: [Int]
    /// Demand rows, ascending within a column.
    let rows: [UInt32]
    /// Multiples of the row's unit.
    let multiples: PairValues
    /// What one of them adds, by row.
    let units: [Double]
    /// Place of a site in `sites`, −1 when it is not active.
    let slot: [Int32]
    /// Pairs that cost this much or more are left out, by row; nil when none is.
    let cap: [Int64]?

    var count: Int { sites.count }
    var pairCount: Int { rows.count }

    /// - Parameters:
    ///   - active: sites to hold, ascending.
    ///   - cap: pairs that cost this much or more are left out, by row; nil keeps all.
    init(_ table: ContributionRows, active: [UInt32], cap: [Int64]? = nil) {
        var slot = [Int32](repeating: -1, count: table.siteCount)
        for (k, site) in active.enumerated() { slot[Int(site)] = Int32(k) }
        var offsets = [Int](repeating: 0, count: active.count + 1)
        let kept = Self.prefixes(table, cap)
        table.sites.withUnsafeBufferPointer { sites in
            for row in 0..<table.count {
                for k in table.offsets[row]..<kept[row] {
                    let place = slot[Int(sites[k])]
                    if place >= 0 { offsets[Int(place) + 1] += 1 }
                }
            }
        }
        for k in 0..<active.count { offsets[k + 1] += offsets[k] }
        let total = offsets[active.count]
        var next = offsets
        var multiples = PairValues(isNarrow: table.multiples.isNarrow, count: total)
        let rows = [UInt32](unsafeUninitializedCapacity: total) { rows, initialised in
            multiples.fill(from: table.multiples) { set in
                for row in 0..<table.count {
                    for k in table.offsets[row]..<kept[row] {
                        let place = slot[Int(table.sites[k])]
                        guard place >= 0 else { continue }
                        let at = next[Int(place)]
                        rows[at] = UInt32(row)
                        set(at, k)
                        next[Int(place)] = at + 1
                    }
                }
            }
            initialised = total
        }
        (self.sites, self.offsets, self.rows, self.multiples, self.slot) = (active, offsets, rows, multiples, slot)
        units = table.units.map { Double($0) }
        self.cap = cap
    }

    /// Where each row's kept pairs end.
    private static func prefixes(_ table: ContributionRows, _ cap: [Int64]?) -> [Int] {
        guard let cap else { return Array(table.offsets.dropFirst()) }
        return (0..<table.count).map { row in
            var (low, high) = (table.offsets[row], table.offsets[row + 1])
            while low < high {
                let middle = (low + high) / 2
                if table.value(at: middle, of: row) < cap[row] { low = middle + 1 } else { high = middle }
            }
            return low
        }
    }

    func range(_ place: Int) -> Range<Int> { offsets[place]..<offsets[place + 1] }

    /// What the pair at a place adds.
    @inline(__always)
    func value(_ k: Int) -> Double { Double(multiples[k]) * units[Int(rows[k])] }
}
