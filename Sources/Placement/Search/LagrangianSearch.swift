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

    /// While there is a stream, rows hold the sites of a round; afterwards every live site.
    private var rows: ContributionRows
    /// Tells of all live sites where rows of them would be too long to hold; nil as soon as they are held.
    private var stream: ContributionStream?
    private var wasStreamed: Bool
    /// Pairs that counted in the last pricing.
    private var pairs: Int64 = 0
    /// The stream of all sites, for rows that turn out too short.
    private let reader: ContributionStream?
    /// What an earlier bound was made from, in today's terms.
    private let former: FormerSteps?
    private(set) var live: LiveSites
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
    private var freshStarts = 0
    /// Pairs in the columns of the last round.
    private var roundPairs = 0
    /// Sites that the relaxation chose at some time in the last round: left out, they would spoil the next.
    private var busy: [UInt32] = []
    /// Sites that rows hold while there is a stream.
    private var held: [UInt32] = []

    init(
        _ service: ServiceProblem, _ limits: SolveLimits, warm: [UInt32]?, former: FormerBound? = nil,
        settings: EngineSettings
    ) throws(PlacementError) {
        self.service = service
        self.limits = limits
        let settings = settings.within(memory: limits.memory)
        self.settings = settings
        rules = SiteRules(service)
        tree = LimitTree(rules)
        let source = try ContributionSource(service)
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
            return range.count > near ? table.values[range.lowerBound + near] : table.radius[row]
        }
        let columns = ContributionColumns(rows, active: first, cap: cap)
        let open: [UInt32]
        if let warm, rules.keeps(warm) {
            open = warm
        } else if let greedy = GreedyStart.plan(rows, columns, rules, preferred: warm ?? []), rules.keeps(greedy) {
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
                    guard 2 * pairs * Int64(ContributionRows.bytesPerPair) < settings.memory else {
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

    /// Begins from an earlier bound: prices all sites at its multipliers before any climb, and follows its tree over what
    /// they leave.
    /// - Returns: why to stop; nil when there is more to do.
    private mutating func retrace(_ cancel: CancelFlag, _ onEvent: (SolveEvent) -> Void) -> StopReason? {
        guard let former, let last = former.trail.last else { return nil }
        var top = (priced: Int64.min, multipliers: multipliers)
        // The last first, since it leaves the others least to look at; then in their order, so that whatever they fixed
        // together is fixed again.
        for (number, step) in ([last] + former.trail.dropLast()).enumerated() {
            multipliers = former.multipliers(step)
            priceAll()
            for _ in 0..<settings.mostLengthenings where number == 0 && stream == nil && isCapped.contains(true) {
                lengthenHeldRows()
                priceAll()
            }
            if priced > top.priced { top = (priced, multipliers) }
            report("bound, by former multipliers", onEvent)
            if let stop = reasonToStop(cancel) { return stop }
        }
        multipliers = top.multipliers
        return stream == nil && !former.branching.isEmpty ? follow(former, cancel, onEvent) : nil
    }

    /// Follows an earlier tree, and settles the parts that no longer hold by trees of their own where they are few.
    /// - Returns: why to stop; nil when there is more to do.
    private mutating func follow(
        _ former: FormerSteps, _ cancel: CancelFlag, _ onEvent: (SolveEvent) -> Void
    ) -> StopReason? {
        compactIfWorthwhile()
        let replay = TreeReplay(
            former, rows: rows, rules: rules, tree: tree,
            root: BranchAndBound.Node(live: live, multipliers: multipliers, bound: bound), cutoff: target,
            threads: limits.threads)
        work += replay.work
        guard replay.isWhole else { return nil }
        if let plan = replay.plan { offer(plan) }
        bound = min(best.objective, max(bound, replay.bound))
        report("bound, by the former tree", nodes: replay.leaves, open: replay.lapsed.count, onEvent)
        if replay.lapsed.isEmpty { branching = replay.steps }
        if let stop = reasonToStop(cancel) { return stop }
        guard replay.lapsed.count <= settings.mostLapsed else { return nil }
        var trees: [[BranchStep]] = []
        for part in replay.lapsed {
            let root = BranchAndBound.Node(live: part.live, multipliers: part.multipliers, bound: part.bound)
            guard part.live.free.count <= settings.mostCutSites,
                let steps = try? settle(root, nodes: settings.lapsedNodes)
            else { return nil }
            trees.append(steps)
            report("bound, by the former tree", open: replay.lapsed.count - trees.count, onEvent)
            if let stop = reasonToStop(cancel) { return stop }
        }
        bound = min(best.objective, max(bound, target))
        branching = replay.completed(by: trees)
        return reasonToStop(cancel)
    }

    /// Only plans that cost less are sought.
    private var target: Int64 { best.objective - Int64(Double(best.objective) * max(0, limits.gap) * 0.999) }

    /// A tree of its own for one part.
    /// - Returns: its steps; nil when it is not done within so many nodes.
    private mutating func settle(_ root: BranchAndBound.Node, nodes: Int) throws(PlacementError) -> [BranchStep]? {
        var part = try CutTree(
            rows: rows, rules: rules, tree: tree, root: root, best: best, gap: max(0, limits.gap),
            threads: limits.threads)
        while !part.isDone, part.nodes < nodes { try part.step() }
        work += part.work
        offer(part.best)
        return part.isDone ? part.steps() : nil
    }

    private static func titles(_ tree: LimitTree, _ service: ServiceProblem) -> [String] {
        tree.crossing.map { service.limits[$0].title }
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

    /// Where too many sites are left for the tree, climbs again in longer steps, a few times.
    private mutating func startsAfresh() -> Bool {
        guard live.free.count > settings.mostCutSites, freshStarts < settings.mostFreshStarts else { return false }
        freshStarts += 1
        step = max(step, settings.freshStep)
        return true
    }

    /// Splits what fixing left undecided until nothing is left, or a limit is met.
    private mutating func branch(_ cancel: CancelFlag, _ onEvent: (SolveEvent) -> Void) -> StopReason {
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
            if let most = limits.nodes, tree.nodes >= most { return .nodeLimit }
            // Short of a proof, branching is worth about as much work as all before it.
            let isSpent = limits.gap > 0 && tree.work > max(settings.branchWork, workBefore)
            if isSpent || tree.nodes >= settings.mostNodes { return .exhausted }
            tree.step()
            best = tree.best
            bound = max(bound, min(tree.bound, best.objective))
            work = workBefore + tree.work
            if tree.nodes % 16 == 0 { report("branching", nodes: tree.nodes, open: tree.openCount, onEvent) }
        }
        report("branching", nodes: tree.nodes, onEvent)
        return reasonToStop(cancel) ?? .exhausted
    }

    /// The same on the linear relaxation with cuts, where every bound is that of the relaxation itself.
    private mutating func branchOnCuts(
        _ cancel: CancelFlag, _ onEvent: (SolveEvent) -> Void
    ) throws(PlacementError) -> StopReason {
        var tree = try CutTree(
            rows: rows, rules: rules, tree: self.tree,
            root: BranchAndBound.Node(live: live, multipliers: multipliers, bound: bound), best: best,
            gap: max(0, limits.gap), threads: limits.threads)
        let workBefore = work
        var stop: StopReason?
        while stop == nil, !tree.isDone {
            let isSpent = limits.gap > 0 && tree.work > max(settings.branchWork, workBefore)
            let isAtLimit = limits.nodes.map { tree.nodes >= $0 } ?? false
            stop =
                reasonToStop(cancel)
                ?? (isAtLimit ? .nodeLimit : isSpent || tree.nodes >= settings.mostNodes ? .exhausted : nil)
            guard stop == nil else { break }
            try tree.step()
            best = tree.best
            bound = max(bound, min(tree.bound, best.objective))
            work = workBefore + tree.work
            if tree.nodes % 16 == 0 { report("branching", nodes: tree.nodes, open: tree.openCount, onEvent) }
        }
        branching = tree.steps()
        report("branching", nodes: tree.nodes, open: tree.openCount, onEvent)
        return stop ?? reasonToStop(cancel) ?? .exhausted
    }

    /// - Parameter sample: sites to climb with; nil for those that come cheapest. The bound is made with all.
    private mutating func playRound(on sample: [UInt32]? = nil) {
        round += 1
        let active = sample ?? Set(representatives(activeCount) + busy.filter { live.isLive[Int($0)] }).sorted()
        if sample == nil { hold(active) }
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
        guard climb.run(iterations: iterations, target: Double(best.objective)) else {
            // The active sites alone cannot keep the rules: price all and choose anew.
            priceAll()
            return
        }
        work += climb.work
        step = climb.step < settings.leastStep ? settings.freshStep : climb.step
        multipliers = climb.best.multipliers
        let hoped = climb.best.value
        busy = active.filter { climb.frequency[Int($0)] > 0 }
        search(
            from: [climb.best.chosen, climb.last], budget: max(climb.work / (gap > 0.01 ? 8 : 2), settings.leastSearch))
        priceAll()
        guard sample == nil else { return }
        adaptActive(hoped: hoped, held: active.count)
        if gap < 0.01 { lengthenHeldRows() }
    }

    /// While there is a stream, makes rows of the sites of a round.
    private mutating func hold(_ active: [UInt32]) {
        guard let stream else { return }
        held = active
        let caps = multipliers.rows.map { Int64(($0 * settings.rise + 1).rounded(.up)) }
        rows = stream.among(held).rows(below: caps, threads: limits.threads)
    }

    /// Narrows the stream to the live sites, and makes rows of them all as soon as those are short enough to be held.
    private mutating func narrowStream() {
        guard let stream, let reader else { return }
        if live.free.count + live.fixedOpen.count < stream.sites.count * 3 / 4 {
            self.stream = reader.among((live.free + live.fixedOpen).sorted())
        }
        if 2 * pairs < settings.mostHeldPairs { holdAll() }
    }

    /// Makes rows of all live sites and the incumbent's, and does without the stream from then on.
    private mutating func holdAll() {
        guard let reader else { return }
        let sites = kept.indices.filter { kept[$0] }.map { UInt32($0) }
        let caps = zip(multipliers.rows, best.second).map { Int64((max($0, $1) * settings.rise + 1).rounded(.up)) }
        rows = reader.among(sites).rows(below: caps, threads: limits.threads)
        stream = nil
        held = []
    }

    /// Reads rows again whose multiplier was held back by their radius, farther than before.
    private mutating func lengthenHeldRows() {
        guard stream == nil, isCapped.contains(true), rows.pairCount * 24 < settings.memory else { return }
        if let reader, wasStreamed {
            let keep = kept
            let sites = keep.indices.filter { keep[$0] }.map { UInt32($0) }
            let caps = (0..<rows.count).map { isCapped[$0] ? rows.radius[$0] + rows.radius[$0] / 2 : rows.radius[$0] }
            rows = reader.among(sites).rows(below: caps, threads: limits.threads)
            return
        }
        guard rowLength < service.siteCount else { return }
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
        let mostPairs = Double(settings.memory / (4 * ContributionRows.bytesPerPair))
        let each = 1.5 * Double(pairs) / Double(max(1, live.free.count + live.fixedOpen.count))
        activeCount = max(min(activeCount, Int(mostPairs / max(1, each))), 200)
    }

    /// Prices every live site at the multipliers, in whole numbers: the bound, and what can be fixed by it.
    private mutating func priceAll() {
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

    /// The best of every so many undecided sites, so that no part of the country is left out, and the cheapest of all.
    private func representatives(_ most: Int) -> [UInt32] {
        let share = gap > settings.wideGap ? settings.blockShare : settings.lateBlockShare
        let blocks = max(1, Int(Double(most) * share))
        let size = max(1, (live.free.count + blocks - 1) / blocks)
        let best: [UInt32] = stride(from: 0, to: live.free.count, by: size).compactMap { first in
            live.free[first..<min(first + size, live.free.count)].min {
                (exchange[Int($0)], $0) < (exchange[Int($1)], $1)
            }
        }
        return Set(best + cheapest(most - min(most, best.count))).sorted()
    }

    /// How far a row's multiplier may climb in a round, and how far its columns reach.
    private func ceilings() -> [Int64] {
        (0..<rows.count).map { row in
            min(rows.radius[row], Int64((multipliers.rows[row] * settings.rise + 1).rounded(.up)))
        }
    }

    // MARK: Plans

    /// Searches from choices of the relaxation, then around the incumbent, on a core of sites that come cheap.
    private mutating func search(from choices: [[UInt32]], budget: Int64) {
        let turn = Int(round % 3)
        let near = Set(representatives(settings.coreFactors[turn] * service.count) + best.open + choices.joined())
            .sorted()
        let reach = best.second.map { Int64($0 * settings.searchReach) + 1 }
        let core: ContributionRows
        if let reader {
            let farther = best.second.map { Int64($0 * settings.coreReach) + 1 }
            core = reader.among(near).rows(below: farther, threads: limits.threads)
        } else {
            var keep = [Bool](repeating: false, count: service.siteCount)
            for site in near { keep[Int(site)] = true }
            core = rows.compacted(keep: keep)
        }
        let columns = ContributionColumns(core, active: near, cap: reach)
        var interchange = Interchange(rows: core, columns: columns, rules: rules)
        for choice in choices where rules.keeps(choice) {
            var plan = OpenPlan(choice.sorted(), rows: core, rules: rules)
            interchange.descend(&plan)
            if plan.objective < best.objective { interchange.descendByPairs(&plan) }
            offer(plan)
        }
        var climb = ThresholdWalk(
            best, interchange, height: settings.heights[turn], seed: limits.seed &+ round &* 0x2545_F491)
        climb.run(budget: budget)
        offer(climb.best)
        work += climb.work
        var walk = Perturbation(best, interchange, seed: limits.seed &+ round &* 0x9E37_79B9)
        walk.run(budget: budget / 2)
        offer(walk.best)
        work += walk.work
    }

    private mutating func offer(_ plan: OpenPlan) {
        guard plan.objective < best.objective, rules.keeps(plan.open) else { return }
        best = plan
    }

    /// Searches around the incumbent alone, without a bound, until a round finds nothing.
    /// - Parameter costs: what each site costs to force in by another bound: the cheap ones are searched among.
    mutating func polish(among costs: [Int64], cancel: CancelFlag, onEvent: (SolveEvent) -> Void) {
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

    private func reasonToStop(_ cancel: CancelFlag) -> StopReason? {
        if bound >= best.objective { return .proved }
        if gap <= limits.gap { return .gapReached }
        if let most = limits.work, work >= most { return .workLimit }
        return cancel.checkpoint(stopAt: limits.stopAt, isLate: limits.seconds.map { seconds >= $0 } ?? false)
    }

    private func report(_ stage: String, nodes: Int = 0, open: Int = 0, _ onEvent: (SolveEvent) -> Void) {
        onEvent(
            SolveEvent(
                service: service.id, stage: stage, incumbent: best.objective, bound: bound, work: work, nodes: nodes,
                open: open, seconds: seconds, memory: accounted))
    }

    /// Bytes of the rows that are held now and of the columns of a round.
    private var accounted: Int64 {
        Int64(rows.pairCount + roundPairs) * Int64(ContributionRows.bytesPerPair) + Int64(rows.count) * 200
    }

    private func answer(_ stop: StopReason) -> LagrangianEngine.Answer {
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
