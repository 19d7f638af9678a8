internal import HubModel

/// Reach, then the mean among equals: the weight beyond the limit is bounded in units of its own, on rows that end at
/// the limit; the mean is then made small by search on the whole objective.
///
/// With B the bound on the weight beyond the limit and M what everybody pays at the nearest site there is, no plan
/// costs less than step · B + M: the mean's share of the objective is too small to be seen in the gap.
struct LexicographicReach {
    let service: ServiceProblem
    let limit: TenthMinutes
    let step: Int64
    let limits: SolveLimits

    /// Whether one unit of weight beyond the limit outweighs every mean.
    static func applies(to service: ServiceProblem, step: Int64) -> Bool {
        let weight = service.weights.reduce(Int128(0)) { $0 + Int128($1) }
        return Int128(step) > weight * Int128(service.travel.longest)
    }

    /// The service with the weight beyond the limit for its burden, in units of its own.
    static func beyond(_ service: ServiceProblem, limit: TenthMinutes) -> ServiceProblem {
        var beyond = service
        beyond.burden = .steps(thresholds: [limit + 1], values: [1])
        return beyond
    }

    /// M: Σ weight · minutes if every area had the nearest site that may be open: no plan's mean is lower.
    /// - Throws: `PlacementError` when numbers are too large for exact sums.
    static func leastMean(_ service: ServiceProblem, threads: Int) throws(PlacementError) -> Int64 {
        var means = service
        means.burden = .mean
        let rows = ContributionRows(try ContributionSource(means), length: 1, threads: threads)
        return (0..<rows.count).reduce(0) { sum, row in
            sum + (rows.range(row).first.map { rows.value(at: $0, of: row) } ?? rows.radius[row])
        }
    }

    func solve(
        warm: [UInt32]?, former: FormerBound? = nil, cancel: CancelFlag, onEvent: (SolveEvent) -> Void
    ) throws(PlacementError) -> LagrangianEngine.Answer {
        // Checks the size of the whole objective before any work is done on a part of it.
        _ = try ContributionSource(service)
        func tell(_ event: SolveEvent, after work: Int64) {
            var event = event
            event.incumbent = event.incumbent.map { $0 * step }
            event.bound = event.bound.map { $0 * step }
            event.work += work
            onEvent(event)
        }
        let deadline = Deadline(seconds: limits.seconds)
        var cover = try coverSearch(warm: warm, former: former)
        let reach = try cover.run(cancel: cancel, onEvent: { tell($0, after: 0) })
        var (search, bound) = try polished(
            reach.outcome.open, reach, cover.exchange, deadline, after: cover.work, cancel: cancel, onEvent: onEvent)
        var polishing = search.work
        // What the mean's search found may be a way to more reach.
        if Gap.fraction(search.best.objective, above: bound) > limits.gap,
            let open = cover.improve(
                search.best.open.sorted(), cancel: cancel,
                onEvent: { tell($0, after: polishing) })
        {
            (search, bound) = try polished(
                open, reach, cover.exchange, deadline, after: cover.work + polishing, cancel: cancel, onEvent: onEvent)
            polishing += search.work
        }
        var outcome = ServiceOutcome(
            service: service.id, open: search.best.open.sorted(), objective: search.best.objective,
            bound: min(bound, search.best.objective), trail: reach.outcome.trail)
        outcome.branching = reach.outcome.branching
        outcome.layout = reach.outcome.layout
        let method = "for the number beyond the limit: \(reach.method); the mean among equals by search"
        return (outcome, stop(outcome, reach.stop), cover.work + polishing, method)
    }

    /// The search for the weight beyond the limit alone.
    private func coverSearch(warm: [UInt32]?, former: FormerBound?) throws(PlacementError) -> CoverSearch {
        var limits = limits
        limits.seconds = limits.seconds.map { $0 * 0.75 }
        limits.work = limits.work.map { $0 - $0 / 4 }
        return try CoverSearch(
            Self.beyond(service, limit: limit), limits, warm: warm, former: former, settings: EngineSettings())
    }

    /// Searches from a plan on the whole objective.
    /// - Returns: the search with its best plan, and the bound on the whole objective.
    private func polished(
        _ open: [UInt32], _ reach: LagrangianEngine.Answer, _ costs: [Int64], _ deadline: Deadline,
        after work: Int64, cancel: CancelFlag, onEvent: (SolveEvent) -> Void
    ) throws(PlacementError) -> (LagrangianSearch, Int64) {
        var search = try LagrangianSearch(
            service,
            SolveLimits(
                gap: -1, seconds: deadline.remaining, work: limits.work.map { max(0, $0 - work) },
                memory: limits.memory, stopAt: limits.stopAt, threads: limits.threads, seed: limits.seed),
            warm: open, settings: EngineSettings())
        let bound = step * (reach.outcome.bound ?? 0) + search.leastSum(modulo: step)
        search.polish(among: costs, cancel: cancel) { event in
            var event = event
            event.bound = bound
            event.work += work
            onEvent(event)
        }
        return (search, bound)
    }

    private func stop(_ outcome: ServiceOutcome, _ first: StopReason) -> StopReason {
        if outcome.isOptimal { return .proved }
        if let gap = outcome.gap, gap <= limits.gap { return .gapReached }
        return first == .proved || first == .gapReached ? .exhausted : first
    }
}
