/// The plan that a search begins with: a given one where it keeps the rules, otherwise a greedy one near it, descended.
struct FirstPlan {
    let plan: OpenPlan
    /// Pairs looked at in the descent.
    let work: Int64

    /// - Parameters:
    ///   - service: its id, for the message.
    ///   - columns: sites to choose from and to descend among.
    ///   - warm: sites of a plan to begin from; need not keep the rules.
    /// - Throws: ``PlacementError`` when no set of sites was found that keeps the rules.
    init(
        _ service: String, rows: ContributionRows, columns: ContributionColumns, rules: SiteRules, warm: [UInt32]?
    ) throws(PlacementError) {
        let open: [UInt32]
        if let warm, rules.keeps(warm) {
            open = warm
        } else if let greedy = GreedyStart.plan(rows, columns, rules, preferred: warm ?? []), rules.keeps(greedy) {
            open = greedy
        } else {
            throw PlacementError(
                """
                No set of \(rules.count) hubs was found that keeps every rule of \(service). Ask `check` which rules clash.
                """)
        }
        var plan = OpenPlan(open, rows: rows, rules: rules)
        var interchange = Interchange(rows: rows, columns: columns, rules: rules)
        interchange.descend(&plan)
        self.plan = plan
        work = interchange.work
    }
}
