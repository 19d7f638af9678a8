import Foundation
import FoundationXML
import HubModel
import HubPlan
import HubPlanTestSupport
import Testing

@testable import Reports
@testable import Scenarios

@Suite("The frontier of the fictional district")
struct FrontierTests {
    private func record(_ frontier: Frontier, limits: SolveLimits = SolveLimits(gap: 0)) throws -> FrontierRecord {
        try frontier.answer(try ScenarioFile.prepare(Saltmouth.study), in: SolveSeries(limits: limits))
    }

    @Test("Four hubs, none to all of them in the listed places: each step is what a solve of its own gives")
    func shareOfSaltmouth() throws {
        let record = try record(Frontier(steps: .share(0...1)))
        let curve = try #require(record.curves.first)
        #expect(curve.steps.map(\.asked) == [0, 1, 2, 3, 4])
        let run = try ScenarioFile.prepare(Saltmouth.study)
        for step in curve.steps {
            let one = try OneService(run, id: "youngFutures")
            let problem = try one.problem { $0.share = .atLeastNumber(step.asked) }
            let series = SolveSeries(limits: SolveLimits(gap: 0))
            switch try series.solve(problem, title: "alone") {
            case .infeasible: #expect(step.clash != nil)
            case .solved(let answer):
                #expect(step.objective == answer.objective && step.isProved)
                #expect(try #require(step.inside) >= step.asked)
            }
        }
        let values = curve.steps.compactMap(\.value)
        #expect(zip(values, values.dropFirst()).allSatisfy { $0 >= $1 }, "more asked for never brings more: \(values)")
    }

    @Test("Numbers of hubs, each with the share of the study")
    func hubsOfSaltmouth() throws {
        let record = try record(Frontier(steps: .hubs(2...5), service: "youngFutures"))
        let steps = try #require(record.curves.first).steps
        #expect(steps.map(\.asked) == [2, 3, 4, 5])
        for step in steps where step.clash == nil {
            #expect(step.hubs.count == step.asked)
            #expect(2 * (step.inside ?? 0) >= step.asked)
        }
    }

    @Test("Under two rules, the sites that stand under both")
    func rivals() throws {
        let record = try record(Frontier(steps: .share(0...1), rules: ["placeList", "bothIndices"]))
        #expect(record.curves.count == 2)
        for survivors in record.survivors {
            let plans = record.curves.map { curve in Set(curve.steps.first { $0.asked == survivors.asked }?.hubs ?? [])
            }
            #expect(Set(survivors.sites) == plans[0].intersection(plans[1]))
        }
        #expect(!record.survivors.isEmpty)
        let page = FrontierPage.html(record)
        #expect(page.contains("whichever rule is taken") && page.contains("<svg"))
    }

    @Test("A rule that is not there is a sentence")
    func unknownRule() throws {
        let run = try ScenarioFile.prepare(Saltmouth.study)
        let series = SolveSeries(limits: SolveLimits())
        #expect(throws: HubPlanError.self) {
            try Frontier(steps: .share(0...1), rules: ["wards"]).answer(run, in: series)
        }
        #expect(throws: HubPlanError.self) {
            try Frontier(steps: .hubs(1...2), service: "swimming").answer(run, in: series)
        }
    }

    @Test("A folder is written whole: page, picture, tables and JSON that can be read again")
    func folder() throws {
        let scratch = try ScratchFolder()
        let run = try ScenarioFile.prepare(Saltmouth.study)
        let answer = try FrontierAnswer(
            Frontier(steps: .share(0...1)), of: run, in: SolveSeries(limits: SolveLimits(gap: 0)))
        try answer.write(to: scratch.file("frontier"))
        for name in ["frontier.html", "frontier.svg", "frontier.csv", "hubs.csv", "frontier.json"] {
            #expect(!(try scratch.read("frontier/" + name).isEmpty))
        }
        let json = try JSONSerialization.jsonObject(with: scratch.read("frontier/frontier.json")) as? [String: Any]
        let curves = try #require(json?["curves"] as? [[String: Any]])
        #expect((curves.first?["steps"] as? [Any])?.count == 5)
        let svg = XMLParser(data: try scratch.read("frontier/frontier.svg"))
        #expect(svg.parse())
        try answer.write(to: scratch.file("frontier"))
        let other = try scratch.write("letter.txt", "not ours")
        #expect(throws: (any Error).self) { try FrontierAnswer.checkWritable(other) }
    }

    @Test(
        "Shares become whole hubs", arguments: [(50, 0.0, 1.0, 0...50), (50, 0.5, 0.5, 25...25), (7, 0.3, 0.6, 3...4)])
    func wholeHubs(count: Int, low: Double, high: Double, expected: ClosedRange<Int>) {
        #expect(Frontier.steps(of: count, low...high) == expected)
    }
}
