import HubModel
import HubPlanTestSupport
import Testing

@testable import Placement

@Suite struct ExactBoundTests {
    /// Whatever the multipliers and however short the rows: below the optimum, and some optimum survives the fixing.
    @Test(arguments: RandomProblem.Objective.allCases, [1, 3, 9])
    func holdsAtAnyMultipliers(_ objective: RandomProblem.Objective, _ length: Int) throws {
        var fixed = 0
        for seed in UInt64(0)..<120 {
            var service = RandomProblem.service(seed: seed, objective: objective)
            service.travel = ShortRows(service.travel)
            guard let best = BruteForce.best(of: service) else { continue }
            let optima = BruteForce.subsets(of: service.siteCount, taking: service.count)
                .filter { BruteForce.keeps($0, service) && BruteForce.cost(of: $0, in: service) == best.objective }
            let rules = SiteRules(service)
            let tree = LimitTree(rules)
            let rows = ContributionRows(try ContributionSource(service), length: length, threads: 1)
            let plan = OpenPlan(best.open[0], rows: rows, rules: rules)
            var numbers = SplitMix(seed: seed)
            for _ in 0..<4 {
                var multipliers = Multipliers(plan, tree: tree)
                for row in multipliers.rows.indices {
                    multipliers.rows[row] *= Double(numbers.below(300)) / 100
                }
                for limit in multipliers.limits.indices {
                    multipliers.limits[limit] = Double(numbers.below(400)) - 200
                }
                let exact = ExactBound(
                    multipliers, rows: rows, rules: rules, tree: tree, live: LiveSites(rules),
                    cutoff: best.objective + 1, threads: 1)
                #expect(exact.bound <= best.objective, "seed \(seed)")
                let survives = optima.contains { open in
                    exact.closed.isDisjoint(with: open) && exact.opened.isSubset(of: open)
                }
                #expect(survives, "seed \(seed)")
                fixed += exact.closed.count + exact.opened.count
            }
        }
        #expect(fixed > 0)
    }

    @Test func scaleLeavesRoomForSums() {
        #expect(ExactBound.scale(most: 5819, crossing: 0) == 1024)
        let most: Int64 = 1 << 57
        #expect(ExactBound.scale(most: most, crossing: 0) * most <= ContributionSource.largestTotal)
        #expect(ExactBound.scale(most: ContributionSource.largestTotal, crossing: 40) == 1)
    }
}
