package import HubModel
package struct PlacementSolver {
    package init() {}
    package func solve(
        _ problem: PlacementProblem, limits: SolveLimits, warmStart: Plan?, cancel: CancelFlag,
        onEvent: @escaping (SolveEvent) -> Void
    ) throws -> SolveResult {
        let attainable = try Attainable(problem)
        if let why = try attainable.infeasibility() { return .infeasible(why) }
        guard let resolved = try attainable.resolved(), let plan = try Attainable(resolved).anyPlan() else {
            throw PlacementError("no plan")
        }
        let outcomes = try zip(problem.services, plan).map { service, open in
            ServiceOutcome(
                service: service.id, open: open, objective: try Evaluator.objective(of: open, in: service), bound: nil)
        }
        return .solved(Solution(services: outcomes, stop: .exhausted, work: 0, method: "temporary"))
    }
}
