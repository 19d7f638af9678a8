/// The linear program of a burden of few steps: y opens a site, and z of a set of sites is what is left of 1 when the
/// open ones of the set are taken away.
///
///     Σ cost_S·z_S → least,   z_S + Σ_{j in S} y_j ≥ 1,   Σ y = count,   limits on y
///
/// For a burden of 0 within a limit and the weight beyond, this is the maximal covering model of Church and ReVelle
/// (Papers of the Regional Science Association 32, 1974) with demand merged by equal cover sets. Its optimum is the best
/// bound of the Lagrangian relaxation, and its duals are multipliers that attain it, where a subgradient only comes near.
struct CoverModel {
    let sets: CoverSets
    private(set) var linear = LinearModel()
    private let crossing: [Int]

    /// - Parameters:
    ///   - sets: of the undecided sites, with those open that are open anyway.
    ///   - open: those.
    ///   - isRelaxed: whether y may be fractional.
    init(_ sets: CoverSets, rules: SiteRules, tree: LimitTree, open: [UInt32], isRelaxed: Bool) {
        self.sets = sets
        crossing = tree.crossing
        for _ in sets.sites { linear.addColumn(cost: 0, lower: 0, upper: 1, isInteger: !isRelaxed) }
        for set in 0..<sets.count {
            let z = linear.addColumn(cost: Double(sets.cost[set]), lower: 0, upper: 1, isInteger: false)
            linear.addRow(
                least: 1, most: .infinity, columns: sets.members[sets.range(set)].map { ($0, 1) } + [(z, 1)])
        }
        addRules(rules, open)
    }

    private mutating func addRules(_ rules: SiteRules, _ open: [UInt32]) {
        let left = Double(rules.count - open.count)
        linear.addRow(least: left, most: left, columns: sets.sites.indices.map { (Int32($0), 1) })
        let counts = rules.counts(of: open)
        var members = [[Int32]](repeating: [], count: rules.bounds.count)
        for (column, site) in sets.sites.enumerated() {
            for limit in rules.limitsOfClass[rules.classOf[Int(site)]] { members[limit].append(Int32(column)) }
        }
        for (limit, bounds) in rules.bounds.enumerated() {
            linear.addRow(
                least: bounds.least > counts[limit] ? Double(bounds.least - counts[limit]) : -.infinity,
                most: bounds.most < rules.count ? Double(bounds.most - counts[limit]) : .infinity,
                columns: members[limit].map { ($0, 1) })
        }
    }

    /// The multipliers of the relaxation that duals of the linear model stand for.
    ///
    /// A row's λ is what it pays at its nearest site and its share of the dual of each of its sets.
    /// - Parameter duals: one a row of the linear model.
    func multipliers(_ duals: [Double]) -> Multipliers {
        var rows = sets.nearest.map { Double($0) }
        for term in sets.terms {
            let whole = Double(sets.cost[term.set])
            rows[term.row] += Double(term.amount) * min(max(duals[term.set], 0), whole) / whole
        }
        return Multipliers(rows: rows, limits: crossing.map { duals[sets.count + 1 + $0] })
    }

    /// The undecided sites that column values open.
    func open(in values: [Double]) -> [UInt32] {
        sets.sites.indices.filter { values[$0] > 0.5 }.map { sets.sites[$0] }
    }
}
