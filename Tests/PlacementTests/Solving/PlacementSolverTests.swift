import HubModel
import HubPlanTestSupport
import Placement
import Testing

@Suite struct PlacementSolverTests {
    @Test(arguments: [false, true], 0..<UInt64(150))
    func oneServiceAgreesWithBruteForce(maximise: Bool, seed: UInt64) throws {
        let objective = RandomProblem.Objective.allCases[Int(seed % 3)]
        let problem = PlacementProblem(
            services: [RandomProblem.service(seed: seed, objective: objective, maximise: maximise)])
        try check(problem)
    }

    @Test(arguments: [false, true], 0..<UInt64(60))
    func twoServicesUnderOneShareAgreeWithBruteForce(maximise: Bool, seed: UInt64) throws {
        try check(RandomProblem.twoServices(seed: seed, maximise: maximise))
    }

    @Test(arguments: RandomProblem.Objective.allCases, 0..<UInt64(40))
    func theMethodForLargeProblemsAgreesWithBruteForce(objective: RandomProblem.Objective, seed: UInt64) throws {
        let problem = PlacementProblem(services: [RandomProblem.service(seed: seed, objective: objective)])
        try check(problem, with: PlacementSolver(small: LagrangianService()))
    }

    /// With no memory to speak of the exact model and the cover sets stand aside; what is left is a plan and a bound.
    @Test(arguments: RandomProblem.Objective.allCases, 0..<UInt64(40))
    func oneByteOfMemoryGivesAPlanAndABound(objective: RandomProblem.Objective, seed: UInt64) throws {
        let service = RandomProblem.service(seed: seed, objective: objective)
        guard let best = BruteForce.best(of: service) else { return }
        let problem = PlacementProblem(services: [service])
        guard case .solved(let solution) = try PlacementSolver().solve(problem, limits: SolveLimits(gap: 0, memory: 1))
        else {
            Issue.record("No plan was found for seed \(seed).")
            return
        }
        #expect(BruteForce.keeps(solution.services[0].open, service))
        #expect(solution.services[0].objective == BruteForce.cost(of: solution.services[0].open, in: service))
        #expect(try #require(solution.services[0].bound) <= best.objective)
        #expect(solution.stop == .proved || solution.stop == .memoryLimit)
    }

    private func check(_ problem: PlacementProblem, with solver: PlacementSolver = PlacementSolver()) throws {
        switch try solver.solve(problem, limits: SolveLimits(gap: 0)) {
        case .infeasible(let clash):
            #expect(BruteForce.best(of: problem) == nil)
            #expect(!clash.rules.isEmpty)
        case .solved(let solution):
            let best = BruteForce.best(of: problem, weights: solution.totalWeights)
            #expect(solution.total == best.map { Int128($0.objective) })
            #expect(solution.isOptimal)
            #expect(solution.gap == 0)
            for index in problem.services.indices {
                // The bound of a service holds in any plan that keeps every rule, whatever it is paid for elsewhere.
                let alone = problem.services.indices.map { Int64($0 == index ? 1 : 0) }
                let least = try #require(BruteForce.best(of: problem, weights: alone)?.objective)
                let bound = try #require(solution.services[index].bound)
                #expect(bound <= least)
            }
            #expect(solution.stop == .proved)
            for (outcome, service) in zip(solution.services, problem.services) {
                #expect(BruteForce.keeps(outcome.open, service))
                #expect(BruteForce.cost(of: outcome.open, in: service) == outcome.objective)
            }
        }
    }

    @Test func aPlanWithEverySite() throws {
        let outcome = try solved(town(count: 4))
        #expect(outcome.open == [0, 1, 2, 3])
        #expect(outcome.objective == 0 + 30)
    }

    @Test func oneCandidateAlone() throws {
        let problem = ServiceProblem(
            id: "town", siteIndices: [3], siteNames: ["hall"],
            travel: TravelMatrix(areaCount: 1, siteCount: 1, withoutCar: [7]), weights: [2, 0], burden: .mean, count: 1)
        let outcome = try solved(problem)
        #expect(outcome.open == [0])
        #expect(outcome.objective == 14)
    }

