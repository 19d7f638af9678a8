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
    private(set) var best: OpenPlan
    private var multipliers: Multipliers
    private var step = 1.0
    /// Multipliers of each step that fixed sites or raised the bound, for the certificate.
    private var trail: [MultiplierStep] = []
    /// The tree that finished the proof, for the certificate.
    private var branching: [BranchStep] = []
    private var rowLength: Int
    /// Bound on every plan, rounded up.
    private var bound: Int64 = 0
    /// What forcing each free site the other way costs at the best multipliers, by site.
    private(set) var exchange: [Int64]
    private var isCapped: [Bool]
    /// The last bound made over all sites; may be below the best.
    private var priced: Int64 = 0
    /// Active sites of the next round.
    private var activeCount: Int
    private(set) var work: Int64 = 0
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
        rowLength = settings.rowLength(
            areas: service.areaCount, sites: service.siteCount, count: service.count)
        rows = ContributionRows(source, length: rowLength, threads: limits.threads)
        live = LiveSites(rules)
        isCapped = [Bool](repeating: false, count: rows.count)
        activeCount = max(settings.leastActive * service.count, service.siteCount / 4, 200)
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
        for stride in [16, 4] where live.free.count / stride >= settings.coarseFactor * service.count {
            if let stop = reasonToStop(cancel) { return answer(stop) }
            playRound(among: stride)
            report("bound, from one site in \(stride)", onEvent)
        }
        var idle = 0
        while true {
            if let stop = reasonToStop(cancel) { return answer(stop) }
            // One climb at least, so that the tree begins near the bound it would have to find by cuts.
            if round > 0 && live.free.count <= settings.branchBelow || idle >= settings.patience {
                if settings.searchesHard, live.free.count > settings.branchBelow, searchHarder(onEvent) {
                    idle = 0
                    continue
                }
                let stop = branch(cancel, onEvent)
                return answer(stop)
            }
            let before = (bound, best.objective, live.free.count)
            playRound()
            report("bound, \(live.free.count) sites undecided", onEvent)
            let gained =
                Double(bound - before.0) > 0.1 * Double(best.objective - before.0)
                || live.free.count < before.2 * 9 / 10
            idle = gained ? 0 : idle + 1
        }
    }

    /// Before branching, a longer search for a better plan: each one found saves nodes.
    /// - Returns: whether one was found, and fixed sites with it.
    private mutating func searchHarder(_ onEvent: (SolveEvent) -> Void) -> Bool {
        let before = (best.objective, live.free.count)
        for _ in 0..<settings.hardSearches {
            round += 1
            search(from: [], budget: settings.hardSearch)
            report("search", onEvent)
            if best.objective < before.0 { break }
        }
        guard best.objective < before.0 else { return false }
        priceAll()
        return live.free.count > settings.branchBelow
    }

    /// Splits what fixing left undecided until nothing is left, or a limit is met.
    private mutating func branch(_ cancel: CancelFlag?, _ onEvent: (SolveEvent) -> Void) -> StopReason {
        compactIfWorthwhile()
        let isSmall = live.free.count <= settings.mostCutSites && rows.pairCount <= settings.mostCutPairs
        // Should the linear solver break down, what it found stays and the rest goes on without it.
        if isSmall, let stop = try? branchOnCuts(cancel, onEvent) { return stop }
        var tree = BranchAndBound(
            rows: rows, rules: rules, tree: self.tree,
            root: BranchAndBound.Node(live: live, multipliers: multipliers, bound: bound), best: best,
            gap: max(0, limits.gap), threads: limits.threads)
        let workBefore = work
        while !tree.isDone {
            if let stop = reasonToStop(cancel) { return stop }
            // Short of a proof, branching is worth about as much work as all before it.
            let isSpent = limits.gap > 0 && tree.work > max(settings.branchWork, workBefore)
            if isSpent || tree.nodes >= settings.mostNodes { return .exhausted }
            tree.step()
            best = tree.best
            bound = max(bound, min(tree.bound, best.objective))
            work = workBefore + tree.work
            if tree.nodes % 16 == 0 { report("\(tree.nodes) nodes, \(tree.openCount) open", onEvent) }
        }
        report("\(tree.nodes) nodes", onEvent)
        return reasonToStop(cancel) ?? .exhausted
    }

    /// The same on the linear relaxation with cuts, where every bound is that of the relaxation itself.
    private mutating func branchOnCuts(
        _ cancel: CancelFlag?, _ onEvent: (SolveEvent) -> Void
    ) throws(PlacementError) -> StopReason {
        var tree = try CutTree(
            rows: rows, rules: rules, tree: self.tree,
            root: BranchAndBound.Node(live: live, multipliers: multipliers, bound: bound), best: best,
            gap: max(0, limits.gap), threads: limits.threads)
        let workBefore = work
        var stop: StopReason?
        while stop == nil, !tree.isDone {
            let isSpent = limits.gap > 0 && tree.work > max(settings.branchWork, workBefore)
            stop = reasonToStop(cancel) ?? (isSpent || tree.nodes >= settings.mostNodes ? .exhausted : nil)
            guard stop == nil else { break }
            try tree.step()
            best = tree.best
            bound = max(bound, min(tree.bound, best.objective))
            work = workBefore + tree.work
            if tree.nodes % 16 == 0 { report("\(tree.nodes) nodes, \(tree.openCount) open", onEvent) }
        }
        branching = tree.steps()
        report("\(tree.nodes) nodes", onEvent)
        return stop ?? reasonToStop(cancel) ?? .exhausted
    }

    /// - Parameter stride: one in so many of the undecided sites is climbed with; the bound is made with all.
    private mutating func playRound(among stride: Int = 1) {
        round += 1
        let active = stride > 1 ? sample(stride) : cheapest(activeCount)
        let ceiling = ceilings()
        let columns = ContributionColumns(rows, active: active, cap: ceiling)
        var climb = Subgradient(
            columns: columns, rules: rules, tree: tree, free: active.filter(isFree), forced: live.fixedOpen,
            ceiling: ceiling.map { Double($0) }, metric: rows.rows.map { Double($0.weight) }, start: multipliers,
            step: step, threads: limits.threads)
        // Small columns allow longer climbs for the same work.
        let iterations = min(
            4 * settings.iterations, max(settings.iterations, 60_000_000 / max(1, columns.pairCount)))
        guard climb.run(iterations: iterations, target: Double(best.objective)) else {
            // The active sites alone cannot keep the rules: price all and choose anew.
            priceAll()
            return
        }
        work += climb.work
        step = climb.step < settings.leastStep ? settings.freshStep : climb.step
        multipliers = climb.best.multipliers
        let hoped = climb.best.value
        search(
            from: [climb.best.chosen, climb.last], budget: max(climb.work / (gap > 0.01 ? 8 : 2), settings.leastSearch))
        priceAll()
        guard stride == 1 else { return }
        adaptActive(hoped: hoped, held: active.count)
        if gap < 0.01 { lengthenHeldRows() }
    }

    /// Reads rows again whose multiplier was held back by their radius, twice as long as before.
    private mutating func lengthenHeldRows() {
        guard isCapped.contains(true), rowLength < service.siteCount, rows.pairCount * 24 < settings.memory else {
            return
        }
        rowLength = min(2 * rowLength, service.siteCount)
        rows = rows.extended(wanted: isCapped, length: rowLength, keep: kept, threads: limits.threads)
    }

    /// Sites that rows must hold: what a better plan may use, and the incumbent.
    private var kept: [Bool] {
        var keep = live.isLive
        for site in best.open { keep[Int(site)] = true }
        return keep
    }

    /// More active sites where those left out spoil the bound, fewer where they do not matter.
    private mutating func adaptActive(hoped: Double, held: Int) {
        let loss = hoped - Double(priced)
        let gap = Double(best.objective) - hoped
        if loss > 0.05 * max(gap, 1) {
            activeCount = 2 * held
        } else if loss < 0.005 * gap {
            activeCount = max(settings.leastActive * service.count, held * 3 / 4)
        }
        activeCount = max(activeCount, 200)
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
        priced = exact.bound
        bound = min(best.objective, max(bound, exact.bound))
        isCapped = exact.isCapped
        for (site, cost) in zip(live.free, exact.exchange) { exchange[Int(site)] = cost }
        guard bound < best.objective, !exact.closed.isEmpty || !exact.opened.isEmpty else { return }
        live.fix(closed: exact.closed, open: exact.opened)
        compactIfWorthwhile()
    }

    private mutating func compactIfWorthwhile() {
        let keep = kept
        let alive = rows.sites.reduce(0) { $0 + (keep[Int($1)] ? 1 : 0) }
        guard alive < rows.pairCount * 3 / 4 else { return }
        rows = rows.compacted(keep: keep)
    }

    /// The incumbent's sites, those fixed open, and every so many of the undecided ones. Sites are listed place by
    /// place, so that a sample leaves no part of the country out.
    private func sample(_ stride: Int) -> [UInt32] {
        let picked = live.free.indices.filter { $0 % stride == 0 }.map { live.free[$0] }
        return Set(picked + live.fixedOpen + best.open.filter { live.isLive[Int($0)] }).sorted()
    }

    /// The incumbent's sites, those fixed open, and those that come cheapest at the multipliers.
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

    /// Searches around the incumbent alone, without a bound, until a round finds nothing.
    /// - Parameter costs: what each site costs to force in by another bound: the cheap ones are searched among.
    mutating func polish(among costs: [Int64], cancel: CancelFlag?, onEvent: (SolveEvent) -> Void) {
        exchange = costs
        for _ in 0..<settings.polishes where reasonToStop(cancel) == nil {
            round += 1
            let before = best.objective
            search(from: [], budget: settings.hardSearch)
            report("search", onEvent)
            if best.objective == before { return }
        }
    }

    /// Σ of what each row adds at its nearest site, with every multiple of `step` left out.
    func leastSum(modulo step: Int64) -> Int64 {
        (0..<rows.count).reduce(0) { sum, row in
            sum + (rows.range(row).first.map { rows.values[$0] } ?? rows.radius[row]) % step
        }
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
        var outcome = ServiceOutcome(
            service: service.id, open: best.open.sorted(), objective: best.objective, bound: bound, trail: trail)
        outcome.branching = branching
        return (
            outcome, stop, work, "Lagrangian relaxation of the assignment, in whole numbers, with reduced-cost fixing"
        )
    }
}
