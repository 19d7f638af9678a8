package import HubModel

/// The exact model as a service solver, for small problems.
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
        return ServiceAnswer(
            outcome: ServiceOutcome(service: problem.id, open: open, objective: objective, bound: answer.bound),
            stop: answer.stop, work: answer.work, method: answer.method)
    }
}
