internal import Foundation
internal import HubModel

/// Branch and bound on the sites that fixing left undecided, with the linear relaxation of ``CutRelaxation`` at every
/// node and its bound in whole numbers.
///
/// A node adds cuts until none is violated, turns the duals into multipliers and prices them with ``TreePricing``: only
/// that whole bound closes nodes and fixes sites. Cuts hold everywhere and stay. Children are taken at once, open first;
/// when they are closed, the open node of least bound is next.
struct CutTree: ~Copyable {
    struct Node {
        var standing: [TreePricing.Standing]
        /// No plan of this node costs less.
        var bound: Int64
        /// The branching it came from: site and direction, with how far the site was open; −1 at the root.
        var site = -1
        var isUp = false
        var openness = 0.0
        var parentValue = 0.0
    }

    let rows: ContributionRows
    let rules: SiteRules
    /// Plans better than the incumbent by less than this fraction are not sought.
    let gap: Double
    private let pricing: TreePricing
    private let fixedOpen: [UInt32]
    private var relaxation: CutRelaxation
    private var scores: PseudoCosts
    private var open: [Node] = []
    /// Children of the node looked at last, the next one last.
    private var fresh: [Node]

    private(set) var best: OpenPlan
    private(set) var nodes = 0
    private var searchWork: Int64 = 0
    private var interchange: Interchange
    private var lastOffer: [UInt32] = []

    /// Nodes between two descents from the relaxation.
    private static let searchEvery = 8

    /// - Parameters:
    ///   - rows: with every live site and every site of the incumbent.
    ///   - multipliers: of the bound so far.
    ///   - best: the incumbent; only cheaper plans are sought.
    init(
        rows: ContributionRows, rules: SiteRules, tree: LimitTree, root: BranchAndBound.Node, best: OpenPlan,
        gap: Double
    ) throws(PlacementError) {
        self.rows = rows
        self.rules = rules
        self.gap = gap
        self.best = best
        fixedOpen = root.live.fixedOpen
        let merged = TreeRows(rows, live: root.live)
        pricing = TreePricing(merged, rules: rules, tree: tree, fixedOpen: fixedOpen, most: rows.source.most)
        relaxation = try CutRelaxation(
            merged, rules: rules, tree: tree, fixedOpen: fixedOpen,
            multipliers: merged.merged(root.multipliers.rows))
        scores = PseudoCosts(count: merged.sites.count)
        let near = Set(root.live.free + root.live.fixedOpen + best.open).sorted()
        let reach = (0..<rows.count).map { Int64(best.second[$0] * 1.25) + 1 }
        interchange = Interchange(
            rows: rows, columns: ContributionColumns(rows, active: near, cap: reach), rules: rules)
        fresh = [
            Node(
                standing: [TreePricing.Standing](repeating: .free, count: merged.sites.count), bound: root.bound)
        ]
    }

    /// Only plans that cost less are sought.
    private var target: Int64 { best.objective - Int64(Double(best.objective) * gap * 0.999) }

    /// Least bound of what is not closed yet; what is sought at most when all is.
    var bound: Int64 { (open + fresh).reduce(target) { min($0, $1.bound) } }

    var isDone: Bool { open.isEmpty && fresh.isEmpty }
    var openCount: Int { open.count + fresh.count }
    var work: Int64 { relaxation.work + searchWork }

    /// Takes the next node off the tree and puts back what is left of it.
    mutating func step() throws(PlacementError) {
        guard var node = next() else { return }
        nodes += 1
        guard let site = try narrow(&node) else { return }
        var (with, without) = (node, node)
        with.standing[site] = .open
        without.standing[site] = .closed
        (with.site, with.isUp, with.openness) = (site, true, relaxation.openness[site])
        (without.site, without.isUp, without.openness) = (site, false, with.openness)
        open += fresh
        fresh = [without, with]
    }

    private mutating func next() -> Node? {
        let target = target
        open.removeAll { $0.bound >= target }
        fresh.removeAll { $0.bound >= target }
        if let node = fresh.popLast() { return node }
        guard let place = open.indices.min(by: { (open[$0].bound, -$0) < (open[$1].bound, -$1) }) else { return nil }
        return open.remove(at: place)
    }

