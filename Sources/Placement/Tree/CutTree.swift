internal import HubModel

/// Branch and bound on the sites that fixing left undecided, with the linear relaxation of ``CutRelaxation`` at every
/// node and its bound in whole numbers.
///
/// A node adds cuts until none is violated, turns the duals into multipliers and prices them with ``TreePricing``: only
/// that whole bound closes nodes and fixes sites. Cuts hold everywhere and stay. Children are taken at once, open first;
/// when they are closed, the open node of least bound is next.
struct CutTree: SearchTree, ~Copyable {
    typealias Fault = PlacementError

    private struct Node {
        var standing: [TreePricing.Standing]
        /// No plan of this node costs less.
        var bound: Int64
        /// Its place in the record, and there the multipliers that gave its bound.
        var entry: Int
        var multipliers: Int
        /// Whether nothing rests on those multipliers yet but this node's bound.
        var isFresh = false
        /// The branching it came from; nil at the root.
        var branching: Branching?
    }

    private struct Branching {
        var site: Int
        var isUp: Bool
        /// How far the site was open, and the relaxation's value, before.
        var openness: Double
        var value: Double
    }

    private let rules: SiteRules
    private let tree: LimitTree
    private let live: LiveSites
    private let first: Multipliers
    private let threads: Int
    /// Plans better than the incumbent by less than this fraction are not sought.
    private let gap: Double
    /// Bytes that the tree may take beside the rows.
    private let memory: Int
    /// Demand rows; they grow where the relaxation needs more of them.
    private(set) var rows: ContributionRows
    private var pricing: TreePricing
    private var relaxation: CutRelaxation
    private var scores: PseudoCosts
    private var search: TreeSearch
    private var record: TreeRecord
    private var open: [Node] = []
    /// Children of the node looked at last, the next one last.
    private var fresh: [Node]
    private var lengthenings = 0
    /// What was known before the tree, and the pairs of the rows it was given.
    private let firstBound: Int64
    private let firstPairs: Int

    private(set) var best: OpenPlan
    private(set) var nodes = 0
    private var otherWork: Int64 = 0

    /// Rounds of cuts without progress after which a node is branched on all the same, at the root and elsewhere.
    private static let patience = (root: 20, elsewhere: 3)
    /// Sites probed at a node.
    private static let probes = 8
    /// Times that rows are read again because the relaxation needs more of them.
    private static let mostLengthenings = 6

    /// Sites that the first program knows: so many, and so many for every open one.
    private static func firstSites(_ count: Int) -> Int { 300 + 6 * count }
    /// Part of the gap of a node that a site may cost to become active along with those that are chosen.
    private static let nearlyChosen = 0.05

    /// - Parameters:
    ///   - rows: with every live site and every site of the incumbent.
    ///   - root: what is live, the multipliers of the bound so far, and that bound.
    ///   - best: the incumbent; only cheaper plans are sought.
    ///   - gap: plans better by less than this fraction are not sought.
    ///   - memory: bytes that the tree may take beside the rows; with less the linear programs have fewer cuts.
    ///   - known: sites that the first program knows, the cheapest ones; nil for as many as measured best.
    /// - Throws: `PlacementError` when the linear solver cannot be started.
    init(
        rows: ContributionRows, rules: SiteRules, tree: LimitTree, root: BranchAndBound.Node, best: OpenPlan,
        gap: Double, memory: Int = .max, known: Int? = nil, threads: Int
    ) throws(PlacementError) {
        let merged = TreeRows(rows, live: root.live)
        let lambda = merged.merged(root.multipliers.rows)
        pricing = TreePricing(
            merged, rules: rules, tree: tree, fixedOpen: root.live.fixedOpen, most: rows.source.most)
        let isNear = pricing.cheapest(
            known ?? Self.firstSites(rules.count), lambda: lambda, limits: root.multipliers.limits, among: best.open)
        relaxation = try CutRelaxation(
            merged, rules: rules, tree: tree, fixedOpen: root.live.fixedOpen, multipliers: lambda, isActive: isNear)
        (self.rows, self.rules, self.tree, live, first) = (rows, rules, tree, root.live, root.multipliers)
        (firstBound, firstPairs) = (root.bound, rows.pairCount)
        (self.best, self.gap, self.memory, self.threads) = (best, gap, memory, threads)
        scores = PseudoCosts(count: merged.sites.count)
        let near = merged.sites.indices.filter { isNear[$0] }.map { merged.sites[$0] }
        search = TreeSearch(rows: rows, rules: rules, best: best, among: near + root.live.fixedOpen)
        record = TreeRecord(mostBytes: min(TreeRecord.usualBytes, memory / 4))
        fresh = [
            Node(
                standing: [TreePricing.Standing](repeating: .free, count: merged.sites.count), bound: root.bound,
                entry: record.addNode(bound: -1), multipliers: -1)
        ]
        limitCuts()
    }

