import HubModel
import HubPlan
import HubPlanTestSupport
import Scenarios
import Testing

@Suite("A question from a file")
struct ScenarioFileTests {
    @Test("A study file is a question; asked something else it keeps its base and answers anew")
    func asksSomethingElse() throws {
        let run = try ScenarioFile.prepare(Saltmouth.study)
        var request = run.request
        request.services[0].count = 1
        request.services[0].share = .reportOnly
        let other = try run.asking(request)
        #expect(other.problem.services[0].count == run.problem.services[0].count - run.request.services[0].count + 1)
        #expect(run.request.services[0].count > 1)
    }

    @Test("A question about a site that no journeys were worked out to is refused")
    func refusesUnknownSites() throws {
        let run = try ScenarioFile.prepare(Saltmouth.study)
        let known = Set(run.problem.services[0].siteIndices)
        let stranger = try #require(run.region.sites.indices.map { UInt32($0) }.first { !known.contains($0) })
        var request = run.request
        request.services[0].lockedIn.append(stranger)
        #expect(throws: HubPlanError.self) { try run.asking(request) }
    }
}
