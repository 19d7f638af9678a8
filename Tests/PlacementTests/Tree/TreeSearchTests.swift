import HubModel
import HubPlanTestSupport
import Testing

@testable import Placement

@Suite struct TreeSearchTests {
    /// Swaps go by columns that are sure up to where rows ended when they were made. With rows that reach farther and
    /// columns of before, a plan's two nearest hubs would come out wrong.
    @Test func longerRowsComeWithColumnsOfTheirOwn() throws {
        var improved = 0
        for seed in UInt64(0)..<30 {
            var service = ScatteredTown.service(areas: 80, sites: 40, count: 5, seed: seed, disadvantaged: 5)
            service.travel = ShortRows(service.travel)
            let rules = SiteRules(service)
            var rows = ContributionRows(try ContributionSource(service), length: 3, threads: 1)
            let first = try #require(try Attainable(service).anyPlan()?.first)
            let best = OpenPlan(first, rows: rows, rules: rules)
            var search = TreeSearch(rows: rows, rules: rules, best: best, among: (0..<40).map { UInt32($0) })
            search.release()
            let none = search.plan(near: first, isThorough: true)
            #expect(none?.open == nil)
            rows.extend(
                wanted: [Bool](repeating: true, count: rows.count), length: 12,
                keep: [Bool](repeating: true, count: service.siteCount), threads: 1)
            search.take(rows, best: best)
            let found = search.plan(near: first, isThorough: true)
            let plan = try #require(found)
            #expect(plan.objective == BruteForce.cost(of: plan.open.sorted(), in: service), "seed \(seed)")
            #expect(BruteForce.keeps(plan.open.sorted(), service), "seed \(seed)")
            if plan.objective < best.objective { improved += 1 }
        }
        #expect(improved > 20, "\(improved)")
    }
}
