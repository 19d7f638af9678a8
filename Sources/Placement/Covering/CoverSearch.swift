internal import HubModel

/// The search for burdens of few steps, such as the weight beyond a limit: here the relaxation has so many ties that a
/// subgradient stays far from its optimum, and a linear program that merges rows by equal cover sets gives it at once.
///
/// First plan, optimum of the relaxation, multipliers from its duals, sites fixed by their exact bound, plans from its
/// choice and its values; then branching on what is left.
struct CoverSearch {
    private let service: ServiceProblem
    private let limits: SolveLimits
    private let settings: EngineSettings
    private let rules: SiteRules
    private let tree: LimitTree
    private let deadline: Deadline
    private let started = ContinuousClock.now

    private var rows: ContributionRows
    private var live: LiveSites
    private(set) var best: OpenPlan
    private var multipliers: Multipliers
    private var trail: [MultiplierStep] = []
    private var bound: Int64 = 0
    /// What forcing each free site the other way costs at the best multipliers, by site.
    private(set) var exchange: [Int64]
    /// What the linear program opens of each site, by site; empty before it is solved.
    private var opening: [Double] = []
    /// What an earlier bound was made from, in today's terms.
    private let former: FormerSteps?
    private(set) var work: Int64 = 0
    private var round: UInt64 = 0
    private var method = Self.method

    static let method = """
        Lagrangian relaxation of the assignment, in whole numbers, at the duals of the linear program of merged cover sets \
        (HiGHS), with reduced-cost fixing
        """

    /// Most steps of a burden for which the linear program stays small.
    private static let mostSteps = 4

    static func applies(to service: ServiceProblem) -> Bool {
        guard case .steps(let thresholds, _) = service.burden else { return false }
        return thresholds.count <= mostSteps
    }

    init(
        _ service: ServiceProblem, _ limits: SolveLimits, warm: [UInt32]?, former: FormerBound? = nil,
        settings: EngineSettings
    ) throws(PlacementError) {
        self.service = service
        self.limits = limits
        let source = try ContributionSource(service)
        let settings = settings.within(memory: limits.memory, bytesPerPair: source.bytesPerPair)
        self.settings = settings
        deadline = Deadline(seconds: limits.seconds)
        rules = SiteRules(service)
        tree = LimitTree(rules)
        guard service.count > 0 else {
            throw PlacementError("\(service.id) asks for no hubs, so there is nothing to place: ask for at least one.")
        }
        rows = ContributionRows(
            source,
            length: settings.rowLength(areas: service.areaCount, sites: service.siteCount, count: service.count),
            threads: limits.threads)
        live = LiveSites(rules)
        exchange = [Int64](repeating: 0, count: service.siteCount)
        let columns = ContributionColumns(rows, active: rules.allowedSites)
        let start = try FirstPlan(service.id, rows: rows, columns: columns, rules: rules, warm: warm)
        work += start.work
        let plan = start.plan
        best = plan
        let fresh = Multipliers(plan, tree: tree)
        multipliers = fresh
        if let former {
            let titles = tree.crossing.map { service.limits[$0].title }
            self.former = FormerSteps(
                former, burden: service.burden, rows: rows.rows, limits: titles, fresh: fresh)
        } else {
            self.former = nil
        }
    }

    mutating func run(cancel: CancelFlag, onEvent: (SolveEvent) -> Void) throws(PlacementError)
        -> LagrangianEngine.Answer
    {
        report("first plan", onEvent)
        price()
        report("bound", onEvent)
        if let stop = reasonToStop(cancel) ?? retrace(cancel, onEvent) { return answer(stop) }
        guard try relax(cancel) else { return try climb(cancel, onEvent) }
        report("linear program of cover sets", onEvent)
        searchOn(cancel, onEvent)
        if let stop = reasonToStop(cancel) { return answer(stop) }
        let stop = try close(cancel)
        report("integer program of cover sets", onEvent)
        return answer(reasonToStop(cancel) ?? stop)
    }

    /// Prices all sites at the multipliers of an earlier bound.
    /// - Returns: why to stop; nil when there is more to do.
    private mutating func retrace(_ cancel: CancelFlag, _ onEvent: (SolveEvent) -> Void) -> StopReason? {
        guard let former else { return nil }
        for step in former.trail.suffix(1) + former.trail.dropLast() {
            multipliers = former.multipliers(step)
            price()
            report("bound, by former multipliers", onEvent)
            if let stop = reasonToStop(cancel) { return stop }
        }
        return nil
    }

    /// Goes on from a plan that was found elsewhere.
    /// - Returns: the best plan then, ascending; nil when it is no better.
    mutating func improve(
        _ open: [UInt32], cancel: CancelFlag, onEvent: (SolveEvent) -> Void
    ) -> [UInt32]? {
        let plan = OpenPlan(open, rows: rows, rules: rules)
        guard plan.objective < best.objective, !opening.isEmpty else { return nil }
        offer(plan)
        price()
        searchOn(cancel, onEvent)
        return best.objective < plan.objective ? best.open.sorted() : nil
    }

