internal import HubModel

/// Branches on sites until every part of the plans is settled, depth first, so that the nodes come out in preorder.
struct ProofTree {
    private let pricing: ProofPricing
    private let rules: SiteRules
    private let tree: LimitTree
    private let rows: ContributionRows
    private let most: [Int64]
    private let bound: Int64
    private let threads: Int
    private var work: Int64

    private struct Part {
        var live: LiveSites
        var multipliers: Multipliers
        var lambda: [Int64]?
    }

    /// Undecided sites above which no tree is tried.
    private static let mostFree = 3000
    private static let mostNodes = 4000
    private static let iterations = 80
    private static let climbs = 4

    /// - Parameters:
    ///   - most: what the costliest site adds to each row at most.
    ///   - work: pairs that may be looked at.
    init(
        _ service: ServiceProblem, pricing: ProofPricing, most: [Int64], bound: Int64, work: Int64, threads: Int
    ) throws {
        self.pricing = pricing
        rules = pricing.rules
        tree = pricing.tree
        self.most = most
        self.bound = bound
        self.work = work
        self.threads = threads
        let settings = EngineSettings()
        rows = ContributionRows(
            try ContributionSource(service),
            length: settings.rowLength(areas: service.areaCount, sites: service.siteCount, count: service.count),
            threads: threads)
    }

    /// - Returns: the nodes below the trunk; nil when the budget ends first.
    mutating func grow(from trunk: ProofTrunk, _ start: MultiplierStep?) -> [ProofNode]? {
        guard rows.count == most.count, trunk.live.free.count <= Self.mostFree else { return nil }
        let multipliers = Multipliers(
            start ?? MultiplierStep(rows: [Double](repeating: 0, count: most.count), limits: []),
            crossing: tree.crossing.count)
        var nodes: [ProofNode] = []
        var parts = [Part(live: trunk.live, multipliers: multipliers, lambda: trunk.lambda)]
        while let part = parts.popLast() {
            guard work > 0, nodes.count < Self.mostNodes, let found = settle(part) else { return nil }
            nodes += found.nodes
            guard let site = found.branch else { continue }
            nodes.append(.branchOnSite(site))
            var (with, without) = (found.rest, found.rest)
            with.live.fix(closed: [], open: [site])
            without.live.fix(closed: [site], open: [])
            parts += [without, with]
        }
        return nodes
    }

    private struct Settled {
        var nodes: [ProofNode]
        /// The site to branch on; nil when the part is settled.
        var branch: UInt32?
        var rest: Part
    }

    /// Climbs, and fixes what that allows, until the part is settled or only a branching helps.
    private mutating func settle(_ part: Part) -> Settled? {
        var part = part
        var trunk = ProofTrunk(live: part.live, lambda: part.lambda)
        for climb in 1... {
            if let limit = emptyLimit(trunk.live) {
                return Settled(nodes: trunk.nodes + [.infeasible(limit: limit)], branch: nil, rest: part)
            }
            if trunk.live.free.isEmpty { return settleLast(part, trunk) }
            guard let ascent = climbed(&part, trunk.live) else { return split(part, trunk) }
            let lambda = pricing.whole(part.multipliers.rows, most: most)
            work -= Int64(rows.count * (trunk.live.free.count + trunk.live.fixedOpen.count)) / 4
            guard let priced = pricing.price(lambda, crossing: part.multipliers.limits, trunk.live) else {
                return split(part, trunk)
            }
            if priced.value > pricing.target {
                let multipliers = ProofMultipliers(
                    rows: lambda, after: trunk.lambda, count: priced.least.count, limits: priced.least.limits)
                return Settled(nodes: trunk.nodes + [.leaf(multipliers)], branch: nil, rest: part)
            }
            let before = trunk.live.free.count
            trunk.fix(priced)
            let fixed = before - trunk.live.free.count
            guard !trunk.live.free.isEmpty, climb >= Self.climbs || fixed * 5 < before, work > 0 else {
                if work <= 0 { return nil }
                continue
            }
            part.live = trunk.live
            part.lambda = trunk.lambda
            return Settled(nodes: trunk.nodes, branch: branch(trunk.live, ascent), rest: part)
        }
        return nil
    }

    /// Rules that only together leave no plan: branched on until one of them alone leaves none.
    private func split(_ part: Part, _ trunk: ProofTrunk) -> Settled? {
        var part = part
        part.live = trunk.live
        part.lambda = trunk.lambda
        return Settled(nodes: trunk.nodes, branch: trunk.live.free.first, rest: part)
    }

    /// One plan is left: with λ what each row pays there, L is its cost.
    private func settleLast(_ part: Part, _ trunk: ProofTrunk) -> Settled? {
        let lambda = rows.rows.indices.map { row in
            trunk.live.fixedOpen.reduce(Int64.max) { min($0, pricing.costs.value(row, site: Int($1))) }
                * pricing.scale
        }
        guard let priced = pricing.price(lambda, crossing: [], trunk.live), priced.value > pricing.target else {
            return nil
        }
        let multipliers = ProofMultipliers(
            rows: lambda, after: trunk.lambda, count: priced.least.count, limits: priced.least.limits)
        return Settled(nodes: trunk.nodes + [.leaf(multipliers)], branch: nil, rest: part)
    }

    private mutating func climbed(_ part: inout Part, _ live: LiveSites) -> Subgradient? {
        let ceiling = (0..<rows.count).map { row in
            min(rows.radius[row], Int64((part.multipliers.rows[row] * 1.3 + 1).rounded(.up)))
        }
        var ascent = Subgradient(
            columns: ContributionColumns(rows, active: (live.free + live.fixedOpen).sorted(), cap: ceiling),
            rules: rules, tree: tree, free: live.free, forced: live.fixedOpen, ceiling: ceiling.map { Double($0) },
            metric: rows.rows.map { Double($0.weight) }, start: part.multipliers, step: 0.3, threads: threads)
        guard ascent.run(iterations: Self.iterations, target: Double(bound)) else { return nil }
        work -= ascent.work
        part.multipliers = ascent.best.multipliers
        return ascent
    }

    /// The undecided site that was chosen nearest to half of the time.
    private func branch(_ live: LiveSites, _ ascent: Subgradient) -> UInt32? {
        let most = ascent.frequency.max() ?? 0
        return live.free.max { a, b in
            let (left, right) = (ascent.frequency[Int(a)], ascent.frequency[Int(b)])
            return (min(left, most - left), b) < (min(right, most - right), a)
        }
    }

    /// The first limit that the sites left cannot keep, −1 for the count; nil when each can be kept.
    private func emptyLimit(_ live: LiveSites) -> Int? {
        let (open, possible) = (live.fixedOpen, live.fixedOpen + live.free)
        if open.count > rules.count || possible.count < rules.count { return -1 }
        let (fewest, most) = (rules.counts(of: open), rules.counts(of: possible))
        return rules.bounds.indices.first { fewest[$0] > rules.bounds[$0].most || most[$0] < rules.bounds[$0].least }
    }
}

extension Multipliers {
    /// - Parameter crossing: limits with a multiplier; those of another number of limits start from 0.
    fileprivate init(_ step: MultiplierStep, crossing: Int) {
        rows = step.rows
        limits = step.limits.count == crossing ? step.limits : [Double](repeating: 0, count: crossing)
    }
}
