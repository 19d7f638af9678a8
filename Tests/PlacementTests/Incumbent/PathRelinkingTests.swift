import HubModel
import HubPlanTestSupport
import Testing

@testable import Placement

@Suite struct PathRelinkingTests {
    /// Whatever lies between two plans keeps the rules, costs what a plan read afresh costs, and is a local optimum.
    @Test func whatLiesBetweenKeepsTheRules() throws {
        var found = 0
        for seed in UInt64(0)..<30 {
            var service = ScatteredTown.service(areas: 60, sites: 40, count: 8, seed: seed)
            service.limits = [SiteLimit(title: "every third", sites: (0..<13).map { $0 * 3 }, least: 4)]
            let rules = SiteRules(service)
            let rows = ContributionRows(try ContributionSource(service), length: 40, threads: 1)
            let columns = ContributionColumns(rows, active: rules.allowedSites)
            var numbers = SplitMix(seed: seed)
            let plans = try (0..<2).map { _ in
                let preferred = Array(rules.allowedSites.shuffled(using: &numbers).prefix(8))
                return try #require(GreedyStart.plan(rows, columns, rules, preferred: preferred))
            }
            var interchange = Interchange(rows: rows, columns: columns, rules: rules)
            let start = OpenPlan(plans[0], rows: rows, rules: rules)
            let between = interchange.relink(start, to: plans[1])
            guard let between else { continue }
            found += 1
            #expect(rules.keeps(between.open))
            #expect(between.objective == OpenPlan(between.open, rows: rows, rules: rules).objective)
            var again = between
            interchange.descend(&again)
            #expect(again.objective == between.objective)
        }
        #expect(found > 10)
    }

    @Test func plansTooCloseHaveNothingBetween() throws {
        let service = ScatteredTown.service(areas: 60, sites: 40, count: 8, seed: 3)
        let rules = SiteRules(service)
        let rows = ContributionRows(try ContributionSource(service), length: 40, threads: 1)
        let columns = ContributionColumns(rows, active: rules.allowedSites)
        var interchange = Interchange(rows: rows, columns: columns, rules: rules)
        let start = OpenPlan(Array(0..<8), rows: rows, rules: rules)
        let near: [UInt32] = [0, 1, 2, 3, 4, 20, 21, 22]
        let same = interchange.relink(start, to: start.open)
        let close = interchange.relink(start, to: near)
        #expect(same?.open == nil && close?.open == nil)
    }

    @Test func fewAndUnlikePlansAreKept() {
        var elite = ElitePlans()
        func plan(_ first: UInt32) -> [UInt32] { (0..<5).map { first + $0 } }
        for (place, objective) in [9, 3, 7, 5, 8, 2, 6].enumerated() {
            elite.offer(Int64(objective), plan(UInt32(10 * place)))
        }
        #expect(elite.plans.map(\.objective) == [2, 3, 5, 6, 7, 8])
        // Much like the best and worse; then much like it and better.
        elite.offer(4, plan(51))
        #expect(elite.plans.map(\.objective) == [2, 3, 5, 6, 7, 8])
        elite.offer(1, plan(51))
        #expect(elite.plans.map(\.objective) == [1, 3, 5, 6, 7, 8])
    }
}
