internal import Dispatch
internal import HubModel

/// The state of one solve, and its rounds: choose active sites, climb with the multipliers, price all sites in whole
/// numbers, fix, search from what the relaxation chose.
struct LagrangianSearch {
    let service: ServiceProblem
    let limits: SolveLimits
    let settings: EngineSettings
    let rules: SiteRules
    let tree: LimitTree
    let started = DispatchTime.now()

    /// While there is a stream, rows hold the sites of a round; afterwards every live site.
    var rows: ContributionRows
    /// Tells of all live sites where rows of them would be too long to hold; nil as soon as they are held.
    var stream: ContributionStream?
    var wasStreamed: Bool
    /// Pairs that counted in the last pricing.
    var pairs: Int64 = 0
    /// The stream of all sites, for rows that turn out too short.
    let reader: ContributionStream?
    /// What an earlier bound was made from, in today's terms.
    let former: FormerSteps?
    var live: LiveSites
    var best: OpenPlan
    /// Other good plans, for what lies between them and the best.
    var elite = ElitePlans()
    var multipliers: Multipliers
    var step = 1.0
    /// Multipliers of each step that fixed sites or raised the bound, for the certificate.
    var trail: [MultiplierStep] = []
    /// The tree that finished the proof, for the certificate.
    var branching: [BranchStep] = []
    var rowLength: Int
    /// Bound on every plan, rounded up.
    var bound: Int64 = 0
    /// What forcing each free site the other way costs at the best multipliers, by site.
    var exchange: [Int64]
    var isCapped: [Bool]
    /// The last bound made over all sites; may be below the best.
    var priced: Int64 = 0
    /// Active sites of the next round.
    var activeCount: Int
    var work: Int64 = 0
    var round: UInt64 = 0
    var freshStarts = 0
    var hasSearchedHard = false
    /// Pairs in the columns of the last round, and bytes that a tree holds with its rows.
    var roundPairs = 0
    var treeBytes = 0
    /// Sites that the relaxation chose at some time in the last round: left out, they would spoil the next.
    var busy: [UInt32] = []
    /// Sites that rows hold while there is a stream.
    var held: [UInt32] = []

    init(
        _ service: ServiceProblem, _ limits: SolveLimits, warm: [UInt32]?, former: FormerBound? = nil,
        settings: EngineSettings
    ) throws(PlacementError) {
        self.service = service
        self.limits = limits
        let source = try ContributionSource(service)
        let settings = settings.within(memory: limits.memory, bytesPerPair: source.bytesPerPair)
        self.settings = settings
        rules = SiteRules(service)
        tree = LimitTree(rules)
        guard service.count > 0 else {
            throw PlacementError("\(service.id) asks for no hubs, so there is nothing to place: ask for at least one.")
        }
        live = LiveSites(rules)
        let wanted = settings.rowLength(areas: service.areaCount, sites: service.siteCount, count: service.count)
        reader = ContributionStream(source)
        let first = FirstSites.sample(rules, settings, warm: warm)
        if let reader, service.areaCount * wanted > settings.mostHeldPairs {
            wasStreamed = true
            rowLength = settings.rowLength(areas: service.areaCount, sites: first.count, count: service.count)
            rows = reader.among(first).rows(length: rowLength, threads: limits.threads)
            stream = reader
        } else {
            wasStreamed = false
            rowLength = wanted
            rows = ContributionRows(source, length: wanted, threads: limits.threads)
        }
        isCapped = [Bool](repeating: false, count: rows.count)
        activeCount = max(
            settings.leastActive * service.count,
            stream == nil ? service.siteCount / 4 : settings.streamedActive * service.count, 200)
        exchange = [Int64](repeating: 0, count: service.siteCount)

        // First lists short: enough for a plan that spreads its hubs.
        let near = 2 * (stream == nil ? service.siteCount : first.count) / service.count + 8
        let table = rows
        let cap = (0..<table.count).map { row in
            let range = table.range(row)
            return range.count > near ? table.value(at: range.lowerBound + near, of: row) : table.radius[row]
        }
        let columns = ContributionColumns(rows, active: first, cap: cap)
        let start = try FirstPlan(service.id, rows: rows, columns: columns, rules: rules, warm: warm)
        work += start.work
        let plan = start.plan
        best = plan
        let fresh = Multipliers(plan, tree: tree)
        multipliers = fresh
        if let former {
            let titles = Self.titles(tree, service)
            self.former = FormerSteps(
                former, burden: service.burden, rows: table.rows, limits: titles, fresh: fresh)
        } else {
            self.former = nil
        }
        held = first
    }

