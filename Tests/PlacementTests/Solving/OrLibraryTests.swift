import HubModel
import HubPlanTestSupport
import Placement
import Testing

@Suite(.enabled(if: OrLibrary.isThere)) struct OrLibraryTests {
    @Test(arguments: 1...20)
    func reachesThePublishedOptimum(number: Int) throws {
        let name = "pmed\(number)"
        let optimum = try #require(try OrLibrary.optimum(of: name))
        let problem = PlacementProblem(services: [try OrLibrary.problem(name)])
        let clock = ContinuousClock.now
        guard
            case .solved(let solution) = try PlacementSolver(large: ExactService()).solve(
                problem, limits: SolveLimits(gap: 0))
        else {
            Issue.record("\(name) has no plan")
            return
        }
        print("TIME", name, ContinuousClock.now - clock, solution.work)
        #expect(solution.objective == optimum)
        #expect(solution.isOptimal)
    }
}
