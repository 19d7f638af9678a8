import HubModel
import HubPlanTestSupport
import Testing

@testable import Placement

@Suite struct CoverSearchTests {
    /// Weight beyond a limit, with every kind of rule, against all plans there are.
    @Test func agreesWithBruteForce() throws {
        var solved = 0
        for seed in UInt64(0)..<400 {
            let service = covering(seed)
            guard let best = BruteForce.best(of: service) else {
                #expect(throws: PlacementError.self) { try CoverSearch(service, warm: nil) }
                continue
            }
            var search = try CoverSearch(service, warm: nil)
            let answer = try search.run(cancel: CancelFlag(), onEvent: { _ in })
            #expect(BruteForce.keeps(answer.outcome.open, service), "seed \(seed)")
            #expect(answer.outcome.objective == best.objective, "seed \(seed)")
            #expect(answer.outcome.bound == best.objective, "seed \(seed)")
            solved += 1
        }
        #expect(solved > 200)
    }

    /// Rows of two sites instead of all: weaker, never wrong.
    @Test func shortRowsKeepTheBoundValid() throws {
        var settings = EngineSettings()
        settings.shortestRow = 2
        settings.rowFactor = 0
        for seed in UInt64(0)..<200 {
            var service = covering(seed)
            service.travel = ShortRows(service.travel)
            guard let best = BruteForce.best(of: service) else { continue }
            var search = try CoverSearch(service, SolveLimits(gap: 0), warm: nil, settings: settings)
            let outcome = try search.run(cancel: CancelFlag(), onEvent: { _ in }).outcome
            #expect(outcome.objective == BruteForce.cost(of: outcome.open, in: service), "seed \(seed)")
            #expect(try #require(outcome.bound) <= best.objective, "seed \(seed)")
        }
    }

    @Test func threadsChangeNothing() throws {
        var service = ScatteredTown.service(areas: 300, sites: 120, count: 9, seed: 4, disadvantaged: 7)
        service.burden = .steps(thresholds: [110], values: [1])
        let answers = try [1, 2, 2].map { threads in
            var search = try CoverSearch(
                service, SolveLimits(gap: 0, threads: threads), warm: nil, settings: EngineSettings())
            return try search.run(cancel: CancelFlag(), onEvent: { _ in })
        }
        for answer in answers.dropFirst() {
            #expect(answer.outcome.open == answers[0].outcome.open)
            #expect(answer.outcome.bound == answers[0].outcome.bound)
            #expect(answer.outcome.trail == answers[0].outcome.trail)
            #expect(answer.work == answers[0].work)
        }
    }

    @Test func stopsWhenAskedTo() throws {
        let cancel = CancelFlag()
        cancel.raise()
        var service = ScatteredTown.service(areas: 300, sites: 120, count: 9, seed: 5)
        service.burden = .steps(thresholds: [110], values: [1])
        var search = try CoverSearch(service, warm: nil)
        let answer = try search.run(cancel: cancel, onEvent: { _ in })
        #expect(answer.stop == .interrupted)
        #expect(answer.outcome.open.count == 9)
    }

    private func covering(_ seed: UInt64) -> ServiceProblem {
        var service = RandomProblem.service(seed: seed, objective: .reach)
        if case .reach(let limit, _) = service.burden { service.burden = .steps(thresholds: [limit + 1], values: [1]) }
        return service
    }
}

extension CoverSearch {
    fileprivate init(_ service: ServiceProblem, warm: [UInt32]?) throws {
        try self.init(service, SolveLimits(gap: 0), warm: warm, settings: EngineSettings())
    }
}
