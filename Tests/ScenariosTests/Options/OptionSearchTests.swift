import HubModel
import HubPlanTestSupport
import Testing

@testable import Scenarios

@Suite("Options that differ on the ground")
struct OptionSearchTests {
    /// Sites on a line at random places; near is at most one apart.
    private func near(_ sites: Int, seed: UInt64) -> (UInt32) -> [UInt32] {
        var numbers = SeededNumbers(seed ^ 0xA9A7)
        let places = (0..<sites).map { _ in Int.random(in: 0...20, using: &numbers) }
        return { site in places.indices.filter { abs(places[$0] - places[Int(site)]) <= 1 }.map { UInt32($0) } }
    }

    /// Hubs of a plan that are away from all of another's, counted one by one.
    private func away(_ plan: [UInt32], from other: [UInt32], _ near: (UInt32) -> [UInt32]) -> Int {
        plan.count { hub in !other.contains { near($0).contains(hub) } }
    }

    @Test(
        "The list is that of trying every plan, one after another, and it ends where no plan is left",
        arguments: RandomProblem.Objective.allCases)
    func againstBruteForce(objective: RandomProblem.Objective) throws {
        var (several, ended, clashed, full) = (0, 0, 0, 0)
        for seed in LongTests.seeds(60) {
            let service = RandomProblem.service(seed: seed, objective: objective)
            let near = near(service.siteCount, seed: seed)
            let differ = 1 + Int(seed % UInt64(min(2, service.count)))
            let within: Int64 = [50_000_000, 400_000_000, 3_000_000_000, 3_000_000_000][Int(seed / 2 % 4)]
            let search = OptionSearch(service: service, count: 3, within: within, differ: differ, near: near)
            let answer = try search.answer(in: SolveSeries(limits: SolveLimits(gap: 0, threads: 1)))
            let plans = BruteForce.subsets(of: service.siteCount, taking: service.count)
                .filter { BruteForce.keeps($0, service) }
                .map { (open: $0, cost: BruteForce.cost(of: $0, in: service)) }
            guard let best = plans.map(\.cost).min() else {
                #expect(answer.options.isEmpty)
                continue
            }
            var earlier: [[UInt32]] = []
            for option in answer.options {
                let left = plans.filter { plan in earlier.allSatisfy { away(plan.open, from: $0, near) >= differ } }
                #expect(option.objective == left.map(\.cost).min(), "seed \(seed)")
                #expect(option.objective == BruteForce.cost(of: option.open, in: service))
                #expect(BruteForce.keeps(option.open, service))
                #expect(option.away == earlier.map { away(option.open, from: $0, near) })
                #expect(Double(option.objective) <= Double(best) * (1 + Double(within) / 1e9) + 0.5)
                earlier.append(option.open)
            }
            let left = plans.filter { plan in earlier.allSatisfy { away(plan.open, from: $0, near) >= differ } }
            switch answer.end {
            case .full:
                #expect(answer.options.count == 3)
                full += 1
            case .none:
                #expect(left.allSatisfy { !search.isWithin($0.cost, of: best) } && !left.isEmpty, "seed \(seed)")
                ended += 1
            case .clash:
                #expect(left.isEmpty, "seed \(seed)")
                clashed += 1
            case .open, .stopped: Issue.record("seed \(seed): nothing stops a small problem")
            }
            if answer.options.count > 1 { several += 1 }
        }
        #expect(several > 5 && ended > 3 && clashed > 3 && full > 0, "\(several) \(ended) \(clashed) \(full)")
    }

    @Test("A site is near itself, and at the distance itself it is still near")
    func apartness() {
        let sites = SmallTown.region.sites
        #expect(Apartness.metres(1_000).near(sites)(1) == [0, 1, 2])
        #expect(Apartness.metres(999).near(sites)(1) == [1])
        #expect(Apartness.neighbourhood.near(sites)(3) == [3])
    }
}
