import HubModel
import HubPlanTestSupport
import Testing

@testable import Placement

@Suite struct LagrangianEngineTests {
    /// Brute force and engine side by side on every kind of rule.
    @Test(arguments: RandomProblem.Objective.allCases)
    func agreesWithBruteForce(_ objective: RandomProblem.Objective) throws {
        var solved = 0
        for seed in UInt64(0)..<150 {
            let service = RandomProblem.service(seed: seed, objective: objective)
            guard let best = BruteForce.best(of: service) else {
                #expect(throws: PlacementError.self) { try LagrangianEngine.solve(service, SolveLimits(gap: 0)) }
                continue
            }
            let answer = try LagrangianEngine.solve(service, SolveLimits(gap: 0))
            #expect(BruteForce.keeps(answer.outcome.open, service), "seed \(seed)")
            #expect(answer.outcome.objective == BruteForce.cost(of: answer.outcome.open, in: service), "seed \(seed)")
            #expect(try #require(answer.outcome.bound) <= best.objective, "seed \(seed)")
            #expect(answer.outcome.objective == best.objective, "seed \(seed)")
            #expect((answer.stop == .proved) == answer.outcome.isOptimal)
            solved += 1
        }
        #expect(solved > 50)
    }

    /// Rows of two sites instead of all: weaker, never wrong.
    @Test(arguments: RandomProblem.Objective.allCases)
    func shortRowsKeepTheBoundValid(_ objective: RandomProblem.Objective) throws {
        var settings = EngineSettings()
        settings.shortestRow = 2
        settings.rowFactor = 0
        for seed in UInt64(0)..<150 {
            var service = RandomProblem.service(seed: seed, objective: objective)
            service.travel = ShortRows(service.travel)
            guard let best = BruteForce.best(of: service) else { continue }
            var search = try LagrangianSearch(service, SolveLimits(gap: 0), warm: nil, settings: settings)
            let outcome = search.run(cancel: CancelFlag(), onEvent: { _ in }).outcome
            #expect(outcome.objective == BruteForce.cost(of: outcome.open, in: service), "seed \(seed)")
            #expect(try #require(outcome.bound) <= best.objective, "seed \(seed)")
        }
    }

    /// A few sites at a time, prices straight from the travel table, rows of all sites late or never.
    @Test(arguments: RandomProblem.Objective.allCases, [0, 40])
    func streamedPairsKeepTheBoundValid(_ objective: RandomProblem.Objective, held: Int) throws {
        var settings = EngineSettings()
        settings.mostHeldPairs = held
        settings.leastSample = 3
        settings.coarseFactor = 1
        settings.leastActive = 1
        settings.streamedActive = 1
        var optimal = 0
        for seed in UInt64(0)..<150 {
            var service = RandomProblem.service(seed: seed, objective: objective)
            // Households of one kind, so that rows are the same whatever sites are held.
            for area in 0..<service.areaCount { service.weights[2 * area + 1] = 0 }
            guard let best = BruteForce.best(of: service) else { continue }
            var search = try LagrangianSearch(service, SolveLimits(gap: 0), warm: nil, settings: settings)
            let outcome = search.run(cancel: CancelFlag(), onEvent: { _ in }).outcome
            #expect(BruteForce.keeps(outcome.open, service), "seed \(seed)")
            #expect(outcome.objective == BruteForce.cost(of: outcome.open, in: service), "seed \(seed)")
            #expect(try #require(outcome.bound) <= best.objective, "seed \(seed)")
            if outcome.objective == best.objective { optimal += 1 }
        }
        #expect(optimal > 40)
    }

    @Test func aLimitOfMemoryHoldsFewerPairs() throws {
        var service = ScatteredTown.service(areas: 200, sites: 300, count: 2, seed: 4, disadvantaged: 30)
        service.travel = ShortRows(service.travel)
        var most: Int64 = 0
        let free = try LagrangianEngine.solve(service, SolveLimits(gap: 0.01)) { most = max(most, $0.memory) }
        var mostLimited: Int64 = 0
        let limited = try LagrangianEngine.solve(service, SolveLimits(gap: 0.01, memory: most / 4)) {
            mostLimited = max(mostLimited, $0.memory)
        }
        #expect(mostLimited < most)
        #expect(try #require(limited.outcome.bound) <= free.outcome.objective)
        #expect(limited.outcome.objective >= free.outcome.objective)
    }

