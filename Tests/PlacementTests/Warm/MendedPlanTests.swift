import HubModel
import HubPlanTestSupport
import Testing

@testable import Placement

@Suite struct MendedPlanTests {
    /// A plan that keeps the rules is left as it is; any other set of sites becomes one that does, where there is one.
    @Test func anySetOfSitesIsMended() throws {
        var mended = 0
        for seed in UInt64(0)..<120 {
            var numbers = SeededNumbers(seed ^ 0xBEEF)
            let service = RandomProblem.service(seed: seed, objective: .mean)
            let sites = RandomProblem.subset(of: service.siteCount, using: &numbers)
            let plan = try MendedPlan.plan(sites, for: service, threads: 1)
            #expect((plan != nil) == (BruteForce.best(of: service) != nil), "seed \(seed)")
            guard let plan else { continue }
            #expect(BruteForce.keeps(plan, service), "seed \(seed)")
            if BruteForce.keeps(sites, service) { #expect(plan == sites) } else { mended += 1 }
        }
        #expect(mended > 20)
    }

    /// As many sites stay as any plan that keeps the rules has of them, where limits are none or nested.
    @Test func noMoreIsChangedThanTheRulesAsk() throws {
        for seed in UInt64(0)..<120 {
            var numbers = SeededNumbers(seed ^ 0xFEED)
            var service = RandomProblem.service(seed: seed, objective: .mean)
            service.limits = Array(service.limits.prefix(1))
            let sites = Set(RandomProblem.subset(of: service.siteCount, using: &numbers))
            guard let plan = try MendedPlan.plan(Array(sites).sorted(), for: service, threads: 1) else { continue }
            let most = BruteForce.subsets(of: service.siteCount, taking: service.count)
                .filter { BruteForce.keeps($0, service) }.map { sites.intersection($0).count }.max()
            #expect(sites.intersection(plan).count == most, "seed \(seed)")
        }
    }
}
