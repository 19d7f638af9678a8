/// Plans from the relaxation of a tree's nodes: the choice nearest to it, now and then improved by interchange.
struct TreeSearch {
    private var rows: ContributionRows { interchange.rows }
    private let rules: SiteRules
    private var interchange: Interchange
    private var last: [UInt32] = []
    private(set) var work: Int64 = 0

    /// - Parameters:
    ///   - best: the incumbent.
    ///   - sites: swaps are looked for among these and the incumbent's own.
    init(rows: ContributionRows, rules: SiteRules, best: OpenPlan, among sites: [UInt32]) {
        self.rules = rules
        let near = Set(sites + best.open).sorted()
        let reach = (0..<rows.count).map { Int64(best.second[$0] * 1.25) + 1 }
        interchange = Interchange(
            rows: rows, columns: ContributionColumns(rows, active: near, cap: reach), rules: rules)
    }

    /// Bytes of the pairs by site.
    var bytes: Int { interchange.columns.pairCount * rows.source.bytesPerPair }

    /// Goes on with rows that were read again at greater length, of the same areas.
    mutating func take(_ longer: ContributionRows) { interchange.rows = longer }

    /// - Parameters:
    ///   - choice: as site numbers, ascending; nil when there is none.
    ///   - isThorough: whether swaps are looked for.
    /// - Returns: nil when the choice breaks a rule, or was looked at just before.
    mutating func plan(near choice: [UInt32]?, isThorough: Bool) -> OpenPlan? {
        guard let choice, choice != last, rules.keeps(choice) else { return nil }
        last = choice
        var plan = OpenPlan(choice, rows: rows, rules: rules)
        work += Int64(rows.count)
        guard isThorough else { return plan }
        let before = interchange.work
        interchange.descend(&plan)
        work += interchange.work - before
        return plan
    }
}
