/// Plans from the relaxation of a tree's nodes: the choice nearest to it, now and then improved by interchange.
struct TreeSearch {
    private let rules: SiteRules
    /// Swaps are looked for among these.
    private let near: [UInt32]
    /// Without rows there is none.
    private var interchange: Interchange?
    private var last: [UInt32] = []
    private(set) var work: Int64 = 0

    /// - Parameters:
    ///   - best: the incumbent.
    ///   - sites: swaps are looked for among these and the incumbent's own.
    init(rows: ContributionRows, rules: SiteRules, best: OpenPlan, among sites: [UInt32]) {
        self.rules = rules
        near = Set(sites + best.open).sorted()
        take(rows, best: best)
    }

    /// Gives the rows up while they are read at greater length; no plan is found meanwhile.
    mutating func release() { interchange = nil }

    /// Goes on with rows of the same areas. Columns know no more than the rows that they were made of, so they are made
    /// anew.
    mutating func take(_ rows: ContributionRows, best: OpenPlan) {
        let reach = (0..<rows.count).map { Int64(best.second[$0] * 1.25) + 1 }
        interchange = Interchange(
            rows: rows, columns: ContributionColumns(rows, active: near, cap: reach), rules: rules)
    }

    /// Bytes of the pairs by site.
    var bytes: Int { interchange.map { $0.columns.pairCount * $0.rows.source.bytesPerPair } ?? 0 }

    /// - Parameters:
    ///   - choice: as site numbers, ascending; nil when there is none.
    ///   - isThorough: whether swaps are looked for.
    /// - Returns: nil when the choice breaks a rule, or was looked at just before.
    mutating func plan(near choice: [UInt32]?, isThorough: Bool) -> OpenPlan? {
        guard let choice, choice != last, rules.keeps(choice), var interchange else { return nil }
        self.interchange = nil
        defer { self.interchange = interchange }
        last = choice
        var plan = OpenPlan(choice, rows: interchange.rows, rules: rules)
        work += Int64(interchange.rows.count)
        guard isThorough else { return plan }
        let before = interchange.work
        interchange.descend(&plan)
        work += interchange.work - before
        return plan
    }
}
