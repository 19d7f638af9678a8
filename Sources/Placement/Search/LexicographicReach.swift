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

    static let method = """
        Lagrangian relaxation of the number beyond the limit, in whole numbers, with reduced-cost fixing; the mean among \
        equals by search
        """

    /// Whether one unit of weight beyond the limit outweighs every mean.
    static func applies(to service: ServiceProblem, step: Int64) -> Bool {
        let weight = service.weights.reduce(Int128(0)) { $0 + Int128($1) }
        return Int128(step) > weight * Int128(service.travel.longest)
    }

    func solve(
        warm: [UInt32]?, former: FormerBound? = nil, cancel: CancelFlag, onEvent: (SolveEvent) -> Void
    ) throws(PlacementError) -> LagrangianEngine.Answer {
        // Checks the size of the whole objective before any work is done on a part of it.
        _ = try ContributionSource(service)
        let (reach, costs) = try boundReach(warm: warm, former: former, cancel: cancel, onEvent: onEvent)
        var search = try LagrangianSearch(
            service,
            SolveLimits(
                gap: -1, seconds: limits.seconds, stopAt: limits.stopAt, threads: limits.threads, seed: limits.seed),
            warm: reach.outcome.open, settings: EngineSettings())
        let bound = step * (reach.outcome.bound ?? 0) + search.leastSum(modulo: step)
        search.polish(among: costs, cancel: cancel) { event in
            var event = event
            event.bound = bound
            event.work += reach.work
            onEvent(event)
        }
        var outcome = ServiceOutcome(
            service: service.id, open: search.best.open.sorted(), objective: search.best.objective,
            bound: min(bound, search.best.objective), trail: reach.outcome.trail)
        outcome.branching = reach.outcome.branching
        outcome.layout = reach.outcome.layout
        return (outcome, stop(outcome, reach.stop), reach.work + search.work, Self.method)
    }

    /// Solves for the weight beyond the limit alone.
    private func boundReach(
        warm: [UInt32]?, former: FormerBound? = nil, cancel: CancelFlag, onEvent: (SolveEvent) -> Void
    ) throws(PlacementError) -> (LagrangianEngine.Answer, [Int64]) {
        var alone = service
        alone.burden = .steps(thresholds: [limit + 1], values: [1])
        var limits = limits
        limits.seconds = limits.seconds.map { $0 * 0.75 }
        limits.work = limits.work.map { $0 - $0 / 4 }
        var search = try LagrangianSearch(alone, limits, warm: warm, former: former, settings: EngineSettings())
        let answer = search.run(cancel: cancel) { event in
            var event = event
            event.incumbent = event.incumbent.map { $0 * step }
            event.bound = event.bound.map { $0 * step }
            onEvent(event)
        }
        return (answer, search.exchange)
    }

    private func stop(_ outcome: ServiceOutcome, _ first: StopReason) -> StopReason {
        if outcome.isOptimal { return .proved }
        if let gap = outcome.gap, gap <= limits.gap { return .gapReached }
        return first == .proved || first == .gapReached ? .exhausted : first
    }
}