    @Test(arguments: [(0, [2]), (1, [0])])
    func aShareOfNoneAndOfAll(least: Int, open: [UInt32]) throws {
        var problem = town(count: 1)
        problem.limits = [SiteLimit(title: "hubs in the wards", sites: [0, 3], least: least)]
        #expect(try solved(problem).open == open)
    }

    @Test func noHubsAskedForIsRefused() {
        #expect(throws: PlacementError.self) {
            try PlacementSolver().solve(PlacementProblem(services: [town(count: 0)]), limits: SolveLimits())
        }
        #expect(throws: PlacementError.self) {
            try PlacementSolver().solve(PlacementProblem(services: []), limits: SolveLimits())
        }
    }

    @Test func aRaisedFlagStillGivesAPlan() throws {
        let problem = RandomProblem.service(seed: 3, objective: .mean)
        let cancel = CancelFlag()
        cancel.raise()
        let result = try PlacementSolver().solve(
            PlacementProblem(services: [problem]), limits: SolveLimits(gap: 0), cancel: cancel)
        guard case .solved(let solution) = result else {
            Issue.record("no plan")
            return
        }
        #expect(BruteForce.keeps(solution.services[0].open, problem))
        #expect(solution.stop == .interrupted || solution.isOptimal)
    }

    /// A method that breaks a rule, or claims more than is true, does not get through.
    @Test func whatASolverReturnsIsAudited() throws {
        var problem = town(count: 1)
        problem.limits = [SiteLimit(title: "hubs in the wards", sites: [0], least: 1)]
        let liar = FixedAnswer(open: [2], bound: 0)
        #expect(throws: PlacementError.self) {
            try PlacementSolver(small: liar).solve(PlacementProblem(services: [problem]), limits: SolveLimits())
        }
        let boaster = FixedAnswer(open: [0], bound: .max)
        #expect(throws: PlacementError.self) {
            try PlacementSolver(small: boaster).solve(PlacementProblem(services: [problem]), limits: SolveLimits())
        }
    }

    @Test func aMethodWithoutABoundProvesNothing() throws {
        let result = try PlacementSolver(small: FixedAnswer(open: [2], bound: nil)).solve(
            PlacementProblem(services: [town(count: 1)]), limits: SolveLimits())
        guard case .solved(let solution) = result else {
            Issue.record("no plan")
            return
        }
        #expect(!solution.isOptimal)
        #expect(solution.gap == nil)
        #expect(solution.stop == .exhausted)
        // The evaluator's figure, whatever the method says.
        #expect(solution.objective == BruteForce.cost(of: [2], in: town(count: 1)))
    }

    private struct FixedAnswer: ServiceSolver {
        var open: [UInt32]
        var bound: Int64?

        func solve(
            _ problem: ServiceProblem, limits: SolveLimits, warm: ServiceStart?, cancel: CancelFlag,
            onEvent: @escaping (SolveEvent) -> Void
        ) throws -> ServiceAnswer {
            ServiceAnswer(
                outcome: ServiceOutcome(service: problem.id, open: open, objective: -1, bound: bound),
                stop: .exhausted, work: 0, method: "fixed")
        }
    }

    private func solved(_ problem: ServiceProblem) throws -> ServiceOutcome {
        let result = try PlacementSolver().solve(PlacementProblem(services: [problem]), limits: SolveLimits(gap: 0))
        guard case .solved(let solution) = result else { throw PlacementError("no plan") }
        #expect(solution.isOptimal)
        return solution.services[0]
    }

    /// Two areas; site 2 is the best alone.
    private func town(count: Int) -> ServiceProblem {
        ServiceProblem(
            id: "town", siteIndices: [0, 1, 2, 3], siteNames: ["a", "b", "c", "d"],
            travel: TravelMatrix(areaCount: 2, siteCount: 4, withoutCar: [0, 9, 2, 8, 9, 3, 4, 9]),
            weights: [20, 0, 10, 0], burden: .mean, count: count)
    }
}
