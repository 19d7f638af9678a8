import HubModel
import HubPlanTestSupport
import Placement
import Testing

/// A run that was stopped from outside, repeated from the numbers of its checkpoints.
@Suite struct CheckpointTests {
    /// Asked to stop after some step, by somebody at a key; and again from what that run recorded, with no such person.
    @Test(arguments: [Method.exact, .lagrangian], 1...5)
    func aStoppedRunRepeats(method: Method, step: Int) throws {
        let problem = PlacementProblem(services: [town(seed: 5), town(seed: 6)])
        let first = try run(problem, method, limits: SolveLimits(gap: 0), stopAfter: step)
        var limits = SolveLimits(gap: 0)
        limits.stopAt = first.solution.stoppedAt
        let second = try run(problem, method, limits: limits, stopAfter: nil)
        #expect(!first.solution.stoppedAt.isEmpty)
        #expect(second.told == first.told)
        #expect(second.solution.stoppedAt == first.solution.stoppedAt)
        #expect(second.solution.stop == .checkpoint)
        #expect(first.solution.stop == .interrupted)
    }

    /// The same under a share over all services, where the answers decide what is asked next.
    @Test(arguments: [Method.exact, .lagrangian], 1...8)
    func aStoppedSearchOverSplitsRepeats(method: Method, step: Int) throws {
        var problem = PlacementProblem(services: [town(seed: 7), town(seed: 8)])
        problem.totalShare = PlacementProblem.TotalShare(
            title: "hubs in listed places", least: 5, sites: [Array(20..<40), Array(20..<40)])
        let first = try run(problem, method, limits: SolveLimits(gap: 0), stopAfter: step)
        var limits = SolveLimits(gap: 0)
        limits.stopAt = first.solution.stoppedAt
        let second = try run(problem, method, limits: limits, stopAfter: nil)
        #expect(second.told == first.told)
        #expect(second.solution.stoppedAt == first.solution.stoppedAt)
    }

    /// No time at all: every look at the clock says stop, and the plan still keeps the rules.
    @Test(arguments: [Method.exact, .lagrangian])
    func aRunWithoutTimeRepeats(method: Method) throws {
        let problem = PlacementProblem(services: [town(seed: 9), town(seed: 10)])
        let first = try run(problem, method, limits: SolveLimits(gap: 0, seconds: 0), stopAfter: nil)
        var limits = SolveLimits(gap: 0)
        limits.stopAt = first.solution.stoppedAt
        let second = try run(problem, method, limits: limits, stopAfter: nil)
        #expect(first.solution.stop == .timeLimit)
        #expect(second.told == first.told)
    }

    /// Whoever repeats a run can still interrupt it.
    @Test func aRepetitionStopsByHand() throws {
        let flag = CancelFlag()
        #expect(flag.checkpoint(stopAt: [2], isLate: true) == nil)
        #expect(flag.checkpoint(stopAt: [2], isLate: true) == .checkpoint)
        #expect(flag.checkpoint(stopAt: [2], isLate: true) == nil)
        flag.raise()
        #expect(flag.checkpoint(stopAt: [2], isLate: true) == .interrupted)
        #expect(flag.passed == 4)
        #expect(flag.stops == [2, 4])
    }

    @Test func nodesAreALimit() throws {
        let problem = PlacementProblem(services: [town(seed: 11, areas: 100, sites: 80)])
        let whole = try run(problem, .lagrangian, limits: SolveLimits(gap: 0), stopAfter: nil)
        let nodes = whole.events.map(\.nodes).max() ?? 0
        try #require(nodes > 2)
        let limits = SolveLimits(gap: 0, nodes: 2)
        let first = try run(problem, .lagrangian, limits: limits, stopAfter: nil)
        let second = try run(problem, .lagrangian, limits: limits, stopAfter: nil)
        #expect(first.solution.stop == .nodeLimit)
        #expect(first.told == second.told)
        #expect(first.solution.stoppedAt.isEmpty)
    }

    /// Work, checkpoints and events count on through the services of a run.
    @Test func eventsCountThroughTheWholeRun() throws {
        let problem = PlacementProblem(services: [town(seed: 5), town(seed: 6)])
        let events = try run(problem, .lagrangian, limits: SolveLimits(gap: 0), stopAfter: nil).events
        #expect(Set(events.map(\.service)) == ["town 5", "town 6"])
        for (before, after) in zip(events, events.dropFirst()) {
            #expect(before.work <= after.work)
            #expect(before.checkpoint <= after.checkpoint)
        }
    }

    enum Method: CaseIterable { case exact, lagrangian }

    private struct Run {
        var solution: Solution
        var events: [SolveEvent]

        /// All that repeats.
        var told: [String] {
            events.map {
                "\($0.service) \($0.stage) \($0.incumbent ?? -1) \($0.bound ?? -1) \($0.work) \($0.nodes) \($0.checkpoint)"
            }
                + solution.services.map { "\($0.open) \($0.objective) \($0.bound ?? -1) \($0.trail.count)" }
                + ["\(solution.work) \(solution.totalBound ?? -1) \(solution.method)"]
        }
    }

    /// - Parameter stopAfter: the event after which somebody asks to stop; nil for nobody.
    private func run(_ problem: PlacementProblem, _ method: Method, limits: SolveLimits, stopAfter: Int?) throws -> Run
    {
        let solver =
            method == .exact ? PlacementSolver(large: ExactService()) : PlacementSolver(small: LagrangianService())
        let flag = CancelFlag()
        var events: [SolveEvent] = []
        let result = try solver.solve(problem, limits: limits, cancel: flag) { event in
            events.append(event)
            if events.count == stopAfter { flag.raise() }
        }
        guard case .solved(let solution) = result else { throw PlacementError("no plan") }
        return Run(solution: solution, events: events)
    }

    private func town(seed: UInt64, areas: Int = 40, sites: Int = 40) -> ServiceProblem {
        var numbers = SeededNumbers(seed)
        let travel = TravelMatrix(
            areaCount: areas, siteCount: sites,
            withoutCar: (0..<areas * sites).map { _ in .random(in: 1...900, using: &numbers) })
        return ServiceProblem(
            id: "town \(seed)", siteIndices: Array(0..<UInt32(sites)), siteNames: (0..<sites).map { "site \($0)" },
            travel: travel, weights: (0..<2 * areas).map { _ in .random(in: 0...50, using: &numbers) },
            burden: .mean, count: 5)
    }
}
