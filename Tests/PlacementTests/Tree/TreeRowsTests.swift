import HubModel
import HubPlanTestSupport
import Testing

@testable import Placement

@Suite struct TreeRowsTests {
    /// Merged rows cost in every plan what their demand rows do together, and so do multipliers spread over them.
    @Test(arguments: RandomProblem.Objective.allCases)
    func mergingLosesNothing(_ objective: RandomProblem.Objective) throws {
        var merged = 0
        for seed in UInt64(0)..<100 {
            let service = RandomProblem.service(seed: seed, objective: objective)
            let rules = SiteRules(service)
            let rows = ContributionRows(try ContributionSource(service), length: service.siteCount, threads: 1)
            let live = LiveSites(rules)
            let tree = TreeRows(rows, live: live)
            merged += rows.count - tree.count
            for open in BruteForce.subsets(of: service.siteCount, taking: service.count)
            where BruteForce.keeps(open, service) {
                let cost = (0..<tree.count).reduce(Int64(0)) { sum, row in
                    let nearest = tree.range(row).first { open.contains(tree.sites[Int(tree.places[$0])]) }
                    return sum + (nearest.map { tree.value(at: $0, of: row) } ?? tree.ends[row])
                }
                #expect(cost == BruteForce.cost(of: open, in: service), "seed \(seed)")
            }
            var numbers = SplitMix(seed: seed)
            let lambda = tree.ends.map { $0 * 64 * Int64(numbers.below(100)) / 100 }
            let spread = tree.spread(lambda, scale: 64, over: rows)
            var sums = [Double](repeating: 0, count: tree.count)
            for (row, value) in spread.enumerated() { sums[Int(tree.mergedRow[row])] += value }
            for (row, sum) in sums.enumerated() {
                #expect(abs(sum - Double(lambda[row]) / 64) <= 1e-9 * max(1, Double(tree.ends[row])), "seed \(seed)")
            }
        }
        #expect(merged > 0)
    }
}
