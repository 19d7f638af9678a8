internal import Dispatch
internal import HubModel

/// The state of one solve, and its rounds: choose active sites, climb with the multipliers, price all sites in whole
/// numbers, fix, search from what the relaxation chose.
struct LagrangianSearch {
    private let service: ServiceProblem
    private let limits: SolveLimits
    private let settings: EngineSettings
    private let rules: SiteRules
    private let tree: LimitTree
    private let started = DispatchTime.now()

    private var rows: ContributionRows
    private var live: LiveSites
    private var best: OpenPlan
    private var multipliers: Multipliers
    private var step = 1.0
    /// Multipliers of each step that fixed sites or raised the bound, for the certificate.
    private var trail: [MultiplierStep] = []
    /// Bound on every plan, rounded up.
    private var bound: Int64 = 0
    /// What forcing each free site the other way costs at the best multipliers, by site.
    private var exchange: [Int64]
    private var isCapped: [Bool]
    private var work: Int64 = 0
    private var round: UInt64 = 0

    init(
        _ service: ServiceProblem, _ limits: SolveLimits, warm: [UInt32]?, settings: EngineSettings
    ) throws(PlacementError) {
        self.service = service
        self.limits = limits
        self.settings = settings
        rules = SiteRules(service)
        tree = LimitTree(rules)
        let source = try ContributionSource(service)
        guard service.count > 0 else {
            throw PlacementError("\(service.id) asks for no hubs, so there is nothing to place: ask for at least one.")
        }
        let length = settings.rowLength(
            areas: service.areaCount, sites: service.siteCount, count: service.count)
        rows = ContributionRows(source, length: length, threads: limits.threads)
        live = LiveSites(rules)
        isCapped = [Bool](repeating: false, count: rows.count)
        exchange = [Int64](repeating: 0, count: service.siteCount)

        // First lists short: enough for a plan that spreads its hubs.
        let near = 2 * service.siteCount / service.count + 8
        let table = rows
        let cap = (0..<table.count).map { row in
            let range = table.range(row)
            return range.count > near ? table.values[range.lowerBound + near] : table.radius[row]
        }
        let columns = ContributionColumns(rows, active: rules.allowedSites, cap: cap)
        let open: [UInt32]
        if let warm, rules.keeps(warm) {
            open = warm
        } else if let greedy = GreedyStart.plan(rows, columns, rules), rules.keeps(greedy) {
            open = greedy
        } else {
            throw PlacementError(
                """
                No set of \(service.count) hubs was found that keeps every rule of \(service.id). Ask `check` which rules \
                clash.
                """)
        }
        var plan = OpenPlan(open, rows: rows, rules: rules)
        var interchange = Interchange(rows: rows, columns: columns, rules: rules)
        interchange.descend(&plan)
        work += interchange.work
        best = plan
        multipliers = Multipliers(plan, tree: tree)
    }

    // MARK: Rounds

    mutating func run(cancel: CancelFlag?, onEvent: (SolveEvent) -> Void) -> LagrangianEngine.Answer {
        report("first plan", onEvent)
        priceAll()
        report("bound", onEvent)
        var idle = 0
        while true {
            if let stop = reasonToStop(cancel) { return answer(stop) }
            if live.free.count <= settings.branchBelow || idle >= settings.patience {
                guard live.free.count <= settings.branchAtMost else { return answer(.exhausted) }
                let stop = branch(cancel, onEvent)
                return answer(stop)
            }
            let before = (bound, best.objective, live.free.count)
            playRound()
            report("bound, \(live.free.count) sites undecided", onEvent)
            let gap = Double(best.objective - bound)
            let gained =
                Double(bound - before.0) > 0.03 * gap || best.objective < before.1
                || live.free.count < before.2 - before.2 / 50
            idle = gained ? 0 : idle + 1
        }
    }

    /// Splits what fixing left undecided until nothing is left, or a limit is met.
    private mutating func branch(_ cancel: CancelFlag?, _ onEvent: (SolveEvent) -> Void) -> StopReason {
        compactIfWorthwhile()
        var tree = BranchAndBound(
            rows: rows, rules: rules, tree: self.tree,
            root: BranchAndBound.Node(live: live, multipliers: multipliers, bound: bound), best: best,
            threads: limits.threads)
        let workBefore = work
        while !tree.isDone {
            if let stop = reasonToStop(cancel) { return stop }
            if tree.nodes >= settings.mostNodes { return .exhausted }
            tree.step()
            best = tree.best
            bound = max(bound, min(tree.bound, best.objective))
            work = workBefore + tree.work
            if tree.nodes % 16 == 0 { report("\(tree.nodes) nodes, \(tree.openCount) open", onEvent) }
        }
        report("\(tree.nodes) nodes", onEvent)
        return reasonToStop(cancel) ?? .proved
    }