    // MARK: Rounds

    mutating func run(cancel: CancelFlag, onEvent: (SolveEvent) -> Void) -> LagrangianEngine.Answer {
        report("first plan", onEvent)
        if former != nil {
            if let stop = retrace(cancel, onEvent) { return answer(stop) }
        } else if stream != nil {
            playRound(on: held)
            report("bound, from \(held.count) sites", onEvent)
        } else {
            priceAll()
            report("bound", onEvent)
        }
        let isNear = former != nil && gap <= settings.wideGap
        for stride in [16, 4]
        where !isNear && stream == nil && live.free.count / stride >= settings.coarseFactor * service.count {
            if let stop = reasonToStop(cancel) { return answer(stop) }
            playRound(on: sample(stride))
            report("bound, from one site in \(stride)", onEvent)
        }
        var idle = 0
        while true {
            if let stop = reasonToStop(cancel) { return answer(stop) }
            // One climb at least, so that the tree begins near the bound it would have to find by cuts.
            if round > 0 && live.free.count <= settings.branchBelow || idle >= settings.patience {
                if stream != nil {
                    // Rows reach farther than the multipliers, and a round needs as much again for columns.
                    guard 3 * pairs * Int64(settings.bytesPerPair) < settings.memory else {
                        return answer(.memoryLimit)
                    }
                    holdAll()
                    idle = 0
                }
                if live.free.count > settings.searchAbove, searchHarder(onEvent) || startsAfresh() {
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

    /// Only plans that cost less are sought.
    var target: Int64 { best.objective - Int64(Double(best.objective) * max(0, limits.gap) * 0.999) }

    /// - Parameter sample: sites to climb with; nil for those that come cheapest. The bound is made with all.
    mutating func playRound(on sample: [UInt32]? = nil) {
        round += 1
        let active = sample ?? Set(representatives(activeCount) + busy.filter { live.isLive[Int($0)] }).sorted()
        if sample == nil { hold(active) }
        guard let climb = climb(on: active) else {
            // The active sites alone cannot keep the rules: price all and choose anew.
            priceAll()
            return
        }
        search(from: climb.choices, budget: max(climb.work / (gap > 0.01 ? 8 : 2), settings.leastSearch))
        priceAll()
        guard sample == nil else { return }
        adaptActive(hoped: climb.value, held: active.count)
        if gap < 0.01 { lengthenHeldRows() }
    }

    /// Climbs with the multipliers on columns of some sites, which are held no longer than that.
    /// - Returns: the best value over those sites, choices to search from, and pairs looked at; nil when the sites cannot
    ///   keep the rules.
    private mutating func climb(on active: [UInt32]) -> (value: Double, choices: [[UInt32]], work: Int64)? {
        let ceiling = ceilings()
        let isFixedOpen = Set(live.fixedOpen)
        let columns = ContributionColumns(rows, active: active, cap: ceiling)
        var climb = Subgradient(
            columns: columns, rules: rules, tree: tree, free: active.filter { !isFixedOpen.contains($0) },
            forced: live.fixedOpen,
            ceiling: ceiling.map { Double($0) }, metric: rows.rows.map { Double($0.weight) }, start: multipliers,
            step: step, threads: limits.threads)
        roundPairs = columns.pairCount
        // Small columns allow longer climbs for the same work.
        let least = stream == nil ? settings.iterations : settings.streamedIterations
        let iterations = min(
            settings.mostIterations, max(least, Int(settings.climbWork) / max(1, columns.pairCount)))
        guard climb.run(iterations: iterations, target: Double(best.objective)) else { return nil }
        work += climb.work
        step = climb.step < settings.leastStep ? settings.freshStep : climb.step
        multipliers = climb.best.multipliers
        busy = active.filter { climb.frequency[Int($0)] > 0 }
        let passing = climb.passing.prefix(relinks ? settings.passingSites / service.count : 0)
        return (climb.best.value, [climb.best.chosen, climb.last] + passing, climb.work)
    }

    /// Whether there are sites enough for good plans to differ much.
    var relinks: Bool { service.count >= settings.relinkFrom }

    /// More active sites where those left out spoil the bound, fewer where they do not matter.
    mutating func adaptActive(hoped: Double, held: Int) {
        let loss = hoped - Double(priced)
        let gap = Double(best.objective) - hoped
        if loss > 0.05 * max(gap, 1) {
            activeCount = 2 * held
        } else if loss < 0.005 * gap {
            activeCount = max(settings.leastActive * service.count, held * 3 / 4)
        }
        let mostPairs = Double(settings.memory / (4 * settings.bytesPerPair))
        let each = 1.5 * Double(pairs) / Double(max(1, live.free.count + live.fixedOpen.count))
        activeCount = max(min(activeCount, Int(mostPairs / max(1, each))), 200)
    }

    /// Prices every live site at the multipliers, in whole numbers: the bound, and what can be fixed by it.
    mutating func priceAll() {
        let exact = ExactBound(
            multipliers, rows: rows, stream: stream, rules: rules, tree: tree, live: live, cutoff: best.objective,
            threads: limits.threads)
        work += exact.work
        pairs = exact.work
        if exact.bound > bound || !exact.closed.isEmpty || !exact.opened.isEmpty {
            trail.append(MultiplierStep(rows: multipliers.rows, limits: multipliers.limits))
        }
        priced = exact.bound
        bound = min(best.objective, max(bound, exact.bound))
        isCapped = exact.isCapped
        for (site, cost) in zip(live.free, exact.exchange) { exchange[Int(site)] = cost }
        guard bound < best.objective else { return }
        live.fix(closed: exact.closed, open: exact.opened)
        if stream == nil { compactIfWorthwhile() } else { narrowStream() }
    }

    // MARK: Ends

    var gap: Double { Gap.fraction(best.objective, above: bound) }

    var seconds: Double {
        Double(DispatchTime.now().uptimeNanoseconds - started.uptimeNanoseconds) / 1e9
    }

    func reasonToStop(_ cancel: CancelFlag) -> StopReason? {
        if bound >= best.objective { return .proved }
        if gap <= limits.gap { return .gapReached }
        if let most = limits.work, work >= most { return .workLimit }
        return cancel.checkpoint(stopAt: limits.stopAt, isLate: limits.seconds.map { seconds >= $0 } ?? false)
    }

    func report(_ stage: String, nodes: Int = 0, open: Int = 0, _ onEvent: (SolveEvent) -> Void) {
        onEvent(
            SolveEvent(
                service: service.id, stage: stage, incumbent: best.objective, bound: bound, work: work, nodes: nodes,
                open: open, seconds: seconds, memory: accounted))
    }

    /// Bytes of the rows that are held now, with what there is for each row.
    var heldBytes: Int { rows.pairCount * settings.bytesPerPair + rows.count * 200 }

    /// The same and the columns of the last round, or a tree with its rows in their place.
    var accounted: Int64 {
        Int64(treeBytes > 0 ? treeBytes : heldBytes + roundPairs * settings.bytesPerPair)
    }

    func answer(_ stop: StopReason) -> LagrangianEngine.Answer {
        var outcome = ServiceOutcome(
            service: service.id, open: best.open.sorted(), objective: best.objective, bound: bound, trail: trail)
        outcome.branching = branching
        // A trail that is empty would say that there was no search to follow.
        if trail.isEmpty, !branching.isEmpty { outcome.trail = [MultiplierStep(multipliers)] }
        outcome.layout = MultiplierLayout(
            rows: rows.rows, limits: Self.titles(tree, service), burden: service.burden)
        return (
            outcome, stop, work, "Lagrangian relaxation of the assignment, in whole numbers, with reduced-cost fixing"
        )
    }
}