    var bytes: Int { heldBytes + relaxation.bytes }

    /// The same without the linear program.
    private var heldBytes: Int {
        pricing.rows.bytes + search.bytes + record.bytes + openCount * pricing.rows.sites.count
            + (rows.pairCount - firstPairs) * rows.source.bytesPerPair
    }

    var isOutOfMemory: Bool { heldBytes >= memory }

    /// The program has what other things leave.
    private mutating func limitCuts() {
        relaxation.mostCoefficients = max(0, memory - heldBytes) / CutRelaxation.bytesPerCoefficient
    }

    /// Only plans that cost less are sought.
    private var target: Int64 { best.objective - Int64(Double(best.objective) * gap * 0.999) }

    /// Least bound of what is not closed yet; what is sought at most when all is.
    var bound: Int64 { (open + fresh).reduce(target) { min($0, $1.bound) } }

    var isDone: Bool { open.isEmpty && fresh.isEmpty }
    /// Nodes still to look at.
    var openCount: Int { open.count + fresh.count }
    var work: Int64 { relaxation.work + search.work + otherWork }

    /// What the tree did, in preorder, once it is done; none when it was too much to keep. The linear program goes before
    /// that, since the steps take as much room.
    consuming func finish() -> [BranchStep] {
        let (record, merged, scale, rows) = (record, pricing.rows, pricing.scale, rows)
        let first = MultiplierStep(rows: first.rows, limits: first.limits)
        _ = consume self
        return record.steps(first: first, scale: scale) { merged.spread($0, scale: scale, over: rows) }
    }

    /// Takes the next node off the tree and puts back what is left of it.
    mutating func step() throws(PlacementError) {
        guard var node = next() else { return }
        nodes += 1
        limitCuts()
        guard let site = try narrow(&node) else { return }
        let (openness, value) = (relaxation.openness[site], relaxation.value)
        open += fresh
        fresh = [false, true].map { isUp in
            var child = node
            child.standing[site] = isUp ? .open : .closed
            child.branching = Branching(site: site, isUp: isUp, openness: openness, value: value)
            child.entry = record.addNode(bound: node.multipliers)
            child.isFresh = false
            return child
        }
        record.close(
            node.entry,
            .branch(site: pricing.rows.sites[site], with: fresh[1].entry, without: fresh[0].entry))
    }

    private mutating func next() -> Node? {
        let target = target
        open.removeAll { $0.bound >= target }
        fresh.removeAll { $0.bound >= target }
        if let node = fresh.popLast() { return node }
        guard let place = open.indices.min(by: { (open[$0].bound, -$0) < (open[$1].bound, -$1) }) else { return nil }
        return open.remove(at: place)
    }

    // MARK: A node

