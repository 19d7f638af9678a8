package import HubModel

/// The exact model as a service solver, for small problems; where its double precision is too coarse for the last units,
/// as with weights very far apart, the whole numbers of the Lagrangian engine close what is left.
package struct ExactService: ServiceSolver {
    /// Pairs of demand points with weight and sites up to which the exact model comes first.
    package static let mostPairs = 400_000

    package init() {}

    package static func suits(_ problem: ServiceProblem) -> Bool {
        problem.weights.count { $0 > 0 } * (problem.siteCount - problem.lockedOut.count) <= mostPairs
    }

    package func solve(
        _ problem: ServiceProblem, limits: SolveLimits, warm: [UInt32]?, cancel: CancelFlag,
        onEvent: @escaping (SolveEvent) -> Void
    ) throws -> ServiceAnswer {
        let start = ContinuousClock.now
        let deadline = Deadline(seconds: limits.seconds)
        let answer = try ExactModel.solve(
            problem, warm: warm, seconds: limits.seconds, work: limits.work, stopAt: limits.stopAt, cancel: cancel
        ) { incumbent, bound, work in
            onEvent(
                SolveEvent(
                    service: problem.id, stage: "exact", incumbent: incumbent, bound: bound, work: work,
                    seconds: (ContinuousClock.now - start) / .seconds(1)))
        }
        guard let open = answer.open, let objective = answer.objective else {
            throw PlacementError(
                "No plan for \(problem.id) keeps the rules, though each can be kept: report this fault.")
        }
        let found = ServiceAnswer(
            outcome: ServiceOutcome(service: problem.id, open: open, objective: objective, bound: answer.bound),
            stop: answer.stop, work: answer.work, method: answer.method)
        guard answer.stop == .exhausted else { return found }
        var rest = limits
        rest.seconds = deadline.remaining
        rest.work = limits.work.map { max(0, $0 - answer.work) }
        return try close(found, problem, limits: rest, cancel: cancel)
    }

    /// Takes the better plan and the better bound of the exact model and the engine.
    private func close(
        _ answer: ServiceAnswer, _ problem: ServiceProblem, limits: SolveLimits, cancel: CancelFlag
    ) throws -> ServiceAnswer {
        let engine = try LagrangianEngine.solve(problem, limits, warm: answer.outcome.open, cancel: cancel)
        var closed = answer
        closed.work += engine.work
        if engine.outcome.objective < closed.outcome.objective {
            closed.outcome.open = engine.outcome.open
            closed.outcome.objective = engine.outcome.objective
        }
        if let bound = engine.outcome.bound, bound > closed.outcome.bound ?? .min {
            closed.outcome.bound = min(bound, closed.outcome.objective)
            closed.outcome.trail = engine.outcome.trail
            closed.method = "\(answer.method); closed by \(engine.method)"
        }
        closed.stop = closed.outcome.isOptimal ? .proved : engine.stop
        return closed
    }
}
