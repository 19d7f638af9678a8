internal import HubModel

/// A former tree followed over today's problem: the same branchings, with every fixing and every leaf worked out anew in
/// whole numbers.
///
/// The bound that holds today is the least over the leaves, so it may be less than the cut-off where costs, weights or
/// rules have changed: those parts are handed back to be solved anew, and what else there is of the tree stands.
struct TreeReplay {
    /// A part of the plans that the former multipliers do not settle today.
    struct Lapsed {
        var live: LiveSites
        var multipliers: Multipliers
        /// No plan of this part costs less.
        var bound: Int64
        /// Where its tree belongs among ``TreeReplay/steps``.
        var place: Int
    }

    /// No plan costs less; the cut-off when every part is settled.
    private(set) var bound: Int64
    /// The tree of today in preorder, with nothing yet for the parts that lapsed.
    private(set) var steps: [BranchStep] = []
    private(set) var lapsed: [Lapsed] = []
    /// The best of the plans that were the last of their part.
    private(set) var plan: OpenPlan?
    private(set) var leaves = 0
    private(set) var work: Int64 = 0
    /// Whether the former tree was one: if not, nothing of this is of use.
    private(set) var isWhole = false

    private let rows: ContributionRows
    private let rules: SiteRules
    private let tree: LimitTree
    private let cutoff: Int64
    private let threads: Int

    private struct Part {
        var live: LiveSites
        var multipliers: Multipliers
        var bound: Int64
    }

    /// - Parameters:
    ///   - rows: with every live site.
    ///   - root: what is live, multipliers, and the bound so far.
    ///   - cutoff: plans that cost this much or more are not sought.
    init(
        _ former: FormerSteps, rows: ContributionRows, rules: SiteRules, tree: LimitTree, root: BranchAndBound.Node,
        cutoff: Int64, threads: Int
    ) {
        (self.rows, self.rules, self.tree, self.cutoff, self.threads) = (rows, rules, tree, cutoff, threads)
        bound = cutoff
        isWhole = follow(former, from: Part(live: root.live, multipliers: root.multipliers, bound: root.bound))
        for part in lapsed { bound = min(bound, part.bound) }
    }

    private mutating func follow(_ former: FormerSteps, from root: Part) -> Bool {
        let branching = former.branching
        var place = 0
        // nil for a part of the former tree that is empty today.
        var left: [Part?] = [root]
        while let next = left.popLast() {
            guard var part = next else {
                place = branching.end(ofTreeAt: place)
                continue
            }
            part: while true {
                guard place < branching.count else { return false }
                switch branching[place] {
                case .fix(let step):
                    place += 1
                    part.multipliers = former.multipliers(step)
                    if price(&part, isLeaf: false) {
                        place = branching.end(ofTreeAt: place)
                        break part
                    }
                case .branch(let site):
                    place += 1
                    left += split(part, on: site)
                    break part
                case .leaf(let step):
                    place += 1
                    part.multipliers = former.multipliers(step)
                    if !price(&part, isLeaf: true) { settle(part) }
                    break part
                case .end:
                    place += 1
                    if !price(&part, isLeaf: true) { settle(part) }
                    break part
                }
            }
        }
        return place == branching.count
    }

    /// The two sides, the one without the site first; nil for one that has no plan.
    private mutating func split(_ part: Part, on site: UInt32) -> [Part?] {
        guard Int(site) < part.live.isLive.count, part.live.isLive[Int(site)] else { return [part, nil] }
        guard part.live.free.contains(site) else { return [nil, part] }
        var (with, without) = (part, part)
        with.live.fix(closed: [], open: [site])
        without.live.fix(closed: [site], open: [])
        steps.append(.branch(site: site))
        return [without, with]
    }

    /// Bounds a part and fixes what today's numbers allow.
    /// - Returns: whether that settles it.
    private mutating func price(_ part: inout Part, isLeaf: Bool) -> Bool {
        let exact = ExactBound(
            part.multipliers, rows: rows, rules: rules, tree: tree, live: part.live, cutoff: cutoff, threads: threads)
        work += exact.work + Int64(rows.count)
        part.bound = max(part.bound, exact.bound)
        let step = MultiplierStep(part.multipliers)
        guard exact.bound < cutoff else {
            leaves += 1
            steps.append(exact.bound == .max ? .end : .leaf(step))
            return true
        }
        guard !exact.closed.isEmpty || !exact.opened.isEmpty else { return false }
        part.live.fix(closed: exact.closed, open: exact.opened)
        steps.append(.fix(step))
        return false
    }

    /// Takes the last plan of a part, or hands the part back.
    private mutating func settle(_ part: Part) {
        let open = part.live.fixedOpen
        guard part.live.free.isEmpty || open.count >= rules.count else {
            lapsed.append(
                Lapsed(live: part.live, multipliers: part.multipliers, bound: part.bound, place: steps.count))
            return
        }
        leaves += 1
        steps.append(.end)
        guard rules.keeps(open) else { return }
        let last = OpenPlan(open.sorted(), rows: rows, rules: rules)
        bound = min(bound, last.objective)
        if last.objective < plan?.objective ?? .max { plan = last }
    }

    /// The steps with a tree put in for every part that lapsed, in their order.
    func completed(by trees: [[BranchStep]]) -> [BranchStep] {
        var whole: [BranchStep] = []
        var from = 0
        for (part, tree) in zip(lapsed, trees) {
            whole += steps[from..<part.place] + tree
            from = part.place
        }
        return whole + steps[from...]
    }
}
