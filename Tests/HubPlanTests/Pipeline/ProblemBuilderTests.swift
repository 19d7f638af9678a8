import HubModel
import HubPlanTestSupport
import Testing

@testable import HubPlan

@Suite struct ProblemBuilderTests {
    private func problem(_ request: PlacementRequest) throws -> PlacementProblem {
        try ProblemBuilder.problem(
            region: SmallTown.region, request: request,
            travel: request.services.map {
                SmallTown.travel(sites: ProblemBuilder.sites(for: $0, in: SmallTown.region))
            })
    }

    @Test func onlySitesThatSuitAServiceAreNumbered() throws {
        let service = try problem(SmallTown.request()).services[0]
        #expect(service.siteIndices == [0, 1, 2, 3])
        #expect(service.lockedIn == [0])
    }

    @Test func theShareBecomesAFloorRoundedUp() throws {
        let service = try problem(
            SmallTown.request(count: 3, share: .atLeastFraction(numerator: 1, denominator: 2))
        ).services[0]
        #expect(service.limits.map(\.least) == [2])
        #expect(service.limits[0].sites == [1, 2])
        #expect(service.maximise == nil)
    }

    @Test func asHighAsPossibleIsAWishAndReportOnlyNoRule() throws {
        let highest = try problem(SmallTown.request(share: .asHighAsPossible)).services[0]
        #expect(highest.limits.isEmpty)
        #expect(highest.maximise?.sites == [1, 2])
        let reported = try problem(SmallTown.request(share: .reportOnly)).services[0]
        #expect(reported.limits.isEmpty)
        #expect(reported.maximise == nil)
    }

    @Test func existingHubsThatDoNotCountComeOnTop() throws {
        let service = try problem(SmallTown.request(count: 2, countsExisting: false)).services[0]
        #expect(service.count == 3)
        #expect(service.lockedIn == [0])
    }

    @Test func oneChildWithinReachOutweighsAnyMean() throws {
        let service = try problem(SmallTown.request(objective: .reach)).services[0]
        guard case .reach(let limit, let step) = service.burden else {
            Issue.record("the burden is \(service.burden)")
            return
        }
        #expect(limit == 600)
        let largestMean = service.weights.reduce(0, +) * Int64(service.travel.longest)
        #expect(step == largestMean + 1)
    }

    @Test func weightsTooLargeForWholeNumbersAreRefused() {
        var region = SmallTown.region
        for index in region.demand[0].indices { region.demand[0][index].weight = 1 << 50 }
        let request = SmallTown.request(objective: .reach)
        #expect(throws: HubPlanError.self) {
            try ProblemBuilder.problem(
                region: region, request: request, travel: [SmallTown.travel(sites: [0, 1, 2, 3])])
        }
    }
}
