import Foundation
import HubModel
import HubPlan
import HubPlanTestSupport
import Testing

@testable import Scenarios

@Suite("Why a plan of the fictional district has a site")
struct WhyTests {
    /// A run folder of the district, solved to the end.
    private struct Solved {
        let scratch: ScratchFolder
        let reopened: ReopenedRun

        init() throws {
            scratch = try ScratchFolder()
            let session = Session(limits: SolveLimits(gap: 0))
            try session.solve(study: Saltmouth.study, dataFolder: nil).write(to: scratch.file("run"))
            reopened = try ScenarioFile.reopen(scratch.file("run"), study: Saltmouth.study, dataFolder: nil)
        }

        func ask(_ question: WhyAnswer.Question, service: String? = nil) throws -> WhyAnswer {
            try WhyAnswer(question, of: reopened, service: service, in: SolveSeries(limits: SolveLimits(gap: 0)))
        }

        var firstHub: CandidateSite {
            reopened.run.region.sites[Int(reopened.plan.open[0][0])]
        }
    }

    @Test("A hub, another site and a place are told in words, and each site by its id or its name")
    func words() throws {
        let solved = try Solved()
        let hubs = solved.reopened.plan.open[0]
        let free = try #require(hubs.first { !solved.reopened.run.request.services[0].existing.contains($0) })
        let hub = solved.reopened.run.region.sites[Int(free)]
        let chosen = try solved.ask(.about(hub.id), service: "youngFutures")
        #expect(chosen.text.contains("is one of the 4") && chosen.text.contains("It serves"))
        #expect(chosen.text.contains("Proved"), "\(chosen.text)")
        let other = try #require(
            solved.reopened.run.problem.services[0].siteIndices.first { !hubs.contains($0) })
        let site = solved.reopened.run.region.sites[Int(other)]
        let refused = try solved.ask(.about(site.id), service: "youngFutures")
        #expect(refused.text.contains("is not one of the 4"))
        let neighbourhood = try #require(solved.reopened.run.region.neighbourhoods.first)
        let place = try solved.ask(.about(neighbourhood.code))
        #expect(place.text.contains("go to") && place.csv == nil)
        #expect(place.text.contains("there and back"))
    }

    @Test("Every site of the service has a row, proved where nothing stops the search")
    func all() throws {
        let solved = try Solved()
        let answer = try solved.ask(.all(solves: nil), service: "youngFutures")
        let json = try #require(
            try JSONSerialization.jsonObject(with: Data(answer.json.utf8)) as? [String: Any])
        let services = try #require(json["services"] as? [[String: Any]])
        #expect(services.map { $0["id"] as? String } == ["youngFutures"])
        let sites = try #require(services.first?["sites"] as? [[String: Any]])
        let request = solved.reopened.run.request.services[0]
        let locked = Set(request.existing + request.lockedIn + request.lockedOut).count
        #expect(sites.count == solved.reopened.run.problem.services[0].siteCount - locked)
        #expect(sites.allSatisfy { $0["isExact"] as? Bool == true })
        #expect(try #require(answer.csv).split(separator: "\n").count == sites.count + 1)
        #expect(answer.verdict == .answered)
    }

    @Test("Without a service every one is asked about, each with its own ranks")
    func allServices() throws {
        let solved = try Solved()
        let answer = try solved.ask(.all(solves: 0))
        let rows = try #require(answer.csv).split(separator: "\n").dropFirst().map { $0.split(separator: ",") }
        let services = solved.reopened.run.problem.services.map(\.id)
        #expect(services.count == 2)
        for service in services {
            let ranks = rows.filter { $0[0] == service }.map { String($0[1]) }
            #expect(!ranks.isEmpty && ranks == (1...ranks.count).map(String.init))
        }
        #expect(answer.text.contains("Early-years hubs. What the plan loses"), "\(answer.text)")
    }

    @Test("A name that nothing has is a sentence")
    func unknown() throws {
        let solved = try Solved()
        #expect(throws: HubPlanError.self) { try solved.ask(.about("Atlantis")) }
        #expect(throws: HubPlanError.self) { try solved.ask(.about(solved.firstHub.id), service: "swimming") }
    }
}
