package import HubModel

/// The Lagrangian engine as a service solver, for large problems; where it has no further step and few sites could be
/// open, the exact model closes what is left.
package struct LagrangianService: ServiceSolver {
    /// Sites that could be open up to which the exact model is tried.
    package static let mostSitesToClose = 400

    package init() {}

    package func solve(
        _ problem: ServiceProblem, limits: SolveLimits, warm: ServiceStart?, cancel: CancelFlag,
        onEvent: @escaping (SolveEvent) -> Void
    ) throws -> ServiceAnswer {
        let deadline = Deadline(seconds: limits.seconds)
        let found = try LagrangianEngine.solve(
            problem, limits, warm: warm?.plan, former: warm?.former, cancel: cancel, onEvent: onEvent)
        let answer = ServiceAnswer(outcome: found.outcome, stop: found.stop, work: found.work, method: found.method)
        let sites = problem.siteCount - problem.lockedOut.count
        guard answer.stop == .exhausted, !answer.outcome.isOptimal, sites <= Self.mostSitesToClose else {
            return answer
        }
        guard ExactService.fits(sites * problem.weights.count { $0 > 0 }, limits.memory) else {
            return ServiceAnswer(
                outcome: answer.outcome, stop: .memoryLimit, work: answer.work, method: answer.method)
        }
        var rest = limits
        rest.seconds = deadline.remaining
        rest.work = limits.work.map { max(0, $0 - answer.work) }
        return try close(answer, problem, limits: rest, cancel: cancel)
    }

    /// Looks for a plan below the incumbent, and proves that there is none other.
    private func close(
        _ answer: ServiceAnswer, _ problem: ServiceProblem, limits: SolveLimits, cancel: CancelFlag
    ) throws -> ServiceAnswer {
        let exact = try ExactModel.solve(
            problem, cutoff: answer.outcome.objective, warm: answer.outcome.open, seconds: limits.seconds,
            work: limits.work, stopAt: limits.stopAt, cancel: cancel)
        var closed = answer
        if let open = exact.open, let objective = exact.objective {
            closed.outcome.open = open
            closed.outcome.objective = objective
        }
        let bound = min(exact.bound, closed.outcome.objective)
        if bound > answer.outcome.bound ?? .min {
            closed.outcome.bound = bound
            closed.method = "\(answer.method); closed by \(exact.method)"
        }
        closed.stop = exact.stop
        closed.work += exact.work
        return closed
    }
}
