import HubModel
import HubPlanTestSupport
import Placement
import Testing

@testable import HubPlan

@Suite struct PlanDifferenceTests {
    private func figures(_ open: [UInt32]) throws -> PlanFigures {
        let request = SmallTown.request()
        let problem = try ProblemBuilder.problem(
            region: SmallTown.region, request: request, travel: [SmallTown.travel(sites: [0, 1, 2, 3])])
        return try Evaluator(region: SmallTown.region, request: request, problem: problem)
            .figures(of: Plan(open: [open]))
    }

    private func difference(_ first: [UInt32], _ second: [UInt32]) throws -> PlanDifference.ServiceDifference {
        try PlanDifference(
            from: figures(first), to: figures(second), region: SmallTown.region, request: SmallTown.request()
        ).services[0]
    }

    @Test func sitesAndChildrenAreCounted() throws {
        let service = try difference([0, 1], [0, 3])
        #expect(service.kept == [0])
        #expect(service.gained == [3])
        #expect(service.lost == [1])
        // Areas 0 and 1 keep hub 0; area 2 had hub 1 at 500 m and now has hub 0 or 3 at 1,500 m; 3 to 5 come nearer.
        #expect(service.everyone.same == 80)
        #expect(service.everyone.longer == 40)
        #expect(service.everyone.shorter == 120)
        #expect(service.everyone.children == 240)
        // A tenth of a minute a metre: 100 minutes more for area 2; 100, 200 and 200 less for areas 3 to 5.
        #expect(service.everyone.meanAdded == 100)
        #expect(service.everyone.added == 40 * 1_000)
        #expect(service.everyone.saved == 40 * (1_000 + 2_000 + 2_000))
        #expect(service.households.map(\.longer) == [10, 30])
    }

    /// Areas 1 and 2 are doubly disadvantaged; area 2 loses.
    @Test func groupsAddUpToEveryone() throws {
        let service = try difference([0, 1], [0, 3])
        #expect(service.byDisadvantage.map(\.longer) == [40, 0])
        #expect(service.byDisadvantage.map(\.same) == [40, 40])
        #expect(service.byDisadvantage.reduce(0) { $0 + $1.saved } == service.everyone.saved)
    }

    @Test func aPlanDoesNotDifferFromItself() throws {
        let service = try difference([0, 2], [0, 2])
        #expect(service.gained.isEmpty && service.lost.isEmpty)
        #expect(service.meanMinutesChange == 0)
        #expect(service.everyone.same == 240)
        #expect(service.everyone.meanSaved == nil && service.everyone.meanAdded == nil)
    }
}