    /// Cuts, prices and fixes.
    /// - Returns: the site to branch on; nil when the node is closed.
    private mutating func narrow(_ node: inout Node) throws(PlacementError) -> Int? {
        try relaxation.move(to: node.standing)
        var isFirst = true
        while true {
            guard try relax(&node, isFirst: isFirst) else { return nil }
            isFirst = false
            let before = node.standing
            let priced = pricing.price(
                lambda: pricing.whole(relaxation.multipliers), nu: pricing.whole(limits: relaxation.limitMultipliers),
                standing: node.standing, cutoff: target)
            searchWork += Int64(pricing.rows.places.count) / 4
            guard let priced else { return nil }
            node.bound = max(node.bound, priced.bound)
            if trace { print("  node \(nodes) bound \(node.bound) lp \(relaxation.value) cost \(relaxation.cost) target \(target) open \(openCount) cuts \(relaxation.cutCount) iters \(relaxation.iterations) fix \(priced.closed.count) \(priced.opened.count) frac \(fractional.count)") }
            guard node.bound < target else { return nil }
            for site in priced.closed { node.standing[Int(site)] = .closed }
            for site in priced.opened { node.standing[Int(site)] = .open }
            offer()
            guard node.bound < target else { return nil }
            node.parentValue = relaxation.value
            if !node.standing.contains(.free) { return nil }
            let isMoved = zip(before, node.standing).contains { old, new in old != new }
            if isMoved, nodes == 1 {
                try relaxation.move(to: node.standing)
                continue
            }
            return branch(node, priced)
        }
    }
    let trace = ProcessInfo.processInfo.environment["TRACE"] != nil
    private var fractional: [Int] {
        relaxation.openness.indices.filter { relaxation.openness[$0] > 1e-6 && relaxation.openness[$0] < 1 - 1e-6 }
    }

    /// Solves and cuts until no cut is violated.
    /// - Returns: false when the rules leave nothing, or the bound reaches the target.
    private mutating func relax(_ node: inout Node, isFirst: Bool) throws(PlacementError) -> Bool {
        var last = -Double.infinity
        var idle = 0
        while true {
            guard try relaxation.solve() else { return false }
            let value = relaxation.value
            if isFirst, node.site >= 0, last == -.infinity {
                scores.learn(
                    site: node.site, isUp: node.isUp, openness: node.openness, gain: value - node.parentValue)
            }
            if value > Double(target) - 1 {
                let priced = pricing.price(
                    lambda: pricing.whole(relaxation.multipliers),
                    nu: pricing.whole(limits: relaxation.limitMultipliers), standing: node.standing, cutoff: target)
                guard let priced, priced.bound < target else { return false }
            }
            let found = try relaxation.separate()
            if trace { print("    lp \(value) cost \(relaxation.cost) cuts \(relaxation.cutCount) found \(found) iters \(relaxation.iterations) frac \(fractional.count) short \(relaxation.shortRows)") }
            if found == 0 { return true }
            idle = value - last < 0.01 * (Double(target) - value) ? idle + 1 : 0
            last = value
            if idle >= (nodes == 1 ? 20 : 3) { return true }
        }
    }

    /// The plan nearest to the relaxation; from time to time improved by interchange.
    private mutating func offer() {
        guard let sites = pricing.choice(openness: relaxation.openness), rules.keeps(sites) else { return }
        guard lastOffer != sites else { return }
        lastOffer = sites
        var plan = OpenPlan(sites, rows: rows, rules: rules)
        searchWork += Int64(rows.count)
        if nodes == 1 || nodes % Self.searchEvery == 0 {
            let before = interchange.work
            interchange.descend(&plan)
            searchWork += interchange.work - before
        }
        if plan.objective < best.objective { best = plan }
    }

    private func branch(_ node: Node, _ priced: TreePricing.Priced) -> Int? {
        var best: (score: Double, site: Int)?
        for site in fractional where node.standing[site] == .free {
            let score = scores.score(site: site, openness: relaxation.openness[site])
            if best.map({ score > $0.score }) ?? true { best = (score, site) }
        }
        if let best { return best.site }
        // A whole y whose plan costs more than the bound says: the dearest undecided site settles most.
        return node.standing.indices.filter { node.standing[$0] == .free }
            .max { (priced.exchange[$0], -$0) < (priced.exchange[$1], -$1) }
    }
}
