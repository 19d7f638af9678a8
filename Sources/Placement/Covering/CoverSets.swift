/// A burden of few steps as sets of sites: a row pays the difference between one step and the next whenever no site of
/// the steps before is open, and rows that share such a set are merged.
///
///     objective = constant + Σ_S cost_S · [no site of S is open]
struct CoverSets: Sendable {
    /// A row's part in a set.
    struct Term: Sendable {
        var row: Int
        var set: Int
        /// What the row pays when the set has no open site.
        var amount: Int64
    }

    /// Sites that may be open or closed, ascending. Members of the sets are places in this list.
    let sites: [UInt32]
    /// What the rows pay at their nearest site, whatever is open.
    private(set) var constant: Int64 = 0
    /// The part of the constant that each row pays.
    private(set) var nearest: [Int64] = []
    private(set) var cost: [Int64] = []
    /// Where each set's members start; one more entry than sets.
    private(set) var offsets: [Int] = [0]
    private(set) var members: [Int32] = []
    private(set) var terms: [Term] = []

    var count: Int { cost.count }

    func range(_ set: Int) -> Range<Int> { offsets[set]..<offsets[set + 1] }

    /// - Parameters:
    ///   - sites: ascending; every other site is closed, except those in `open`.
    ///   - open: sites that are open anyway: what lies beyond them never matters.
    init(_ rows: ContributionRows, among sites: [UInt32], open: [UInt32]) {
        self.sites = sites
        let isOpen: Int32 = -2
        var place = [Int32](repeating: -1, count: rows.siteCount)
        for (column, site) in sites.enumerated() { place[Int(site)] = Int32(column) }
        for site in open { place[Int(site)] = isOpen }
        var known: [[Int32]: Int] = [:]
        for row in 0..<rows.count {
            var prefix: [Int32] = []
            var paid: Int64?
            var end = rows.radius[row]
            for k in rows.range(row) {
                let (column, value) = (place[Int(rows.sites[k])], rows.value(at: k, of: row))
                if column == isOpen {
                    end = min(end, value)
                    break
                }
                guard column >= 0 else { continue }
                if let paid, value > paid { add(row, prefix, value - paid, &known) }
                if paid == nil { nearest.append(value) }
                paid = value
                prefix.append(column)
            }
            if let paid, end > paid { add(row, prefix, end - paid, &known) }
            if paid == nil { nearest.append(end) }
        }
        constant = nearest.reduce(0, +)
    }

    private mutating func add(_ row: Int, _ prefix: [Int32], _ amount: Int64, _ known: inout [[Int32]: Int]) {
        let key = prefix.sorted()
        let number = known[key] ?? cost.count
        if number == cost.count {
            known[key] = number
            cost.append(0)
            members += key
            offsets.append(members.count)
        }
        cost[number] += amount
        terms.append(Term(row: row, set: number, amount: amount))
    }
}
