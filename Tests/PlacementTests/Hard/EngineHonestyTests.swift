import HubModel
import HubPlanTestSupport
import Testing

@testable import Placement

/// The engine for large problems on small ones of every kind, against every subset of sites.
@Suite struct EngineHonestyTests {
    @Test func theEngineProvesTheOptimumOfEveryKindOfProblem() throws {
        var (solved, refused) = (0, 0)
        for seed in LongTests.seeds(500) {
            let problem = AwkwardProblem(seed)
            let service = problem.service
            guard let best = BruteForce.best(of: service) else {
                #expect(throws: PlacementError.self, "\(problem)") {
                    try LagrangianEngine.solve(service, SolveLimits(gap: 0))
                }
                refused += 1
                continue
            }
            let answer = try LagrangianEngine.solve(service, SolveLimits(gap: 0, seed: seed))
            try expectHonest(answer, problem, best: best.objective)
            #expect(answer.outcome.objective == best.objective, "\(problem)")
            if let step = problem.stepBeforeAllElse {
                // The engine alone proves the weight beyond the limit, and makes the mean small by search.
                #expect(try #require(answer.outcome.bound) / step == best.objective / step, "\(problem)")
            } else {
                #expect(answer.outcome.isOptimal, "\(problem)")
            }
            solved += 1
        }
        print("The engine proved \(solved) awkward problems and refused \(refused) without a plan.")
        #expect(solved > 2 * refused && refused > 50)
    }

    /// Stopped at any gap, by any amount of work, with rows cut short, from a bad plan or a broken one: what is said is true.
    @Test func whereverItStopsWhatItSaysIsTrue() throws {
        var stops: [StopReason: Int] = [:]
        for seed in LongTests.seeds(300) {
            var problem = AwkwardProblem(seed)
            guard let best = BruteForce.best(of: problem.service) else { continue }
            var numbers = SeededNumbers(seed)
            let limits = SolveLimits(
                gap: [0, 0.001, 0.1, 0.5].randomElement(using: &numbers) ?? 0,
                work: Bool.random(using: &numbers) ? nil : .random(in: 0...3000, using: &numbers),
                threads: .random(in: 1...2, using: &numbers), seed: seed)
            let warm = BruteForce.subsets(of: problem.service.siteCount, taking: problem.service.count)
                .randomElement(using: &numbers)
            problem.service.travel = ShortRows(problem.service.travel)
            let answer = try LagrangianEngine.solve(problem.service, limits, warm: warm)
            try expectHonest(answer, problem, best: best.objective)
            if answer.stop == .gapReached {
                #expect(try #require(answer.outcome.gap) <= limits.gap, "\(problem)")
            }
            stops[answer.stop, default: 0] += 1
        }
        #expect(stops[.proved, default: 0] > 0 && stops[.gapReached, default: 0] > 0)
        #expect(stops[.workLimit, default: 0] > 0)
    }

    /// Rows of one to three sites where the engine would like all.
    @Test func shortRowsNeverMakeABoundTooHigh() throws {
        var proved = 0
        for seed in LongTests.seeds(300) {
            var problem = AwkwardProblem(seed)
            guard let best = BruteForce.best(of: problem.service) else { continue }
            var settings = EngineSettings()
            settings.shortestRow = 1 + Int(seed % 3)
            settings.rowFactor = 0
            settings.branchBelow = Int(seed % 5)
            problem.service.travel = ShortRows(problem.service.travel)
            var search = try LagrangianSearch(problem.service, SolveLimits(gap: 0), warm: nil, settings: settings)
            let answer = search.run(cancel: CancelFlag(), onEvent: { _ in })
            try expectHonest(answer, problem, best: best.objective)
            if answer.outcome.isOptimal { proved += 1 }
        }
        #expect(proved > 150)
    }

    /// Bounds only rise and plans only get better, and every event on the way is true.
    @Test func everyEventIsTrue() throws {
        for seed in LongTests.seeds(120, fraction: 4) {
            let problem = AwkwardProblem(seed)
            guard let best = BruteForce.best(of: problem.service) else { continue }
            // Of reach before all else an incumbent may be told by its weight beyond the limit.
            let untold = problem.stepBeforeAllElse.map { $0 - 1 } ?? 0
            var events: [SolveEvent] = []
            _ = try LagrangianEngine.solve(problem.service, SolveLimits(gap: 0)) { events.append($0) }
            for event in events {
                if let incumbent = event.incumbent {
                    #expect(incumbent + untold >= best.objective, "\(problem), \(event.stage)")
                }
                if let bound = event.bound { #expect(bound <= best.objective, "\(problem), \(event.stage)") }
            }
            for (earlier, later) in zip(events, events.dropFirst()) {
                #expect(earlier.work <= later.work, "\(problem)")
            }
        }
    }

    private func expectHonest(_ answer: LagrangianEngine.Answer, _ problem: AwkwardProblem, best: Int64) throws {
        let (outcome, service) = (answer.outcome, problem.service)
        #expect(BruteForce.keeps(outcome.open, service), "\(problem)")
        #expect(outcome.open == outcome.open.sorted(), "\(problem)")
        #expect(outcome.objective == BruteForce.cost(of: outcome.open, in: service), "\(problem)")
        #expect(try #require(outcome.bound) <= best, "\(problem)")
        #expect((answer.stop == .proved) == outcome.isOptimal, "\(problem)")
    }
}
