import HubModel
import HubPlanTestSupport
import Placement
import Scenarios
import Testing

@Suite("The plan with the fewest changes")
struct FewestChangesTests {
    /// Every plan that keeps the rules, with its cost.
    private func plans(of service: ServiceProblem) throws -> [(open: [UInt32], cost: Int64)] {
        let audit = RuleAudit(service)
        return try BruteForce.subsets(of: service.siteCount, taking: service.count).filter { audit.isKept(by: $0) }
            .map { ($0, try Evaluator.objective(of: $0, in: service)) }
    }

    @Test(
        "On small problems no plan near enough to the best changes fewer of the published hubs, and every one is proved",
        arguments: RandomProblem.Objective.allCases)
    func matchesBruteForce(objective: RandomProblem.Objective) throws {
        var tried = 0
        var (stayed, moved) = (0, 0)
        for seed in UInt64(1)...60 {
            let service = RandomProblem.service(seed: seed, objective: objective)
            let all = try plans(of: service)
            let limits = SolveLimits(gap: 0, threads: 1)
            guard !all.isEmpty,
                case .solved(let solution) = try PlacementSolver().solve(
                    PlacementProblem(services: [service]), limits: limits)
            else { continue }
            var numbers = SeededNumbers(seed ^ 0xCA1)
            let published = Array((0..<UInt32(service.siteCount)).shuffled(using: &numbers).prefix(service.count))
                .sorted()
            for within in [0, 0.02, 0.3] {
                let best = solution.services[0]
                let answer = try FewestChanges(
                    service, published: published, best: best, series: SolveSeries(limits: limits)
                )
                .answer(within: within)
                let most = FewestChanges.threshold(best.objective, within: within)
                let fewest = all.filter { $0.cost <= most }
                    .map { service.count - Set($0.open).intersection(published).count }.min()
                #expect(answer.changes == fewest, "seed \(seed), within \(within)")
                #expect(answer.isFewest, "seed \(seed), within \(within)")
                #expect(answer.objective <= most)
                #expect(all.contains { $0.open == answer.open && $0.cost == answer.objective })
                tried += 1
                if answer.changes == 0 { stayed += 1 } else { moved += 1 }
            }
        }
        #expect(tried > 100)
        #expect(stayed > 5 && moved > 5)
    }

    @Test("With published sites gone, as many as are left are kept")
    func keepsWhatIsLeft() throws {
        let service = RandomProblem.service(seed: 4, objective: .mean)
        guard
            case .solved(let solution) = try PlacementSolver().solve(
                PlacementProblem(services: [service]), limits: SolveLimits(gap: 0))
        else { return #expect(Bool(false), "the sample has no plan") }
        let answer = try FewestChanges(
            service, published: [], best: solution.services[0], series: SolveSeries(limits: SolveLimits(gap: 0))
        ).answer(within: 0.5)
        #expect(answer.changes == service.count)
        #expect(answer.isFewest)
    }

    @Test("The threshold is exact in whole numbers and never overflows")
    func thresholdIsExact() {
        #expect(FewestChanges.threshold(1_000_000, within: 0.01) == 1_010_000)
        #expect(FewestChanges.threshold(99, within: 0.01) == 99)
        #expect(FewestChanges.threshold(.max, within: 0.5) == .max)
        #expect(FewestChanges.threshold(0, within: 0.5) == 0)
    }
}
