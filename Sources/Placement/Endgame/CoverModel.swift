/// The linear program of a burden of few steps, for the sites that may still be open: y opens a site, and z of a set of
/// sites is what is left of 1 when the open ones of the set are taken away.
///
/// A row pays the difference between one step and the next whenever no site of the steps before is open. Rows that share
/// such a set share its z:
///
///     Σ d_S·z_S → least,   z_S + Σ_{j in S} y_j ≥ 1,   Σ y = count,   limits on y
///
/// For a burden of 0 within a limit and the weight beyond, this is the maximal covering model of Church and ReVelle
/// (Papers of the Regional Science Association 32, 1974) with demand merged by equal cover sets. Its optimum is the best
/// bound of the Lagrangian relaxation, and its duals are multipliers that attain it, where a subgradient only comes near.
struct CoverModel {
    private(set) var linear = LinearModel()
    /// What the rows pay at their nearest sites, whatever is open: the objective is this plus the linear model's.
    private(set) var constant: Int64 = 0
    /// Sites of the first columns.
    let sites: [UInt32]

    /// A row's part in a set: what it pays when the set has no open site.
    private struct Term {
        var row: Int
        var set: Int
        var amount: Int64
    }

    private var terms: [Term] = []
    /// What each row pays at its nearest live site.
    private var nearest: [Int64] = []
    private var cost: [Int64] = []
    private let crossing: [Int]

    /// - Parameters:
    ///   - live: sites that may be open, and sites that are.
    ///   - among: undecided sites to hold, ascending; nil for all.
    ///   - isRelaxed: whether y may be fractional.
    init(
        _ rows: ContributionRows, rules: SiteRules, tree: LimitTree, live: LiveSites, among: [UInt32]? = nil,
        isRelaxed: Bool
    ) {
        sites = among ?? live.free
        crossing = tree.crossing
        for _ in sites { linear.addColumn(cost: 0, lower: 0, upper: 1, isInteger: !isRelaxed) }
        addSets(rows, live)
        addRules(rules, live)
    }

    private mutating func addSets(_ rows: ContributionRows, _ live: LiveSites) {
        var place = [Int32](repeating: -1, count: rows.siteCount)
        for (column, site) in sites.enumerated() { place[Int(site)] = Int32(column) }
        // Open anyway: what lies beyond never matters.
        let isOpen: Int32 = -2
        for site in live.fixedOpen { place[Int(site)] = isOpen }
        var numberOfSet: [[Int32]: Int] = [:]
        var members: [[Int32]] = []
        for row in 0..<rows.count {
            var set: [Int32] = []
            var last: Int64?
            func pay(_ model: inout CoverModel, until value: Int64) {
                guard let from = last, value > from else {
                    if last == nil { model.nearest.append(value) }
                    last = value
                    return
                }
                last = value
                let key = set.sorted()
                let number = numberOfSet[key] ?? members.count
                if number == members.count {
                    numberOfSet[key] = number
                    members.append(key)
                    model.cost.append(0)
                }
                model.cost[number] += value - from
                model.terms.append(Term(row: row, set: number, amount: value - from))
            }
            var end = rows.radius[row]
            for k in rows.range(row) {
                let column = place[Int(rows.sites[k])]
                if column == isOpen {
                    end = min(end, rows.values[k])
                    break
                }
                guard column >= 0 else { continue }
                if rows.values[k] != last { pay(&self, until: rows.values[k]) }
                set.append(column)
            }
            pay(&self, until: end)
        }
        constant = nearest.reduce(0, +)
        for (number, set) in members.enumerated() {
            let z = linear.addColumn(cost: Double(cost[number]), lower: 0, upper: 1, isInteger: false)
            linear.addRow(least: 1, most: .infinity, columns: set.map { ($0, 1) } + [(z, 1)])
        }
    }

    private mutating func addRules(_ rules: SiteRules, _ live: LiveSites) {
        let left = Double(rules.count - live.fixedOpen.count)
        linear.addRow(least: left, most: left, columns: sites.indices.map { (Int32($0), 1) })
        let open = rules.counts(of: live.fixedOpen)
        var members = [[Int32]](repeating: [], count: rules.bounds.count)
        for (column, site) in sites.enumerated() {
            for limit in rules.limitsOfClass[rules.classOf[Int(site)]] { members[limit].append(Int32(column)) }
        }
        for (limit, bounds) in rules.bounds.enumerated() {
            linear.addRow(
                least: bounds.least > open[limit] ? Double(bounds.least - open[limit]) : -.infinity,
                most: bounds.most < rules.count ? Double(bounds.most - open[limit]) : .infinity,
                columns: members[limit].map { ($0, 1) })
        }
    }

    /// The multipliers of the relaxation that duals of the linear model stand for.
    /// - Parameter duals: one a row of the linear model.
    func multipliers(_ duals: [Double]) -> Multipliers {
        var rows = nearest.map { Double($0) }
        for term in terms {
            let whole = Double(cost[term.set])
            rows[term.row] += Double(term.amount) * min(max(duals[term.set], 0), whole) / whole
        }
        return Multipliers(rows: rows, limits: crossing.map { duals[cost.count + 1 + $0] })
    }

    /// The undecided sites that column values open.
    func open(in values: [Double]) -> [UInt32] {
        sites.indices.filter { values[$0] > 0.5 }.map { sites[$0] }
    }
}
