internal import HubModel

/// Depth-first branch and bound on the sites that fixing left undecided, with the Lagrangian bound at every node.
///
/// A node climbs from its parent's multipliers, prices its sites in whole numbers and fixes what it can; what is left
/// undecided is split on the site that the relaxation wavers over most, open first. A node is closed when its whole
/// number bound reaches the incumbent, so an emptied tree is a proof.
struct BranchAndBound: SearchTree {
    typealias Fault = Never

    struct Node {
        var live: LiveSites
        var multipliers: Multipliers
        /// No plan of this node costs less.
        var bound: Int64
    }

    let rows: ContributionRows
    let rules: SiteRules
    let tree: LimitTree
    let threads: Int
    /// Plans better than the incumbent by less than this fraction are not sought.
    let gap: Double
    /// Bytes that the tree may take beside the rows.
    let memory: Int
    private(set) var best: OpenPlan
    private(set) var work: Int64 = 0
    private(set) var nodes = 0
    private var open: [Node]
    /// Bytes of the columns of the last climb.
    private var columnBytes = 0

    /// Steps of a climb, and climbs at a node as long as they fix a good part of its sites.
    private static let iterations = 40
    private static let climbs = 4

    /// - Parameters:
    ///   - rows: with every live site and every site of the incumbent.
    ///   - best: the incumbent; only cheaper plans are sought.
    init(
        rows: ContributionRows, rules: SiteRules, tree: LimitTree, root: Node, best: OpenPlan, gap: Double,
        memory: Int = .max, threads: Int
    ) {
        self.rows = rows
        self.rules = rules
        self.tree = tree
        self.threads = threads
        self.gap = gap
        self.memory = memory
        self.best = best
        open = [root]
    }

    /// Only plans that cost less are sought.
    private var target: Int64 { best.objective - Int64(Double(best.objective) * gap * 0.999) }

    /// Least bound of what is not closed yet; what is sought at most when all is.
    var bound: Int64 { open.reduce(target) { min($0, $1.bound) } }

    var isDone: Bool { open.isEmpty }

    /// Nodes still to look at.
    var openCount: Int { open.count }

    var bytes: Int { columnBytes + open.count * (rules.siteCount * 5 + rows.count * 8) }

    var isOutOfMemory: Bool { bytes > memory }

    /// Takes the next node off the tree and puts back what is left of it.
    mutating func step() {
        guard var node = open.popLast(), node.bound < target else { return }
        nodes += 1
        guard let site = narrow(&node) else { return }
        var (with, without) = (node, node)
        with.live.fix(closed: [], open: [site.number])
        without.live.fix(closed: [site.number], open: [])
        if site.isChosen {
            without.bound = max(node.bound, site.otherwise)
        } else {
            with.bound = max(node.bound, site.otherwise)
        }
        open += [without, with]
    }

    private struct Split {
        var number: UInt32
        var isChosen: Bool
        /// Bound with the site the other way.
        var otherwise: Int64
    }

    /// Climbs and fixes.
    /// - Returns: the site to split on; nil when the node is closed.
    private mutating func narrow(_ node: inout Node) -> Split? {
        for climb in 1... {
            let active = (node.live.free + node.live.fixedOpen).sorted()
            let ceiling = (0..<rows.count).map { row in
                min(rows.radius[row], Int64((node.multipliers.rows[row] * 1.3 + 1).rounded(.up)))
            }
            let columns = ContributionColumns(rows, active: active, cap: ceiling)
            columnBytes = columns.pairCount * rows.source.bytesPerPair
            var ascent = Subgradient(
                columns: columns, rules: rules, tree: tree,
                free: node.live.free, forced: node.live.fixedOpen, ceiling: ceiling.map { Double($0) },
                metric: rows.rows.map { Double($0.weight) }, start: node.multipliers, step: 0.3, threads: threads)
            guard ascent.run(iterations: Self.iterations, target: Double(best.objective)) else { return nil }
            work += ascent.work
            node.multipliers = ascent.best.multipliers

            let exact = ExactBound(
                node.multipliers, rows: rows, rules: rules, tree: tree, live: node.live, cutoff: target,
                threads: threads)
            work += exact.work
            node.bound = max(node.bound, exact.bound)
            guard node.bound < target else { return nil }
            if rules.keeps(exact.chosen) {
                let plan = OpenPlan(exact.chosen.sorted(), rows: rows, rules: rules)
                if plan.objective < best.objective { best = plan }
            }
            let before = node.live.free.count
            let split = self.split(node, exact, ascent.frequency)
            node.live.fix(closed: exact.closed, open: exact.opened)
            if node.live.free.isEmpty || node.live.fixedOpen.count >= rules.count { return settleLeaf(node) }
            let fixed = before - node.live.free.count
            if let split, climb >= Self.climbs || fixed * 5 < before { return split }
        }
        return nil
    }

    /// The undecided site that was chosen nearest to half of the time.
    private func split(_ node: Node, _ exact: ExactBound, _ frequency: [Int]) -> Split? {
        let isChosen = Set(exact.chosen)
        let most = frequency.max() ?? 0
        var best: (score: Int, cost: Int64, place: Int)?
        for (place, site) in node.live.free.enumerated()
        where !exact.closed.contains(site) && !exact.opened.contains(site) {
            let score = min(frequency[Int(site)], most - frequency[Int(site)])
            let cost = exact.exchange[place]
            if best.map({ score > $0.score || (score == $0.score && cost < $0.cost) }) ?? true {
                best = (score, cost, place)
            }
        }
        return best.map {
            let site = node.live.free[$0.place]
            return Split(number: site, isChosen: isChosen.contains(site), otherwise: exact.bound + $0.cost)
        }
    }

    /// A node with one plan left: prices it in full.
    private mutating func settleLeaf(_ node: Node) -> Split? {
        guard rules.keeps(node.live.fixedOpen) else { return nil }
        let plan = OpenPlan(node.live.fixedOpen, rows: rows, rules: rules)
        if plan.objective < best.objective { best = plan }
        return nil
    }
}
