import Foundation
import HubModel
import HubPlan
import HubPlanTestSupport
import Testing

@testable import Scenarios

@Suite("Options of the fictional district")
struct OptionsTests {
    private func answer(_ question: OptionsQuestion) throws -> OptionsAnswer {
        try OptionsAnswer(
            question, of: ScenarioFile.prepare(Saltmouth.study), in: SolveSeries(limits: SolveLimits(gap: 0)))
    }

    @Test("Lists are written whole, each as one that evaluate reads, with the warning about frequencies")
    func folder() throws {
        let scratch = try ScratchFolder()
        let answer = try answer(OptionsQuestion(count: 3, within: 0.3, differ: 1, apart: .metres(500)))
        try answer.write(to: scratch.file("options"))
        let json = try #require(
            try JSONSerialization.jsonObject(with: scratch.read("options/options.json")) as? [String: Any])
        let options = try #require(json["options"] as? [[String: Any]])
        #expect(options.count > 1)
        let page = String(decoding: try scratch.read("options/options.html"), as: UTF8.self)
        #expect(page.contains("not how much it matters"))
        #expect(answer.summary(folder: nil).contains("not how much it matters"))
        for (number, option) in options.enumerated() {
            let list = String(decoding: try scratch.read("options/option-\(number + 1).csv"), as: UTF8.self)
            let rows = list.split(separator: "\n").dropFirst().map { $0.split(separator: ",").map(String.init) }
            #expect(rows.map { $0[1] } == option["hubs"] as? [String])
            #expect(Set(rows.map { $0[0] }) == ["youngFutures"])
        }
    }

    @Test("In other neighbourhoods: no two options share as many places as they must differ in")
    func neighbourhoods() throws {
        let run = try ScenarioFile.prepare(Saltmouth.study)
        let answer = try OptionsAnswer(
            OptionsQuestion(count: 3, within: 0.5, differ: 1, apart: .neighbourhood), of: run,
            in: SolveSeries(limits: SolveLimits(gap: 0)))
        let json = try #require(
            try JSONSerialization.jsonObject(with: Data(answer.json.utf8)) as? [String: Any])
        let options = try #require(json["options"] as? [[String: Any]])
        let places = options.map { option in
            (option["hubs"] as? [String] ?? []).compactMap { id in
                run.region.sites.first { $0.id == id }.map { PlaceOfSite($0) }
            }
        }
        #expect(places.count > 1)
        for later in places.indices {
            for earlier in 0..<later {
                #expect(places[later].contains { !places[earlier].contains($0) })
            }
        }
    }

    @Test("More hubs elsewhere than there are hubs is a sentence")
    func tooMany() {
        #expect(throws: HubPlanError.self) {
            try answer(OptionsQuestion(count: 2, within: 0.1, differ: 40, apart: .neighbourhood))
        }
    }
}