    /// Cuts, prices and fixes.
    /// - Returns: the site to branch on; nil when the node is closed.
    private mutating func narrow(_ node: inout Node) throws(PlacementError) -> Int? {
        while true {
            guard let priced = try relax(&node) else { return nil }
            if !relaxation.shortRows.isEmpty, try lengthen(&node) { continue }
            let fixed = priced.closed.count + priced.opened.count
            if fixed > 0 {
                record.fix(node.entry, by: node.multipliers)
                node.isFresh = false
                for site in priced.closed { node.standing[Int(site)] = .closed }
                for site in priced.opened { node.standing[Int(site)] = .open }
                if nodes == 1 { relaxation.retire(priced.closed.map { Int($0) }) }
            }
            if let plan = search.plan(
                near: pricing.choice(openness: relaxation.openness), isThorough: nodes % 8 == 1),
                plan.objective < best.objective
            {
                best = plan
                if node.bound >= target { return close(node, .leaf(node.multipliers)) }
            }
            guard node.standing.contains(.free) else { return try settle(node) }
            // Fixing at the root shrinks the whole tree.
            if nodes > 1 || fixed == 0 { return try branch(node, priced) }
        }
    }

    private mutating func close(_ node: Node, _ end: TreeRecord.End) -> Int? {
        record.close(node.entry, end)
        return nil
    }

    /// Solves and cuts until no cut is violated, or little is gained by more, and no site is missing from the program.
    /// - Returns: nil when the node is closed.
    private mutating func relax(_ node: inout Node) throws(PlacementError) -> TreePricing.Priced? {
        try relaxation.move(to: node.standing)
        var last = -Double.infinity
        var idle = 0
        while true {
            guard try relaxation.solve() else {
                record.close(node.entry, .settled)
                return nil
            }
            let value = relaxation.value
            if let branching = node.branching {
                scores.learn(
                    site: branching.site, isUp: branching.isUp, openness: branching.openness,
                    gain: value - branching.value)
                node.branching = nil
            }
            if value > Double(target) - 1 {
                guard let priced = price(&node) else { return nil }
                let missing = missing(priced, node)
                if !missing.isEmpty {
                    try relaxation.activate(missing)
                    last = -Double.infinity
                    continue
                }
            }
            let isCut = try relaxation.separate() > 0
            idle = value - last < 0.01 * (Double(target) - value) ? idle + 1 : 0
            last = value
            if isCut, idle < (nodes == 1 ? Self.patience.root : Self.patience.elsewhere) { continue }
            guard let priced = price(&node) else { return nil }
            let missing = missing(priced, node)
            if missing.isEmpty { return priced }
            try relaxation.activate(missing)
            (last, idle) = (-Double.infinity, 0)
        }
    }

    /// Sites that the program does not know although pricing chooses them, with others that come nearly as cheap; none
    /// when it knows all that are chosen.
    private func missing(_ priced: TreePricing.Priced, _ node: Node) -> [Int] {
        let unknown = node.standing.indices.filter { node.standing[$0] == .free && !relaxation.isActive[$0] }
        guard unknown.contains(where: { priced.isChosen[$0] }) else { return [] }
        let near = Int64(Double(target - node.bound) * Self.nearlyChosen)
        return unknown.filter { priced.isChosen[$0] || priced.exchange[$0] <= near }
    }

    /// Prices the duals of the moment in whole numbers.
    /// - Returns: nil when that closes the node.
    private mutating func price(_ node: inout Node) -> TreePricing.Priced? {
        let lambda = pricing.whole(relaxation.multipliers)
        let nu = pricing.whole(limits: relaxation.limitMultipliers)
        otherWork += Int64(pricing.rows.places.count) / 4
        guard let priced = pricing.price(lambda: lambda, nu: nu, standing: node.standing, cutoff: target) else {
            record.close(node.entry, .settled)
            return nil
        }
        if priced.bound > node.bound || node.multipliers < 0 || !priced.closed.isEmpty || !priced.opened.isEmpty {
            node.multipliers = record.add(rows: lambda, limits: nu, instead: node.isFresh ? node.multipliers : nil)
            node.isFresh = true
            node.bound = max(node.bound, priced.bound)
        }
        guard node.bound < target else {
            record.close(node.entry, .leaf(node.multipliers))
            return nil
        }
        return priced
    }

    /// One plan is left: it costs what it costs, however short the rows are.
    private mutating func settle(_ node: Node) throws(PlacementError) -> Int? {
        let chosen = node.standing.indices.filter { node.standing[$0] == .open }.map { pricing.rows.sites[$0] }
        let sites = (chosen + live.fixedOpen).sorted()
        if rules.keeps(sites) {
            let plan = OpenPlan(sites, rows: rows, rules: rules)
            if plan.objective < best.objective { best = plan }
        }
        return close(node, .settled)
    }

