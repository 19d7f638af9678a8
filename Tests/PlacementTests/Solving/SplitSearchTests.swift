import HubModel
import HubPlanTestSupport
import Placement
import Testing

@Suite struct SplitSearchTests {
    /// Each service does best at its site 0; site 1 of each qualifies and costs the first 10 more and the second 30.
    ///
    /// | service | alone | giving way |
    /// |---|---|---|
    /// | first | 100 | 110 |
    /// | second | 100 | 130 |
    @Test func theServiceThatLosesLessGivesWay() throws {
        let solution = try solved(pair(first: [100, 110], second: [100, 130]))
        #expect(solution.services.map(\.open) == [[1], [0]])
        #expect(solution.services.map(\.objective) == [110, 100])
        #expect(solution.totalBound == 210)
        #expect(solution.bound == 210)
        #expect(solution.isOptimal)
        #expect(solution.gap == 0)
        #expect(solution.stop == .proved)
        // Another plan lets the second give way, so 100 is all that is proved of either.
        #expect(solution.services.map(\.bound) == [100, 100])
        // A list somebody has, of 100 and 130.
        #expect(solution.gap(of: [100, 130]) == 20.0 / 230)
    }

    @Test func whatTheOtherCannotGiveBoundsAService() throws {
        let solution = try solved(pair(first: [100, 110], second: [100, 130], least: 2))
        #expect(solution.services.map(\.open) == [[1], [1]])
        #expect(solution.services.map(\.bound) == [110, 130])
    }

    /// By the plain sum the second service would give way: 10 is less than 20, though a tenth is more than a hundredth.
    @Test func unlikeServicesCountByWhatTheyAreAtTheirBest() throws {
        var problem = pair(first: [2000, 2020], second: [100, 110])
        problem.services[0].burden = .reach(limit: 3000, step: 1)
        let solution = try solved(problem)
        #expect(solution.totalWeights == [1000, 20000])
        #expect(solution.services.map(\.open) == [[1], [0]])
        #expect(solution.total == 1000 * 2020 + 20000 * 100)
        #expect(solution.totalBound == 4_020_000)
        #expect(solution.objective == 2120)
        #expect(solution.bound == 2100)
        #expect(solution.isOptimal)
        #expect(solution.gap == 0)
        #expect(solution.stop == .proved)
    }

    /// Weights stay within 64 bits and the bound sound where objectives are as large as they can be.
    @Test func largeObjectivesCountToo() throws {
        var problem = pair(first: [1, 2], second: [100, 110])
        problem.services[0].weights[0] = .max / 8
        problem.services[1].burden = .reach(limit: 3000, step: 1)
        let solution = try solved(problem)
        #expect(solution.services.map(\.open) == [[0], [1]])
        #expect(try #require(solution.totalBound) <= solution.total)
    }

    /// A method that takes all the work it is given and proves nothing: nothing of the limit is left unused.
    @Test(arguments: [1, 2, 3, 4], [Int64(1), 7, 1000, 99_999])
    func allWorkIsUsed(least: Int, work: Int64) throws {
        let services = pair(first: [100, 110, 120], second: [100, 130, 140], count: 2).services
        let problem = PlacementProblem(
            services: services,
            totalShare: PlacementProblem.TotalShare(title: "hubs in all", least: least, sites: [[1, 2], [1, 2]]))
        let result = try PlacementSolver(small: WorkEater()).solve(problem, limits: SolveLimits(gap: 0, work: work))
        guard case .solved(let solution) = result else { throw PlacementError("no plan") }
        #expect(solution.work == work)
        #expect(solution.stop == .workLimit)
        #expect(!solution.isOptimal)
        let inside = solution.services.reduce(0) { $0 + $1.open.count { $0 > 0 } }
        #expect(inside >= least)
    }

    /// Before anything is known of either, both give way alike: the first plan is a sensible one, however short the time.
    @Test func withoutKnowledgeServicesGiveWayAlike() throws {
        let minutes = (0..<20).map { TenthMinutes(100 + $0) }
        var problem = pair(first: minutes, second: minutes, count: 8, least: 8)
        problem.totalShare?.sites = [Array(10..<20), Array(10..<20)]
        let result = try PlacementSolver(small: WorkEater()).solve(problem, limits: SolveLimits(gap: 0, work: 1))
        guard case .solved(let solution) = result else { throw PlacementError("no plan") }
        #expect(solution.services.map { $0.open.count { $0 >= 10 } } == [4, 4])
    }

    @Test func aMethodWithoutABoundProvesNothingInTotal() throws {
        var eater = WorkEater()
        eater.bound = nil
        let result = try PlacementSolver(small: eater).solve(
            pair(first: [100, 110], second: [100, 130]), limits: SolveLimits(gap: 0, work: 100))
        guard case .solved(let solution) = result else { throw PlacementError("no plan") }
        #expect(solution.totalBound == nil)
        #expect(solution.bound == nil)
        #expect(solution.gap == nil)
        #expect(!solution.isOptimal)
    }

    private struct WorkEater: ServiceSolver {
        var bound: Int64? = 0

        func solve(
            _ problem: ServiceProblem, limits: SolveLimits, warm: ServiceStart?, cancel: CancelFlag,
            onEvent: @escaping (SolveEvent) -> Void
        ) throws -> ServiceAnswer {
            // No more qualifying hubs than asked for: the share comes first among the limits.
            var lean = problem
            lean.limits[0].most = lean.limits[0].least
            let plan = try (Attainable(lean).anyPlan() ?? Attainable(problem).anyPlan())?[0] ?? []
            return ServiceAnswer(
                outcome: ServiceOutcome(service: problem.id, open: plan, objective: -1, bound: bound),
                stop: .workLimit, work: limits.work ?? 0, method: "works on")
        }
    }

    private func solved(_ problem: PlacementProblem) throws -> Solution {
        guard case .solved(let solution) = try PlacementSolver().solve(problem, limits: SolveLimits(gap: 0)) else {
            throw PlacementError("no plan")
        }
        return solution
    }

    /// Two services of one area each; every site but the first qualifies.
    private func pair(first: [TenthMinutes], second: [TenthMinutes], count: Int = 1, least: Int = 1) -> PlacementProblem
    {
        let services = [("first", first), ("second", second)].map { id, minutes in
            ServiceProblem(
                id: id, siteIndices: Array(0..<UInt32(minutes.count)), siteNames: minutes.map { "site \($0)" },
                travel: TravelMatrix(areaCount: 1, siteCount: minutes.count, withoutCar: minutes),
                weights: [1, 0], burden: .mean, count: count)
        }
        return PlacementProblem(
            services: services,
            totalShare: PlacementProblem.TotalShare(
                title: "hubs in listed places", least: least,
                sites: services.map { Array(1..<UInt32($0.siteCount)) }))
    }
}