    private mutating func playRound() {
        round += 1
        let active = cheapest(live.free.count)
        let ceiling = ceilings()
        let columns = ContributionColumns(rows, active: active, cap: ceiling)
        var climb = Subgradient(
            columns: columns, rules: rules, tree: tree, free: active.filter(isFree), forced: live.fixedOpen,
            ceiling: ceiling.map { Double($0) }, metric: rows.rows.map { Double($0.weight) }, start: multipliers,
            step: step, threads: limits.threads)
        guard climb.run(iterations: settings.iterations, target: Double(best.objective)) else {
            // The active sites alone cannot keep the rules: price all and choose anew.
            priceAll()
            return
        }
        work += climb.work
        step = climb.step < 0.02 ? 1 : climb.step
        multipliers = climb.best.multipliers
        search(from: [climb.best.chosen, climb.last], budget: max(climb.work / 2, settings.leastSearch))
        priceAll()
    }

    private func isFree(_ site: UInt32) -> Bool { !isFixedOpen.contains(site) }

    private var isFixedOpen: Set<UInt32> { Set(live.fixedOpen) }

    /// Prices every live site at the multipliers, in whole numbers: the bound, and what can be fixed by it.
    private mutating func priceAll() {
        let exact = ExactBound(
            multipliers, rows: rows, rules: rules, tree: tree, live: live, cutoff: best.objective,
            threads: limits.threads)
        work += exact.work
        if exact.bound > bound || !exact.closed.isEmpty || !exact.opened.isEmpty {
            trail.append(MultiplierStep(rows: multipliers.rows, limits: multipliers.limits))
        }
        bound = min(best.objective, max(bound, exact.bound))
        isCapped = exact.isCapped
        for (site, cost) in zip(live.free, exact.exchange) { exchange[Int(site)] = cost }
        guard bound < best.objective, !exact.closed.isEmpty || !exact.opened.isEmpty else { return }
        live.fix(closed: exact.closed, open: exact.opened)
        compactIfWorthwhile()
    }

    private mutating func compactIfWorthwhile() {
        var keep = live.isLive
        for site in best.open { keep[Int(site)] = true }
        let alive = rows.sites.reduce(0) { $0 + (keep[Int($1)] ? 1 : 0) }
        guard alive < rows.pairCount * 3 / 4 else { return }
        rows = rows.compacted(keep: keep)
    }

    /// The sites to climb with: the incumbent's, those fixed open, and those that come cheapest at the multipliers.
    private func cheapest(_ most: Int) -> [UInt32] {
        let sorted = live.free.sorted { (exchange[Int($0)], $0) < (exchange[Int($1)], $1) }
        return Set(sorted.prefix(most) + live.fixedOpen + best.open.filter { live.isLive[Int($0)] }).sorted()
    }

    /// How far a row's multiplier may climb in a round, and how far its columns reach.
    private func ceilings() -> [Int64] {
        (0..<rows.count).map { row in
            min(rows.radius[row], Int64((multipliers.rows[row] * 1.2 + 1).rounded(.up)))
        }
    }

    // MARK: Plans

    /// Searches from choices of the relaxation, then around the incumbent, on a core of sites that come cheap.
    private mutating func search(from choices: [[UInt32]], budget: Int64) {
        let near = Set(cheapest(settings.coreFactor * service.count) + best.open + choices.joined()).sorted()
        var keep = [Bool](repeating: false, count: service.siteCount)
        for site in near { keep[Int(site)] = true }
        let core = rows.compacted(keep: keep)
        let reach = (0..<core.count).map { Int64(best.second[$0] * 1.25) + 1 }
        let columns = ContributionColumns(core, active: near, cap: reach)
        var interchange = Interchange(rows: core, columns: columns, rules: rules)
        for choice in choices where rules.keeps(choice) {
            var plan = OpenPlan(choice.sorted(), rows: core, rules: rules)
            interchange.descend(&plan)
            if plan.objective < best.objective { interchange.descendByPairs(&plan) }
            offer(plan)
        }
        var walk = Perturbation(best, interchange, seed: limits.seed &+ round &* 0x9E37_79B9)
        walk.run(budget: budget)
        offer(walk.best)
        work += walk.work
    }

    private mutating func offer(_ plan: OpenPlan) {
        guard plan.objective < best.objective, rules.keeps(plan.open) else { return }
        best = plan
    }

    // MARK: Ends

    private var gap: Double {
        best.objective > bound ? Double(best.objective - bound) / Double(best.objective) : 0
    }

    private var seconds: Double {
        Double(DispatchTime.now().uptimeNanoseconds - started.uptimeNanoseconds) / 1e9
    }

    private func reasonToStop(_ cancel: CancelFlag?) -> StopReason? {
        if bound >= best.objective { return .proved }
        if gap <= limits.gap { return .gapReached }
        if cancel?.isRaised == true { return .interrupted }
        if let most = limits.work, work >= most { return .workLimit }
        if let most = limits.seconds, seconds >= most { return .timeLimit }
        return nil
    }

    private func report(_ stage: String, _ onEvent: (SolveEvent) -> Void) {
        onEvent(
            SolveEvent(
                service: service.id, stage: stage, incumbent: best.objective, bound: bound, work: work,
                seconds: seconds))
    }

    private func answer(_ stop: StopReason) -> LagrangianEngine.Answer {
        let outcome = ServiceOutcome(
            service: service.id, open: best.open.sorted(), objective: best.objective, bound: bound, trail: trail)
        return (
            outcome, stop, work, "Lagrangian relaxation of the assignment, in whole numbers, with reduced-cost fixing"
        )
    }
}
