import HubModel
import HubPlanTestSupport
import Placement
import Testing

@Suite struct ExactModelTests {
    @Test(arguments: RandomProblem.Objective.allCases, 0..<UInt64(150))
    func agreesWithBruteForce(objective: RandomProblem.Objective, seed: UInt64) throws {
        let problem = RandomProblem.service(seed: seed, objective: objective)
        let answer = try ExactModel.solve(problem)
        let best = BruteForce.best(of: problem)
        #expect(answer.objective == best?.objective)
        #expect(answer.stop == .proved)
        guard let best, let open = answer.open else { return }
        #expect(answer.bound == best.objective)
        #expect(BruteForce.keeps(open, problem))
        #expect(BruteForce.cost(of: open, in: problem) == best.objective)
    }

    /// A plan below the cut-off is found when there is one, and only then.
    @Test(arguments: RandomProblem.Objective.allCases, 0..<UInt64(60))
    func looksOnlyBelowTheCutOff(objective: RandomProblem.Objective, seed: UInt64) throws {
        let problem = RandomProblem.service(seed: seed, objective: objective)
        guard let best = BruteForce.best(of: problem) else { return }
        let above = try ExactModel.solve(problem, cutoff: best.objective + 1)
        #expect(above.objective == best.objective)
        let at = try ExactModel.solve(problem, cutoff: best.objective)
        #expect(at.open == nil)
        #expect(at.bound == best.objective)
        #expect(at.stop == .proved)
    }

    /// A problem cut down by fixing has the optimum of the same problem with those sites locked.
    @Test(arguments: 0..<UInt64(150))
    func keepsToActiveAndFixedSites(seed: UInt64) throws {
        var numbers = SeededNumbers(seed + 77)
        let objective = RandomProblem.Objective.allCases[Int(seed % 3)]
        let problem = RandomProblem.service(seed: seed, objective: objective)
        let active = (RandomProblem.subset(of: problem.siteCount, using: &numbers) + problem.lockedIn)
        let fixed = Array(Set(active).subtracting(problem.lockedOut).sorted().prefix(1))
        var locked = problem
        locked.lockedIn = Set(problem.lockedIn).union(fixed).sorted()
        locked.lockedOut = Set(0..<UInt32(problem.siteCount)).subtracting(active).union(problem.lockedOut).sorted()
        let answer = try ExactModel.solve(problem, activeSites: Set(active).sorted(), fixedOpen: fixed)
        #expect(answer.objective == BruteForce.best(of: locked)?.objective)
    }

    /// More sites than brute force would like, chains that must be deepened, ties everywhere.
    @Test(arguments: 0..<UInt64(12))
    func deepensChainsUntilTheProofIsWhole(seed: UInt64) throws {
        var numbers = SeededNumbers(seed)
        let sites = 24
        let areas = 30
        let travel = TravelMatrix(
            areaCount: areas, siteCount: sites,
            withoutCar: (0..<areas * sites).map { _ in .random(in: 0...(seed % 2 == 0 ? 9 : 900), using: &numbers) })
        let problem = ServiceProblem(
            id: "town", siteIndices: Array(0..<UInt32(sites)), siteNames: (0..<sites).map { "site \($0)" },
            travel: travel, weights: (0..<2 * areas).map { _ in .random(in: 0...50, using: &numbers) },
            burden: .mean, count: 3,
            limits: [SiteLimit(title: "hubs in the wards", sites: [1, 5, 9, 20], least: 2)])
        let answer = try ExactModel.solve(problem)
        #expect(answer.objective == BruteForce.best(of: problem)?.objective)
        #expect(answer.bound == answer.objective)
    }

    @Test func aRaisedFlagStopsWithAPlanAndAValidBound() throws {
        let problem = RandomProblem.service(seed: 3, objective: .mean)
        let best = try #require(BruteForce.best(of: problem))
        let cancel = CancelFlag()
        cancel.raise()
        let answer = try ExactModel.solve(problem, cancel: cancel)
        #expect(answer.stop == .interrupted || answer.stop == .proved)
        #expect(answer.bound <= best.objective)
        #expect(answer.open.map { BruteForce.keeps($0, problem) } == true)
    }

    /// Stopped early: a plan that keeps the rules and a bound that is true.
    @Test(arguments: RandomProblem.Objective.allCases, 0..<UInt64(40))
    func aWorkLimitLeavesAValidBound(objective: RandomProblem.Objective, seed: UInt64) throws {
        let problem = RandomProblem.service(seed: seed, objective: objective)
        guard let best = BruteForce.best(of: problem) else { return }
        let answer = try ExactModel.solve(problem, work: 1)
        let open = try #require(answer.open)
        #expect(BruteForce.keeps(open, problem))
        #expect(answer.bound <= best.objective)
        #expect(answer.stop == .workLimit || answer.bound == best.objective)
        let again = try ExactModel.solve(problem, work: 1)
        #expect(again.open == answer.open)
        #expect(again.bound == answer.bound)
    }

    @Test func anUnsettledWishIsRefused() {
        let problem = RandomProblem.service(seed: 3, objective: .mean, maximise: true)
        #expect(throws: PlacementError.self) { try ExactModel.solve(problem) }
    }
}
