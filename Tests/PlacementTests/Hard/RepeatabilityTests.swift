import HubModel
import HubPlanTestSupport
import Placement
import Testing

/// The same bytes on any number of threads, run after run: outcome, bound, multipliers, work and events.
@Suite struct RepeatabilityTests {
    /// What a solve says, without its seconds, as text that is equal where every bit of it is.
    private struct Told: Hashable {
        var answer: String
        var trail: [MultiplierStep]
        var events: [String]

        init(_ service: ServiceProblem, _ limits: SolveLimits, warm: [UInt32]? = nil) throws {
            var events: [String] = []
            let answer = try LagrangianEngine.solve(service, limits, warm: warm) { event in
                events.append(
                    "\(event.stage) \(event.incumbent ?? -1) \(event.bound ?? -1) \(event.work)")
            }
            let outcome = answer.outcome
            self.answer =
                "\(outcome.open) \(outcome.objective) \(outcome.bound ?? -1) \(answer.stop) \(answer.work) \(answer.method)"
            trail = outcome.trail
            self.events = events
        }
    }

    /// Through branching to the proof.
    @Test func twentyRunsOnOneAndTwoThreadsAreOne() throws {
        let service = hardTown(areas: 90, sites: 60)
        let first = try Told(service, SolveLimits(gap: 0, work: 5_000_000, threads: 1))
        #expect(first.events.contains { $0.contains("branching") || $0.contains("nodes") }, "\(first.events)")
        for run in 1..<20 {
            let again = try Told(service, SolveLimits(gap: 0, work: 5_000_000, threads: 1 + run % 2))
            #expect(again == first, "run \(run)")
        }
    }

    /// Through rounds on a part of the sites, up to a work limit.
    @Test func roundsRepeatThemselves() throws {
        let service = hardTown(areas: 60, sites: 700)
        let first = try Told(service, SolveLimits(gap: 0, work: 15_000_000, threads: 1))
        #expect(first.trail.count > 1)
        #expect(first.events.contains { $0.contains("one site in") }, "\(first.events)")
        for run in 1..<(LongTests.wanted == nil ? 4 : 20) {
            let again = try Told(service, SolveLimits(gap: 0, work: 15_000_000, threads: 1 + run % 2))
            #expect(again == first, "run \(run)")
        }
    }

    @Test(arguments: [
        BurdenFunction.mean, .reach(limit: 90, step: 1), .reach(limit: 90, step: 100_000_000),
        .steps(thresholds: [60, 120, 400], values: [1, 3, 9]),
    ])
    func everyBurdenRepeatsItself(burden: BurdenFunction) throws {
        let service = hardTown(areas: 80, sites: 60, burden: burden)
        for (gap, work) in [(0.01, nil), (0, Int64(1_500_000))] {
            let told = try [1, 7].map {
                try Told(service, SolveLimits(gap: gap, work: work, threads: $0), warm: [3, 9])
            }
            #expect(told[1] == told[0])
        }
    }

    /// Another seed is another search and the same optimum.
    @Test func anotherSeedChangesTheSearchAlone() throws {
        let service = ScatteredTown.service(areas: 120, sites: 60, count: 6, seed: 2, disadvantaged: 6)
        let answers = try (1...4).map {
            try LagrangianEngine.solve(service, SolveLimits(gap: 0, seed: UInt64($0)))
        }
        for answer in answers {
            #expect(answer.outcome.isOptimal)
            #expect(answer.outcome.objective == answers[0].outcome.objective)
        }
    }

    /// A tight share that crosses two districts, ties among short distances, locks: rounds, multipliers for rules, branching.
    private func hardTown(areas: Int, sites: UInt32, burden: BurdenFunction = .mean) -> ServiceProblem {
        var service = ScatteredTown.service(
            areas: areas, sites: Int(sites), count: 6, seed: 19, disadvantaged: 7, grain: 12)
        service.burden = burden
        service.limits += [
            SiteLimit(title: "hubs in the west", sites: Array(0..<sites * 3 / 8), least: 2, most: 3),
            SiteLimit(title: "hubs in the middle", sites: Array(sites * 3 / 10..<sites * 3 / 4), least: 2, most: 3),
        ]
        service.lockedIn = [50]
        service.lockedOut = [8, 30]
        return service
    }
}