    /// Less memory may cost the proof, never the plan or the truth of the bound, and the answer says why it stopped.
    @Test(arguments: [1, 60_000, 200_000, 1_000_000, 100_000_000] as [Int64])
    func aLimitOfMemoryWidensTheGapHonestly(memory: Int64) throws {
        let service = ScatteredTown.service(areas: 150, sites: 70, count: 7, seed: 4, disadvantaged: 7)
        let best = try LagrangianEngine.solve(service, SolveLimits(gap: 0))
        #expect(best.stop == .proved)
        let limited = try LagrangianEngine.solve(service, SolveLimits(gap: 0, memory: memory))
        #expect(BruteForce.keeps(limited.outcome.open, service))
        #expect(limited.outcome.objective >= best.outcome.objective)
        #expect(try #require(limited.outcome.bound) <= best.outcome.objective)
        #expect(limited.stop == (limited.outcome.isOptimal ? .proved : .memoryLimit))
        if memory == 1 { #expect(!limited.outcome.isOptimal) }
        if memory == 100_000_000 { #expect(limited.outcome.isOptimal) }
    }

    @Test func threadsChangeNothing() throws {
        let service = ScatteredTown.service(areas: 150, sites: 70, count: 7, seed: 4, disadvantaged: 7)
        let answers = try [1, 2, 2].map { try LagrangianEngine.solve(service, SolveLimits(gap: 0, threads: $0)) }
        for answer in answers.dropFirst() {
            #expect(answer.outcome.open == answers[0].outcome.open)
            #expect(answer.outcome.bound == answers[0].outcome.bound)
            #expect(answer.work == answers[0].work)
        }
    }

    @Test func provesATightShareAmongTies() throws {
        let service = ScatteredTown.service(
            areas: 120, sites: 60, count: 6, seed: 11, disadvantaged: 5, grain: 100)
        let answer = try LagrangianEngine.solve(service, SolveLimits(gap: 0))
        #expect(answer.stop == .proved)
        #expect(answer.outcome.bound == answer.outcome.objective)
        #expect(BruteForce.keeps(answer.outcome.open, service))
    }

    @Test func equalCostsEverywhere() throws {
        var service = ScatteredTown.service(areas: 20, sites: 12, count: 4, seed: 2, disadvantaged: 3)
        service.travel = TravelMatrix(
            areaCount: 20, siteCount: 12, withoutCar: [TenthMinutes](repeating: 7, count: 240))
        let answer = try LagrangianEngine.solve(service, SolveLimits(gap: 0))
        #expect(answer.outcome.objective == service.weights.reduce(0, +) * 7)
        #expect(answer.stop == .proved)
    }

    @Test func nobodyLivesThere() throws {
        var service = ScatteredTown.service(areas: 10, sites: 8, count: 3, seed: 2)
        service.weights = [Int64](repeating: 0, count: 20)
        let answer = try LagrangianEngine.solve(service, SolveLimits(gap: 0))
        #expect(answer.outcome.objective == 0)
        #expect(answer.stop == .proved)
        #expect(answer.outcome.open.count == 3)
    }

    @Test func everySiteOpen() throws {
        let service = ScatteredTown.service(areas: 15, sites: 6, count: 6, seed: 3)
        let answer = try LagrangianEngine.solve(service, SolveLimits(gap: 0))
        #expect(answer.outcome.open == [0, 1, 2, 3, 4, 5])
        #expect(answer.stop == .proved)
    }

    @Test func stopsWhenAsked() throws {
        let service = ScatteredTown.service(areas: 100, sites: 60, count: 7, seed: 5, disadvantaged: 4)
        let flag = CancelFlag()
        flag.raise()
        let answer = try LagrangianEngine.solve(service, SolveLimits(gap: 0), cancel: flag)
        #expect(answer.stop == .interrupted)
        #expect(BruteForce.keeps(answer.outcome.open, service))
        let limited = try LagrangianEngine.solve(service, SolveLimits(gap: 0, work: 1))
        #expect(limited.stop == .workLimit)
    }

    @Test func weightsTooLargeGetASentence() {
        var service = ScatteredTown.service(areas: 4, sites: 4, count: 2, seed: 1)
        service.weights[0] = 1 << 60
        #expect(throws: PlacementError.self) { try LagrangianEngine.solve(service, SolveLimits()) }
        service.weights[0] = -1
        #expect(throws: PlacementError.self) { try LagrangianEngine.solve(service, SolveLimits()) }
    }
}