    /// Searches around the incumbent until that has been in vain for long enough.
    private mutating func searchOn(_ cancel: CancelFlag, _ onEvent: (SolveEvent) -> Void) {
        var idle = 0
        while idle < settings.coverPatience, reasonToStop(cancel) == nil {
            let before = best.objective
            search(from: [], budget: settings.coverSearch)
            idle = best.objective < before ? 0 : idle + 1
            if best.objective < before { price() }
            report("search, \(live.free.count) sites undecided", onEvent)
        }
    }

    // MARK: The relaxation

    /// Solves the relaxation, prices at its duals and searches from what it opens.
    /// - Returns: whether it was solved within the limits.
    private mutating func relax(_ cancel: CancelFlag) throws(PlacementError) -> Bool {
        let sets = CoverSets(rows, among: live.free, open: live.fixedOpen)
        let model = CoverModel(sets, rules: rules, tree: tree, open: live.fixedOpen, isRelaxed: true)
        let terms = Int64(model.linear.index.count)
        // An interior point method takes some forty steps; short of those it gives nothing.
        if let most = limits.work, most - work < Self.usualSteps * terms { return false }
        guard fits(terms, each: Self.relaxedBytes) else { return false }
        guard isEven else { return false }
        let stopAt = limits.stopAt
        let own = Deadline(seconds: deadline.remaining.map { $0 * Self.portion })
        let found = try LinearSolver().relax(
            model.linear,
            limits: LinearSolver.Limits { cancel.checkpoint(stopAt: stopAt, isLate: own.isPast) })
        guard let found else { return false }
        work += found.work * terms
        multipliers = model.multipliers(found.duals)
        opening = [Double](repeating: 0, count: service.siteCount)
        for (site, value) in zip(sets.sites, found.values) { opening[Int(site)] = value }
        let chosen = price()
        let opened = live.fixedOpen + model.open(in: found.values)
        search(from: [chosen, opened.sorted()], budget: settings.leastSearch)
        price()
        return true
    }

    /// Whether no demand point is out of all proportion to another, on which the interior point method may not end.
    private var isEven: Bool {
        let weights = rows.rows.map(\.weight)
        guard let least = weights.min(), let most = weights.max() else { return false }
        return most / settings.widestWeights <= least
    }

    /// Whether a program of so many coefficients keeps a limit of memory, should one be given.
    private func fits(_ terms: Int64, each bytes: Int64) -> Bool {
        limits.memory.map { terms <= $0 / bytes } ?? true
    }

    /// Bytes that a coefficient takes in all, in the interior point method and in an integer program, about.
    private static let (relaxedBytes, integerBytes): (Int64, Int64) = (200, 500)

    private static let usualSteps: Int64 = 60
    /// Of the time left, how much the linear program may take.
    private static let portion = 0.6

    /// Climbs by subgradient instead, where the limits leave no room for the linear program.
    private mutating func climb(
        _ cancel: CancelFlag, _ onEvent: (SolveEvent) -> Void
    ) throws(PlacementError) -> LagrangianEngine.Answer {
        var rest = limits
        rest.seconds = deadline.remaining
        rest.work = limits.work.map { max(0, $0 - work) }
        var search = try LagrangianSearch(service, rest, warm: best.open.sorted(), settings: settings)
        let before = work
        var answer = search.run(cancel: cancel) { event in
            var event = event
            event.work += before
            onEvent(event)
        }
        exchange = search.exchange
        answer.work += work
        return answer
    }

    /// Solves what fixing left undecided as an integer program, where that is small.
    /// - Returns: why the search ends, should the gap stay.
    private mutating func close(_ cancel: CancelFlag) throws(PlacementError) -> StopReason {
        let sets = CoverSets(rows, among: live.free, open: live.fixedOpen)
        // A proof is worth more time than a gap.
        let most = limits.gap > 0 ? settings.mostClosingTerms : settings.mostProofTerms
        guard sets.members.count <= most, sets.cost.reduce(0, +) < Self.largestClosing else {
            return .exhausted
        }
        guard fits(Int64(sets.members.count), each: Self.integerBytes) else { return .memoryLimit }
        let model = CoverModel(sets, rules: rules, tree: tree, open: live.fixedOpen, isRelaxed: false)
        let solver = try LinearSolver()
        let room = best.objective - 1 - sets.constant
        guard room >= 0 else {
            bound = best.objective
            return .proved
        }
        let (stopAt, deadline) = (limits.stopAt, deadline)
        let found = try solver.solve(
            model.linear,
            limits: LinearSolver.Limits(
                work: limits.work.map { max(0, $0 - work) / Self.iterationWork }, cutoff: Double(room) + 0.5
            ) { cancel.checkpoint(stopAt: stopAt, isLate: deadline.isPast) })
        work += found.work * Self.iterationWork
        let open = (live.fixedOpen + (found.values.isEmpty ? [] : model.open(in: found.values))).sorted()
        if rules.keeps(open) { offer(OpenPlan(open, rows: rows, rules: rules)) }
        // What is cut off costs at least what was the best plan; the solver's doubles are given some room, as ever.
        let proved = sets.constant + SafeBound.whole(min(found.bound, Double(room) + 0.5))
        if min(proved, best.objective) > bound {
            bound = min(proved, best.objective)
            method += "; closed by integer programming on the cover sets left (HiGHS, double precision)"
        }
        if case .stopped(let reason) = found.status { return reason }
        return .exhausted
    }

