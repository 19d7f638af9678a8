internal import HubModel

/// The merged prefix model: y opens a site, and z of a set of sites is 1 when none of the set is open.
///
/// A demand point pays w · (f(k+1) − f(k)) whenever no site of its first k levels is open, so its burden is a sum over
/// the prefixes of its order. Demand points that share a prefix share its z: rows z(P ∪ L) ≥ z(P) − Σ y(L), z(∅) = 1.
/// The linear relaxation equals that of the assignment model and is far smaller (García, Labbé and Marín, INFORMS J.
/// Computing 23, 2011, radius formulation; merged by equal prefix sets here).
///
/// Chains may be cut at a depth. What lies beyond is then counted too cheap, so the model's optimum is still a bound.
struct PrefixModel {
    private(set) var linear = LinearModel()
    /// The objective is constant + divisor · (the linear model's).
    private(set) var constant: Int64 = 0
    private(set) var divisor: Int64 = 1
    /// Demand points whose chain was cut, with the set their chain ends in (index into `sets`).
    private(set) var cuts: [(demand: Int, set: Int)] = []
    /// The set of each z; column `active.sites.count + k` is the z of `sets[k]`.
    private(set) var sets: [SiteSet] = []

    private let active: ActiveSites
    private var numberOfSet: [SiteSet: Int] = [:]
    /// Rows there are already, by set and parent.
    private var rows: Set<UInt64> = []
    private var costs: [Int128] = []

    /// A cap on the weight of demand points without an open site within a limit.
    struct Coverage {
        var limit: TenthMinutes
        var mostUncovered: Int64
    }

    /// - Parameters:
    ///   - depth: sites of each demand point's chain that are looked at, by demand point.
    ///   - isRelaxed: whether y may be fractional.
    /// - Throws: `PlacementError` when a sum does not fit 64 bits.
    init(
        _ problem: ServiceProblem, active: ActiveSites, burden: BurdenFunction, coverage: Coverage?, depth: [Int],
        isRelaxed: Bool
    ) throws {
        self.active = active
        for isFixed in active.isFixed {
            linear.addColumn(cost: 0, lower: isFixed ? 1 : 0, upper: 1, isInteger: !isRelaxed)
        }
        addRules()
        var chain = PrefixChain()
        var base = Int128(0)
        var uncovered = Int128(0)
        var uncoveredTerms: [Int: Int64] = [:]
        for (demand, weight) in problem.weights.enumerated() where weight > 0 {
            chain.fill(
                area: demand / 2, household: demand % 2 == 0 ? .withoutCar : .withCar, sites: active.sites,
                travel: problem.travel, burden: burden, limit: coverage?.limit)
            base += Int128(weight) * Int128(chain.values[0])
            let covering = addChain(chain, demand: demand, weight: weight, depth: depth[demand])
            guard coverage != nil else { continue }
            if chain.coveredLevels == 0 {
                uncovered += Int128(weight)
            } else if let covering {
                uncoveredTerms[covering, default: 0] += weight
            }
        }
        try finish(base: base, service: problem.id)
        if let coverage {
            let columns = uncoveredTerms.keys.sorted().map { (column($0), Double(uncoveredTerms[$0] ?? 0)) }
            linear.addRow(least: -.infinity, most: Double(Int128(coverage.mostUncovered) - uncovered), columns: columns)
        }
    }

    /// Local numbers of the sites that column values open.
    func open(in values: [Double]) -> [UInt32] {
        active.sites.indices.filter { values[$0] > 0.5 }.map { active.sites[$0] }
    }

    /// Demand points whose chain was cut where these values still need it.
    func demandCutShort(by values: [Double]) -> [Int] {
        cuts.filter { values[Int(column($0.set))] > 1e-6 }.map(\.demand)
    }

    private func column(_ set: Int) -> Int32 { Int32(active.sites.count + set) }

    private mutating func addRules() {
        let all = active.sites.indices.map { (column: Int32($0), coefficient: 1.0) }
        linear.addRow(least: Double(active.count), most: Double(active.count), columns: all)
        for limit in active.limits {
            let least = limit.least > 0 ? Double(limit.least) : -Double.infinity
            let most = limit.most < limit.sites.count ? Double(limit.most) : Double.infinity
            guard least.isFinite || most.isFinite else { continue }
            linear.addRow(least: least, most: most, columns: limit.sites.map { (Int32($0), 1) })
        }
    }

    /// Adds the prefixes of one demand point until one of them surely holds an open site, or the depth is reached.
    /// - Returns: the set of its covering sites, where that may be without an open site; nil otherwise.
    private mutating func addChain(_ chain: PrefixChain, demand: Int, weight: Int64, depth: Int) -> Int? {
        var prefix = SiteSet(capacity: active.sites.count)
        var parent: Int?
        var covering: Int?
        var size = 0
        for index in chain.values.indices {
            let level = chain.sites(ofLevel: index)
            for site in level { prefix.insert(site) }
            size += level.count
            // With more sites than may stay closed, or with a fixed one, the prefix holds an open site.
            let isOpen = size > active.sites.count - active.count || level.contains { active.isFixed[$0] }
            guard !isOpen, index + 1 < chain.values.count else { break }
            let set = number(of: prefix)
            costs[set] += Int128(weight) * Int128(chain.values[index + 1] - chain.values[index])
            addRow(of: set, parent: parent, level: level)
            if index + 1 == chain.coveredLevels { covering = set }
            if size >= depth, index + 1 >= chain.coveredLevels {
                cuts.append((demand, set))
                break
            }
            parent = set
        }
        return covering
    }

    private mutating func number(of set: SiteSet) -> Int {
        if let known = numberOfSet[set] { return known }
        let new = sets.count
        numberOfSet[set] = new
        sets.append(set)
        costs.append(0)
        linear.addColumn(cost: 0, lower: 0, upper: 1, isInteger: false)
        return new
    }

    private mutating func addRow(of set: Int, parent: Int?, level: ArraySlice<Int>) {
        guard rows.insert(UInt64(set) << 32 | UInt64(parent.map { $0 + 1 } ?? 0)).inserted else { return }
        var terms = level.map { (column: Int32($0), coefficient: 1.0) }
        terms.append((column(set), 1))
        if let parent { terms.append((column(parent), -1)) }
        linear.addRow(least: parent == nil ? 1 : 0, most: .infinity, columns: terms)
    }

    /// Divides the costs by their greatest common divisor, so that the solver's numbers are as small as they can be.
    private mutating func finish(base: Int128, service: String) throws {
        guard let constant = Int64(exactly: base), let costs = exactly(costs) else {
            throw PlacementError(
                "The objective of \(service) does not fit a whole number of 64 bits: scale the need column down.")
        }
        self.constant = constant
        divisor = max(1, costs.reduce(0, greatestCommonDivisor))
        for (set, cost) in costs.enumerated() { linear.addCost(Double(cost / divisor), to: column(set)) }
    }

    private func exactly(_ wide: [Int128]) -> [Int64]? {
        let narrow = wide.compactMap { Int64(exactly: $0) }
        return narrow.count == wide.count ? narrow : nil
    }
}
