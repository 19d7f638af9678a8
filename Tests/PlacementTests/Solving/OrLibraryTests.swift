import HubModel
import HubPlanTestSupport
import Placement
import Testing

@Suite(.enabled(if: OrLibrary.isThere)) struct OrLibraryTests {
    @Test(arguments: 1...10)
    func reachesThePublishedOptimum(number: Int) throws {
        let name = "pmed\(number)"
        let optimum = try #require(try OrLibrary.optimum(of: name))
        let problem = PlacementProblem(services: [try OrLibrary.problem(name)])
        guard
            case .solved(let solution) = try PlacementSolver().solve(
                problem, limits: SolveLimits(gap: 0))
        else {
            Issue.record("\(name) has no plan")
            return
        }
        #expect(solution.objective == optimum)
        #expect(solution.isOptimal)
    }
}