    /// Pairs that a simplex iteration counts for.
    private static let iterationWork: Int64 = 2000
    /// Largest sum of costs that the integer program is trusted with.
    private static let largestClosing: Int64 = 1 << 40

    /// Prices every live site at the multipliers, in whole numbers: the bound, and what can be fixed by it.
    /// - Returns: the choice of the relaxation.
    @discardableResult
    private mutating func price() -> [UInt32] {
        let exact = ExactBound(
            multipliers, rows: rows, rules: rules, tree: tree, live: live, cutoff: best.objective,
            threads: limits.threads)
        work += exact.work
        if exact.bound > bound || !exact.closed.isEmpty || !exact.opened.isEmpty {
            trail.append(MultiplierStep(rows: multipliers.rows, limits: multipliers.limits))
        }
        bound = min(best.objective, max(bound, exact.bound))
        for (site, cost) in zip(live.free, exact.exchange) { exchange[Int(site)] = cost }
        if bound < best.objective { live.fix(closed: exact.closed, open: exact.opened) }
        return exact.chosen
    }

    // MARK: Plans

    /// Searches from given choices, then around the incumbent, among the sites that come cheap.
    private mutating func search(from choices: [[UInt32]], budget: Int64) {
        round += 1
        let near = core(choices)
        let cover = CoverSets(rows, among: near, open: [])
        let columns = CoverPlan.Columns(cover)
        let isUnsure = near.map { opening.isEmpty || opening[Int($0)] < 0.999 }
        let wanted = near.indices.filter { !opening.isEmpty && opening[Int(near[$0])] > 0.01 }.map { Int32($0) }
        // Last from the incumbent, as the choices before it left it.
        for choice in choices.filter(rules.keeps).map(Optional.some) + [nil] {
            let isOpen = Set(choice ?? best.open)
            let start = near.indices.filter { isOpen.contains(near[$0]) }.map { Int32($0) }
            var walk = CoverWalk(
                CoverPlan(cover, columns, open: start), rules: rules, isUnsure: isUnsure, wanted: wanted,
                seed: limits.seed &+ round &* 0x9E37_79B9)
            walk.run(budget: choice == nil ? budget : 0)
            work += walk.work
            let open = walk.best.open.map { near[Int($0)] }.sorted()
            if rules.keeps(open) { offer(OpenPlan(open, rows: rows, rules: rules)) }
        }
    }

    /// Sites to search among: the incumbent's, those that the linear program opens in part, and those that come cheapest.
    private func core(_ choices: [[UInt32]]) -> [UInt32] {
        let cheapest = live.free.sorted { (exchange[Int($0)], $0) < (exchange[Int($1)], $1) }
            .prefix(settings.coverCore * service.count)
        let opened = live.free.filter { !opening.isEmpty && opening[Int($0)] > 1e-6 }
        var core = Set(cheapest)
        for more in [opened, live.fixedOpen, best.open] + choices { core.formUnion(more) }
        return core.sorted()
    }

    private mutating func offer(_ plan: OpenPlan) {
        if plan.objective < best.objective { best = plan }
    }

    // MARK: Ends

    private var gap: Double { Gap.fraction(best.objective, above: bound) }

    private func reasonToStop(_ cancel: CancelFlag) -> StopReason? {
        if bound >= best.objective { return .proved }
        if gap <= limits.gap { return .gapReached }
        if let most = limits.work, work >= most { return .workLimit }
        return cancel.checkpoint(stopAt: limits.stopAt, isLate: deadline.isPast)
    }

    private func report(_ stage: String, _ onEvent: (SolveEvent) -> Void) {
        onEvent(
            SolveEvent(
                service: service.id, stage: stage, incumbent: best.objective, bound: bound, work: work,
                seconds: (ContinuousClock.now - started) / .seconds(1)))
    }

    private func answer(_ stop: StopReason) -> LagrangianEngine.Answer {
        var outcome = ServiceOutcome(
            service: service.id, open: best.open.sorted(), objective: best.objective, bound: bound, trail: trail)
        outcome.layout = MultiplierLayout(
            rows: rows.rows, limits: tree.crossing.map { service.limits[$0].title }, burden: service.burden)
        return (outcome, stop, work, method)
    }
}
