import HubModel
import HubPlanTestSupport
import Testing

@testable import Placement

@Suite struct SwapCostsTests {
    /// Against the evaluator's objective of the plan with the hub moved, on problems with everything that is awkward.
    @Test(arguments: RandomProblem.Objective.allCases)
    func everyMoveCostsWhatTheEvaluatorSays(objective: RandomProblem.Objective) throws {
        var compared = 0
        for seed in UInt64(0)..<40 {
            let problem = RandomProblem.service(seed: seed, objective: objective)
            let open = (0..<UInt32(problem.count)).map { ($0 * 2 + UInt32(seed)) % UInt32(problem.siteCount) }
            guard Set(open).count == problem.count else { continue }
            let swaps = SwapCosts(open: open, in: problem)
            let before = BruteForce.cost(of: open, in: problem)
            for hub in swaps.open.indices {
                let costs = swaps.costs(of: hub)
                for site in 0..<UInt32(problem.siteCount) where !open.contains(site) {
                    let moved = swaps.open.filter { $0 != swaps.open[hub] } + [site]
                    #expect(costs[Int(site)] == BruteForce.cost(of: moved, in: problem) - before)
                    compared += 1
                }
            }
        }
        #expect(compared > 100)
    }

    /// A move is allowed exactly where the moved plan keeps every rule, from plans that keep them all.
    @Test func aMoveIsAllowedWhereEveryRuleIsKept() {
        var (allowed, barred) = (0, 0)
        for seed in UInt64(0)..<80 {
            let problem = RandomProblem.service(seed: seed, objective: .mean)
            guard let best = BruteForce.best(of: problem) else { continue }
            let swaps = SwapCosts(open: best.open[0], in: problem)
            for hub in swaps.open.indices {
                for site in 0..<UInt32(problem.siteCount) where !swaps.open.contains(site) {
                    let moved = swaps.open.filter { $0 != swaps.open[hub] } + [site]
                    let isKept = BruteForce.keeps(moved.sorted(), problem)
                    #expect(swaps.isAllowed(hub, to: site) == isKept)
                    if isKept { allowed += 1 } else { barred += 1 }
                }
            }
        }
        #expect(allowed > 50 && barred > 50)
    }

    /// One hub at 10 minutes for 4 children and at 20 for 1: a tenth longer is 4 · 1 + 1 · 2 minutes.
    @Test func theErrorOfAHubIsThatOfItsJourneys() {
        let travel = TravelMatrix(areaCount: 2, siteCount: 2, withoutCar: [100, 900, 200, 800])
        let problem = ServiceProblem(
            id: "s", siteIndices: [0, 1], siteNames: ["a", "b"], travel: travel, weights: [4, 0, 1, 0], burden: .mean,
            count: 1)
        #expect(SwapCosts(open: [0], in: problem).errorCost(of: 0, thousandths: 100) == 60)
        var reach = problem
        reach.burden = .reach(limit: 105, step: 1_000_000)
        #expect(SwapCosts(open: [0], in: reach).errorCost(of: 0, thousandths: 100) == 4_000_060)
        #expect(SwapCosts(open: [0], in: reach).errorCost(of: 0, thousandths: 0) == 0)
    }
}
