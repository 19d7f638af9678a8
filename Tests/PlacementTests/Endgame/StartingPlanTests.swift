import HubModel
import HubPlanTestSupport
import Testing

@testable import Placement

@Suite struct StartingPlanTests {
    /// What comes out keeps the rules, costs no more, and no single swap inside the rules makes it cheaper.
    @Test(arguments: RandomProblem.Objective.allCases, 0..<UInt64(80))
    func endsWhereNoSwapHelps(objective: RandomProblem.Objective, seed: UInt64) throws {
        let problem = RandomProblem.service(seed: seed, objective: objective)
        guard let start = try Attainable(problem).anyPlan()?.first else { return }
        let improved = StartingPlan(problem).improve(start)
        let cost = BruteForce.cost(of: improved, in: problem)
        #expect(BruteForce.keeps(improved, problem))
        #expect(cost <= BruteForce.cost(of: start, in: problem))
        for out in improved {
            for into in 0..<UInt32(problem.siteCount) where !improved.contains(into) {
                let swapped = (improved.filter { $0 != out } + [into]).sorted()
                guard BruteForce.keeps(swapped, problem) else { continue }
                #expect(BruteForce.cost(of: swapped, in: problem) >= cost)
            }
        }
    }
}
