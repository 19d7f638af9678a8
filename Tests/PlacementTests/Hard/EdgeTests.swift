import HubModel
import HubPlanTestSupport
import Placement
import Testing

/// The edges of what can be asked: a right answer or a sentence, by the solver and by the engine for large problems.
@Suite struct EdgeTests {
    @Test func everybodyIsUnreachable() throws {
        for burden in [
            BurdenFunction.mean, .reach(limit: 500, step: 1_000_000), .steps(thresholds: [501], values: [1]),
        ] {
            var service = town(costs: .init(repeating: 3000, count: 12 * 9))
            service.burden = burden
            let outcome = try solved(service)
            #expect(outcome.objective == service.weights.reduce(0, +) * burden(3000))
        }
    }

    @Test func someAreasReachNothing() throws {
        for seed in UInt64(0)..<6 {
            var numbers = SeededNumbers(seed)
            let costs = (0..<12 * 9).map { pair in
                pair / 9 < 4 ? TenthMinutes(3000) : [40, 90, 3000, 3000].randomElement(using: &numbers) ?? 0
            }
            for burden in [BurdenFunction.mean, .reach(limit: 50, step: 90_000_000)] {
                var service = town(costs: costs)
                service.burden = burden
                #expect(try solved(service).objective == BruteForce.best(of: service)?.objective)
            }
        }
    }

    @Test func tiesEverywhere() throws {
        for seed in UInt64(0)..<6 {
            var numbers = SeededNumbers(seed)
            var service = town(costs: (0..<12 * 9).map { _ in [5, 6].randomElement(using: &numbers) ?? 5 })
            service.weights = [Int64](repeating: 1, count: 24)
            service.limits = [SiteLimit(title: "share", sites: [0, 2, 4], least: 2, most: 2)]
            #expect(try solved(service).objective == BruteForce.best(of: service)?.objective)
        }
    }

    @Test func oneCandidateAndOneArea() throws {
        let service = ServiceProblem(
            id: "hamlet", siteIndices: [4], siteNames: ["hall"],
            travel: TravelMatrix(areaCount: 1, siteCount: 1, withoutCar: [7], withCar: [3]), weights: [2, 5],
            burden: .mean, count: 1)
        #expect(try solved(service).objective == 29)
    }

    @Test func noAreaAtAll() throws {
        let service = ServiceProblem(
            id: "moor", siteIndices: [0, 1, 2], siteNames: ["a", "b", "c"],
            travel: TravelMatrix(areaCount: 0, siteCount: 3, withoutCar: []), weights: [], burden: .mean, count: 2)
        #expect(try solved(service).objective == 0)
    }

    @Test(arguments: [0, 1, 2, 3, 4])
    func aShareOfNothingUpToOfEverything(least: Int) throws {
        var service = town()
        service.count = 4
        service.limits = [SiteLimit(title: "share", sites: [1, 4, 6, 8], least: least)]
        let outcome = try solved(service)
        #expect(outcome.objective == BruteForce.best(of: service)?.objective)
        #expect(outcome.open.count { [1, 4, 6, 8].contains($0) } >= least)
    }

    @Test func everySiteIsOpen() throws {
        var service = town()
        service.count = 9
        service.limits = [SiteLimit(title: "share", sites: [1, 2], least: 2, most: 2)]
        #expect(try solved(service).open == Array(0..<9))
        service.lockedOut = [3]
        #expect(try clash(service).contains("9"))
    }

    @Test func locksThatSettleAll() throws {
        var service = town()
        service.count = 3
        service.lockedIn = [1, 5, 7]
        #expect(try solved(service).open == [1, 5, 7])
        service.lockedIn = [1, 5]
        service.lockedOut = [0, 2, 3, 4, 6, 8]
        #expect(try solved(service).open == [1, 5, 7])
        service.lockedIn = [1, 5, 7, 8]
        service.lockedOut = []
        _ = try clash(service)
        service.lockedIn = [1, 5]
        service.lockedOut = [5]
        _ = try clash(service)
    }

