import HubModel
import HubPlanTestSupport
import Testing

@testable import Placement

@Suite struct TreePricingTests {
    /// On rows of which none merge it is the bound of the rounds, site by site; on any it stays below the optimum and
    /// fixes no optimum away.
    @Test(arguments: RandomProblem.Objective.allCases)
    func agreesWithTheBoundOfTheRounds(_ objective: RandomProblem.Objective) throws {
        var compared = 0
        for seed in UInt64(0)..<150 {
            let service = RandomProblem.service(seed: seed, objective: objective)
            guard let best = BruteForce.best(of: service) else { continue }
            let rules = SiteRules(service)
            let tree = LimitTree(rules)
            let rows = ContributionRows(try ContributionSource(service), length: service.siteCount, threads: 1)
            let live = LiveSites(rules)
            let merged = TreeRows(rows, live: live)
            let pricing = TreePricing(
                merged, rules: rules, tree: tree, fixedOpen: live.fixedOpen, most: rows.source.most)
            var multipliers = Multipliers(OpenPlan(best.open[0], rows: rows, rules: rules), tree: tree)
            var numbers = SplitMix(seed: seed)
            for row in multipliers.rows.indices { multipliers.rows[row] *= Double(numbers.below(200)) / 100 }
            for limit in multipliers.limits.indices { multipliers.limits[limit] = Double(numbers.below(400)) - 200 }
            let lambda = pricing.whole(merged.merged(multipliers.rows))
            let nu = pricing.whole(limits: multipliers.limits)
            let standing = [TreePricing.Standing](repeating: .free, count: live.free.count)
            let found = pricing.price(lambda: lambda, nu: nu, standing: standing, cutoff: best.objective + 1)
            let priced = try #require(found)
            #expect(priced.bound <= best.objective, "seed \(seed)")
            let survives = BruteForce.subsets(of: service.siteCount, taking: service.count).contains { open in
                BruteForce.keeps(open, service) && BruteForce.cost(of: open, in: service) == best.objective
                    && !priced.closed.contains { open.contains(merged.sites[Int($0)]) }
                    && priced.opened.allSatisfy { open.contains(merged.sites[Int($0)]) }
            }
            #expect(survives, "seed \(seed)")
            guard merged.count == rows.count else { continue }
            let exact = ExactBound(
                multipliers, rows: rows, rules: rules, tree: tree, live: live, cutoff: best.objective + 1, threads: 1)
            #expect(priced.bound == exact.bound, "seed \(seed)")
            #expect(Set(priced.closed.map { merged.sites[Int($0)] }) == exact.closed, "seed \(seed)")
            #expect(Set(priced.opened.map { merged.sites[Int($0)] }) == exact.opened, "seed \(seed)")
            compared += 1
        }
        #expect(compared > 20)
    }
}
