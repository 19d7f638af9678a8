import HubModel
import HubPlanTestSupport
import Placement
import Testing

@Suite(.enabled(if: OrLibrary.isThere)) struct OrLibraryTests {
    @Test(arguments: 1...10)
    func reachesThePublishedOptimum(number: Int) throws {
        try solve(number, with: PlacementSolver())
    }

    /// The method for large problems, closed by the exact model where it stops short.
    @Test(arguments: [2, 3, 5, 10])
    func reachesItByTheMethodForLargeProblems(number: Int) throws {
        try solve(number, with: PlacementSolver(small: LagrangianService()))
    }

    private func solve(_ number: Int, with solver: PlacementSolver) throws {
        let name = "pmed\(number)"
        let optimum = try #require(try OrLibrary.optimum(of: name))
        let problem = PlacementProblem(services: [try OrLibrary.problem(name)])
        let result = try solver.solve(problem, limits: SolveLimits(gap: 0))
        guard case .solved(let solution) = result else {
            Issue.record("\(name) has no plan")
            return
        }
        #expect(solution.objective == optimum)
        #expect(solution.isOptimal)
    }
}
