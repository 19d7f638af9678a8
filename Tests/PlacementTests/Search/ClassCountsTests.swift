import HubPlanTestSupport
import Testing

@testable import Placement

@Suite struct ClassCountsTests {
    @Test func findsCountsWhereverAPlanExists() {
        var (with, without) = (0, 0)
        for seed in UInt64(0)..<500 {
            let service = RandomProblem.service(seed: seed, objective: .mean)
            let rules = SiteRules(service)
            var opened = [Int](repeating: 0, count: rules.classCount)
            for site in rules.lockedIn { opened[rules.classOf[Int(site)]] += 1 }
            let counts = ClassCounts.feasible(rules, atLeast: opened)
            let exists = BruteForce.best(of: service) != nil
            #expect((counts != nil) == exists, "seed \(seed)")
            if exists { with += 1 } else { without += 1 }
            guard let counts else { continue }
            let open = counts.indices.flatMap { number in
                let locked = rules.sitesOfClass[number].filter { rules.lockedIn.contains($0) }
                let others = rules.sitesOfClass[number].filter { !rules.lockedIn.contains($0) }
                return (locked + others).prefix(counts[number])
            }
            #expect(BruteForce.keeps(open.sorted(), service), "seed \(seed)")
        }
        #expect(with > 100 && without > 20)
    }
}
