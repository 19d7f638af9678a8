package import HubModel

/// The Lagrangian engine as a service solver, for large problems.
package struct LagrangianService: ServiceSolver {
    package init() {}

    package func solve(
        _ problem: ServiceProblem, limits: SolveLimits, warm: [UInt32]?, cancel: CancelFlag,
        onEvent: @escaping (SolveEvent) -> Void
    ) throws -> ServiceAnswer {
        let answer = try LagrangianEngine.solve(problem, limits, warm: warm, cancel: cancel, onEvent: onEvent)
        return ServiceAnswer(outcome: answer.outcome, stop: answer.stop, work: answer.work, method: answer.method)
    }
}