    @Test func aLimitOnNoSite() throws {
        var service = town()
        service.limits = [SiteLimit(title: "hubs nowhere", sites: [], least: 0, most: 0)]
        #expect(try solved(service).objective == BruteForce.best(of: service)?.objective)
        service.limits[0].least = 1
        service.limits[0].most = 3
        #expect(try clash(service).contains("nowhere"))
    }

    @Test func limitsThatSayNothingOrTheSameTwice() throws {
        var service = town()
        let twice = SiteLimit(title: "share", sites: [0, 1, 2, 3], least: 2, most: 3)
        service.limits = [
            twice, SiteLimit(title: "anything", sites: Array(0..<9), least: 0, most: 3), twice,
            SiteLimit(title: "below zero", sites: [4], least: -7, most: .max),
        ]
        #expect(try solved(service).objective == BruteForce.best(of: service)?.objective)
        service.limits.append(SiteLimit(title: "never", sites: [0, 1], least: 2, most: 1))
        _ = try clash(service)
        service.limits[4] = SiteLimit(title: "fewer than none", sites: [0, 1], least: 0, most: -1)
        _ = try clash(service)
    }

    @Test func nobodyLivesAnywhere() throws {
        for burden in [BurdenFunction.mean, .reach(limit: 5, step: 1), .steps(thresholds: [3], values: [2])] {
            var service = town()
            service.burden = burden
            service.weights = [Int64](repeating: 0, count: 24)
            service.limits = [SiteLimit(title: "share", sites: [1, 4, 6], least: 2)]
            let outcome = try solved(service)
            #expect(outcome.objective == 0)
            #expect(BruteForce.keeps(outcome.open, service))
        }
    }

    /// One child beside a thousand million: the one decides between plans that are equal for the others.
    @Test func weightsFarApart() throws {
        for seed in UInt64(0)..<12 {
            var numbers = SeededNumbers(seed)
            var service = town(costs: (0..<12 * 9).map { _ in .random(in: 0...30, using: &numbers) })
            service.weights = (0..<24).map { _ in [1, 1_000_000_000].randomElement(using: &numbers) ?? 1 }
            #expect(try solved(service).objective == BruteForce.best(of: service)?.objective, "seed \(seed)")
        }
    }

    @Test(arguments: [0, -3, 10])
    func aCountThatCannotBeIsToldInASentence(count: Int) throws {
        var service = town()
        service.count = count
        if count > 9 {
            #expect(try clash(service).contains("10"))
        } else {
            try expectSentence(service)
        }
        #expect(throws: PlacementError.self) { try LagrangianEngine.solve(service, SolveLimits()) }
    }

    // MARK: Numbers too large

    @Test func sumsThatDoNotFitAreToldInASentence() throws {
        var service = town(costs: .init(repeating: .max, count: 12 * 9))
        service.weights = [Int64](repeating: 1 << 40, count: 24)
        try expectSentence(service)
        #expect(throws: PlacementError.self) { try LagrangianEngine.solve(service, SolveLimits()) }
        service.weights = [Int64](repeating: .max, count: 24)
        try expectSentence(service)
        #expect(throws: PlacementError.self) { try LagrangianEngine.solve(service, SolveLimits()) }
    }

    /// A step so large that one journey, or the sum of some, passes 64 bits.
    @Test(arguments: [Int64.max, Int64.max - 50, 1 << 62, 1 << 58] as [Int64])
    func aStepThatDoesNotFitIsToldInASentence(step: Int64) throws {
        var service = town()
        service.burden = .reach(limit: 20, step: step)
        try expectSentence(service)
        #expect(throws: PlacementError.self) { try LagrangianEngine.solve(service, SolveLimits()) }
        service.burden = .steps(thresholds: [1], values: [step])
        service.travel = TravelMatrix(areaCount: 12, siteCount: 9, withoutCar: .init(repeating: 1, count: 12 * 9))
        try expectSentence(service)
        #expect(throws: PlacementError.self) { try LagrangianEngine.solve(service, SolveLimits()) }
    }

    /// Nothing is longer than the longest whole number of minutes there is.
    @Test func aLimitWithoutAnEndIsToldInASentence() throws {
        var service = town()
        service.burden = .reach(limit: .max, step: 1)
        try expectSentence(service)
        #expect(throws: PlacementError.self) { try LagrangianEngine.solve(service, SolveLimits()) }
        service.burden = .reach(limit: .max - 1, step: 1)
        var mean = service
        mean.burden = .mean
        #expect(try solved(service).objective == BruteForce.best(of: mean)?.objective)
    }