    /// Reads rows again that ended before the relaxation's y covered them, and begins a new program with them.
    /// - Returns: whether there was anything to read, and room for it.
    private mutating func lengthen(_ node: inout Node) throws(PlacementError) -> Bool {
        guard lengthenings < Self.mostLengthenings else { return false }
        var isWanted = [Bool](repeating: false, count: pricing.rows.count)
        for row in relaxation.shortRows { isWanted[row] = true }
        let wanted = pricing.rows.mergedRow.map { isWanted[Int($0)] }
        var keep = live.isLive
        for site in best.open { keep[Int(site)] = true }
        // Twice as far as the longest of them goes, of which the sites that are kept take room as rows and merged.
        let kept = keep.count { $0 }
        let longest = wanted.indices.reduce(1) { wanted[$1] ? max($0, rows.range($1).count) : $0 }
        let length = min(rules.siteCount, max(rules.siteCount / 32, 2 * longest * rules.siteCount / kept))
        let added = wanted.count { $0 } * (length * kept / rules.siteCount + 1)
        // Programs and nodes need room as well.
        guard 8 * added * rows.source.bytesPerPair < memory - heldBytes else { return false }
        lengthenings += 1
        let lambda = pricing.rows.spread(
            pricing.whole(relaxation.multipliers), scale: pricing.scale, over: rows)
        if nodes == 1, record.isBlank {
            // Nothing rests on the multipliers so far, so they need not be told of.
            record = TreeRecord(mostBytes: record.mostBytes)
            (node.entry, node.multipliers, node.isFresh) = (record.addNode(bound: -1), -1, false)
            node.bound = firstBound
        } else {
            record.beginLayout { [merged = pricing.rows, scale = pricing.scale, rows] in
                merged.spread($0, scale: scale, over: rows)
            }
        }
        // Held by nobody else meanwhile, the shorter rows go as the longer ones come.
        search.release()
        rows.extend(wanted: wanted, length: length, keep: keep, threads: threads)
        search.take(rows, best: best)
        let merged = TreeRows(rows, live: live)
        otherWork += relaxation.work
        relaxation = try CutRelaxation(
            merged, rules: rules, tree: tree, fixedOpen: live.fixedOpen, multipliers: merged.merged(lambda),
            isActive: relaxation.isActive)
        pricing = TreePricing(merged, rules: rules, tree: tree, fixedOpen: live.fixedOpen, most: rows.source.most)
        limitCuts()
        return true
    }

    /// The site whose two sides promise to raise the bound most. Sites without experience are probed, the most
    /// promising first, so that the first branchings, which matter most, are not made blindly (Achterberg 2007).
    private mutating func branch(_ node: Node, _ priced: TreePricing.Priced) throws(PlacementError) -> Int? {
        let openness = relaxation.openness
        func score(_ site: Int) -> Double { scores.score(site: site, openness: openness[site]) }
        let wavering = openness.indices
            .filter { node.standing[$0] == .free && openness[$0] > 1e-6 && openness[$0] < 1 - 1e-6 }
            .map { (site: $0, score: score($0)) }
            .sorted { ($0.score, -$0.site) > ($1.score, -$1.site) }
        for (site, _) in wavering.filter({ scores.observations($0.site) == 0 }).prefix(Self.probes) {
            for isUp in [true, false] {
                let gain = try relaxation.gain(site: site, isUp: isUp)
                scores.learn(
                    site: site, isUp: isUp, openness: openness[site],
                    gain: min(gain, Double(target) - relaxation.value))
            }
        }
        let best = wavering.max { (score($0.site), -$0.site) < (score($1.site), -$1.site) }
        if let best { return best.site }
        // A whole y whose plan costs more than the bound says: the dearest undecided site settles most.
        return node.standing.indices.filter { node.standing[$0] == .free }
            .max { (priced.exchange[$0], -$0) < (priced.exchange[$1], -$1) }
    }
}
