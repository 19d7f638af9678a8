internal import HubModel

/// Finds a proof of the best bound it can: the solver's multipliers as they are, then with the sites fixed that they
/// rule out, then a tree of its own; failing that, the bound that one set of multipliers supports.
struct ProofMaker {
    let scale: Int64
    private let service: ServiceProblem
    private let costs: CertificateCosts
    private let outcome: ServiceOutcome
    private let rules: SiteRules
    private let tree: LimitTree
    private let threads: Int
    /// What the costliest site adds to each row at most.
    private let most: [Int64]

    struct Proof {
        var bound: Int64
        var nodes: [ProofNode]
    }

    init(_ service: ServiceProblem, costs: CertificateCosts, plan: ServiceOutcome, threads: Int) throws {
        self.service = service
        self.costs = costs
        outcome = plan
        rules = SiteRules(service)
        tree = LimitTree(rules)
        self.threads = threads
        scale = ExactBound.scale(most: try ContributionSource(service).most, crossing: tree.crossing.count)
        let longest = service.burden(service.travel.longest)
        most = costs.rows.map { ($0.withoutCar + $0.withCar) * longest }
    }

    /// - Parameter trail: the solver's multipliers for these costs; empty to find some.
    func proof(_ trail: [MultiplierStep]) throws -> Proof {
        var steps = trail.filter { $0.rows.count == costs.rows.count }
        if steps.isEmpty { steps = try ownSteps() }
        let goal = outcome.bound ?? outcome.objective
        if let nodes = try nodes(for: goal, steps, isOwn: !trail.isEmpty) { return Proof(bound: goal, nodes: nodes) }
        return singleLeaf(steps)
    }

    /// Multipliers from the Lagrangian engine, for a plan that another method made.
    private func ownSteps() throws -> [MultiplierStep] {
        let limits = SolveLimits(gap: 0, work: Self.work, threads: threads)
        var search = try LagrangianSearch(service, limits, warm: outcome.open, settings: EngineSettings())
        return search.run(cancel: CancelFlag(), onEvent: { _ in }).outcome.trail
            .filter { $0.rows.count == costs.rows.count }
    }

    /// Pairs that the search for multipliers, and then the tree, may look at.
    private static let work: Int64 = 400_000_000

    private func pricing(_ bound: Int64) -> ProofPricing {
        ProofPricing(
            costs: costs, rules: rules, tree: tree, scale: scale, target: Int128(scale) * (Int128(bound) - 1))
    }

    /// A proof that no plan costs less than `bound`; nil when the budget does not find one.
    /// - Parameter isOwn: whether the steps, and with them the tree, are the solver's for these costs.
    private func nodes(for bound: Int64, _ steps: [MultiplierStep], isOwn: Bool) throws -> [ProofNode]? {
        let pricing = pricing(bound)
        if let last = steps.last, let priced = price(last, pricing, LiveSites(rules)), priced.value > pricing.target {
            return [.leaf(leaf(priced, after: nil))]
        }
        var trunk = ProofTrunk(live: LiveSites(rules))
        for (number, step) in steps.enumerated() {
            guard let priced = price(step, pricing, trunk.live) else { return nil }
            if priced.value > pricing.target { return trunk.nodes + [.leaf(leaf(priced, after: trunk.lambda))] }
            let fixed = priced.closed.count + priced.opened.count
            // A tree of the solver's stands on all that was fixed before it.
            let isNeeded = isOwn && !outcome.branching.isEmpty || number == steps.count - 1
            guard fixed > 0, isNeeded || 20 * fixed >= trunk.live.free.count else { continue }
            trunk.fix(priced)
        }
        if isOwn, !outcome.branching.isEmpty, let below = try replayed(below: trunk, bound, pricing) {
            return trunk.nodes + below
        }
        guard bound >= outcome.objective else { return nil }
        var growth = try ProofTree(
            service, pricing: pricing, most: most, bound: bound, work: Self.work, threads: threads)
        return growth.grow(from: trunk, steps.last).map { trunk.nodes + $0 }
    }

    private func replayed(below trunk: ProofTrunk, _ bound: Int64, _ pricing: ProofPricing) throws -> [ProofNode]? {
        let (service, most, threads) = (service, most, threads)
        var replay = ProofReplay(pricing: pricing, most: most) {
            try ProofTree(service, pricing: pricing, most: most, bound: bound, work: Self.work, threads: threads)
        }
        return try replay.nodes(below: trunk, outcome.branching)
    }

    private func price(_ step: MultiplierStep, _ pricing: ProofPricing, _ live: LiveSites) -> ProofPricing.Priced? {
        pricing.price(pricing.whole(step.rows, most: most), crossing: step.limits, live)
    }

    private func leaf(_ priced: ProofPricing.Priced, after former: [Int64]?) -> ProofMultipliers {
        ProofMultipliers(
            rows: priced.lambda, after: former, count: priced.least.count, limits: priced.least.limits)
    }

    /// The best bound that one set of multipliers gives with nothing fixed; 0 at worst, since no burden is negative.
    private func singleLeaf(_ steps: [MultiplierStep]) -> Proof {
        let pricing = pricing(outcome.objective)
        let nothing = MultiplierStep(rows: [Double](repeating: 0, count: costs.rows.count), limits: [])
        var best: ProofPricing.Priced?
        for step in steps + [nothing] {
            guard let priced = price(step, pricing, LiveSites(rules)) else { continue }
            if best.map({ priced.value > $0.value }) ?? true { best = priced }
        }
        guard let best else {
            let zeros = [Int64](repeating: 0, count: costs.rows.count)
            let limits = [Int64](repeating: 0, count: rules.bounds.count)
            return Proof(bound: 0, nodes: [.leaf(ProofMultipliers(rows: .all(zeros), count: 0, limits: limits))])
        }
        let unit = Int128(scale)
        let rounded = best.value >= 0 ? (best.value + unit - 1) / unit : -(-best.value / unit)
        return Proof(
            bound: min(outcome.objective, Int64(clamping: rounded)), nodes: [.leaf(leaf(best, after: nil))])
    }
}

/// The part of a proof before it branches: what is fixed for all plans.
struct ProofTrunk {
    private(set) var live: LiveSites
    private(set) var nodes: [ProofNode] = []
    /// λ at the last node; nil at the start.
    private(set) var lambda: [Int64]?

    init(live: LiveSites, lambda: [Int64]? = nil) {
        self.live = live
        self.lambda = lambda
    }

    /// The same with its nodes left behind.
    var bare: ProofTrunk { ProofTrunk(live: live, lambda: lambda) }

    /// One side of a branching.
    mutating func settle(closed: Set<UInt32>, open: Set<UInt32>) { live.fix(closed: closed, open: open) }

    /// Two nodes at the same λ, since closing and opening are best supported by different multipliers of the rules.
    mutating func fix(_ priced: ProofPricing.Priced) {
        for (sites, potentials, isClosing) in [
            (priced.closed, priced.least, true), (priced.opened, priced.greatest, false),
        ] where !sites.isEmpty {
            let multipliers = ProofMultipliers(
                rows: priced.lambda, after: lambda, count: potentials.count, limits: potentials.limits)
            nodes.append(
                .fix(multipliers, closed: isClosing ? sites : [], opened: isClosing ? [] : sites))
            lambda = priced.lambda
        }
        live.fix(closed: Set(priced.closed), open: Set(priced.opened))
    }
}
