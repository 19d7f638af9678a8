internal import HubModel

/// The rules as rows of a tree's linear programs: the count, then each limit that can bind.
struct TreeRuleRows: Sendable {
    /// Limits with a row of their own, in the order of their rows.
    let limits: [Int]
    private let rules: SiteRules
    private let sites: [UInt32]
    private let open: [UInt32]

    /// - Parameters:
    ///   - sites: the undecided sites, in the order of the columns.
    ///   - open: sites that are open anyway.
    init(_ rules: SiteRules, sites: [UInt32], open: [UInt32]) {
        (self.rules, self.sites, self.open) = (rules, sites, open)
        limits = rules.bounds.indices.filter { rules.bounds[$0].least > 0 || rules.bounds[$0].most < rules.count }
    }

    func add(to model: inout LinearModel) {
        let left = Double(rules.count - open.count)
        model.addRow(least: left, most: left, columns: sites.indices.map { (Int32($0), 1.0) })
        let counts = rules.counts(of: open)
        for limit in limits {
            let bounds = rules.bounds[limit]
            let members = sites.indices.filter { place in
                rules.limitsOfClass[rules.classOf[Int(sites[place])]].contains(limit)
            }
            // A side that cannot bind has no multiplier in the whole bound, so it must have no dual here.
            model.addRow(
                least: bounds.least > counts[limit] ? Double(bounds.least - counts[limit]) : -.infinity,
                most: bounds.most < rules.count ? Double(bounds.most - counts[limit]) : .infinity,
                columns: members.map { (Int32($0), 1.0) })
        }
    }

    /// Whether no whole y keeps the rules as sites stand. Rules are few and their coefficients 1: asked alone they cannot
    /// be misjudged by rounding.
    /// - Throws: `PlacementError` when the linear solver breaks down.
    func areBroken(_ standing: [TreePricing.Standing]) throws(PlacementError) -> Bool {
        var model = LinearModel()
        for place in sites.indices {
            model.addColumn(
                cost: 0, lower: standing[place] == .open ? 1 : 0, upper: standing[place] == .closed ? 0 : 1,
                isInteger: true)
        }
        add(to: &model)
        do {
            if case .infeasible = try LinearSolver().solve(model).status { return true }
            return false
        } catch {
            throw LinearSession.breakdown
        }
    }
}