    @Test func theLongestJourneyThereIs() throws {
        var service = town(costs: (0..<12 * 9).map { $0 % 4 == 0 ? 10 : .max })
        service.weights = [Int64](repeating: 1000, count: 24)
        #expect(try solved(service).objective == BruteForce.best(of: service)?.objective)
        service.burden = .reach(limit: 10, step: 1)
        #expect(try solved(service).objective == BruteForce.best(of: service)?.objective)
    }

    @Test func limitsOfASolveThatMakeNoSense() throws {
        let service = town()
        let best = try #require(BruteForce.best(of: service)?.objective)
        for limits in [
            SolveLimits(gap: -1, threads: 0), SolveLimits(gap: .nan, threads: -5), SolveLimits(gap: 0, seconds: .nan),
            SolveLimits(gap: 0, seconds: -1), SolveLimits(gap: 0, work: -1), SolveLimits(gap: .infinity, work: .max),
            SolveLimits(gap: 2, seconds: .infinity, threads: 1000),
        ] {
            for solver in [PlacementSolver(), PlacementSolver(small: LagrangianService())] {
                let result = try solver.solve(PlacementProblem(services: [service]), limits: limits)
                guard case .solved(let solution) = result else { throw PlacementError("no plan") }
                #expect(BruteForce.keeps(solution.services[0].open, service))
                #expect(solution.services[0].bound ?? 0 <= best)
            }
        }
    }

    // MARK: Ways to ask

    /// Proved alike by the exact method, by the one for large problems, and by the engine alone.
    private func solved(_ service: ServiceProblem) throws -> ServiceOutcome {
        var outcomes: [ServiceOutcome] = []
        for solver in [PlacementSolver(), PlacementSolver(small: LagrangianService())] {
            let result = try solver.solve(PlacementProblem(services: [service]), limits: SolveLimits(gap: 0))
            guard case .solved(let solution) = result else { throw PlacementError("no plan") }
            #expect(solution.stop == .proved)
            outcomes += solution.services
        }
        for outcome in outcomes {
            #expect(outcome.objective == outcomes[0].objective)
            #expect(outcome.bound == outcome.objective)
            #expect(BruteForce.keeps(outcome.open, service))
        }
        let alone = try LagrangianEngine.solve(service, SolveLimits(gap: 0)).outcome
        #expect(alone.objective == outcomes[0].objective)
        #expect(try #require(alone.bound) <= alone.objective)
        #expect(BruteForce.keeps(alone.open, service))
        return outcomes[0]
    }

    private func clash(_ service: ServiceProblem) throws -> String {
        #expect(throws: PlacementError.self) { try LagrangianEngine.solve(service, SolveLimits()) }
        let result = try PlacementSolver().solve(PlacementProblem(services: [service]), limits: SolveLimits())
        guard case .infeasible(let clash) = result else { throw PlacementError("there is a plan") }
        return clash.sentence
    }

    private func expectSentence(_ service: ServiceProblem) throws {
        for solver in [PlacementSolver(), PlacementSolver(small: LagrangianService())] {
            let error = #expect(throws: PlacementError.self) {
                try solver.solve(PlacementProblem(services: [service]), limits: SolveLimits())
            }
            #expect(error?.description.hasSuffix(".") == true)
        }
    }

    /// Twelve areas and nine sites, two hubs.
    private func town(costs: [TenthMinutes]? = nil) -> ServiceProblem {
        var numbers = SeededNumbers(5)
        let table = costs ?? (0..<12 * 9).map { _ in TenthMinutes.random(in: 0...60, using: &numbers) }
        return ServiceProblem(
            id: "town", siteIndices: Array(0..<9), siteNames: (0..<9).map { "site \($0)" },
            travel: TravelMatrix(areaCount: 12, siteCount: 9, withoutCar: table),
            weights: (0..<24).map { _ in Int64.random(in: 1...40, using: &numbers) }, burden: .mean, count: 2)
    }
}
