import HubModel
import HubPlanTestSupport
import Placement
import Testing

@testable import HubPlan
@testable import Scenarios

@Suite struct PlanDifferenceTests {
    private func figures(_ open: [UInt32]) throws -> PlanFigures {
        let request = SmallTown.request()
        let problem = try ProblemBuilder.problem(
            region: SmallTown.region, request: request, travel: [SmallTown.travel(sites: [0, 1, 2, 3])])
        return try Evaluator(region: SmallTown.region, request: request, problem: problem)
            .figures(of: Plan(open: [open]))
    }

    @Test func sitesAndChildrenAreCounted() throws {
        let difference = PlanDifference(from: try figures([0, 1]), to: try figures([0, 3]), region: SmallTown.region)
        let service = difference.services[0]
        #expect(service.kept == [0])
        #expect(service.gained == [3])
        #expect(service.lost == [1])
        // Areas 0 and 1 keep hub 0; area 2 had hub 1 at 500 m and now has hub 0 or 3 at 1,500 m; 3 to 5 come nearer.
        #expect(service.childrenSame == 80)
        #expect(service.childrenWorse == 40)
        #expect(service.childrenBetter == 120)
    }

    @Test func aPlanDoesNotDifferFromItself() throws {
        let difference = PlanDifference(from: try figures([0, 2]), to: try figures([0, 2]), region: SmallTown.region)
        #expect(difference.services[0].gained.isEmpty && difference.services[0].lost.isEmpty)
        #expect(difference.services[0].meanMinutesChange == 0)
    }
}
