import Foundation
import HubModel
import HubPlan
import HubPlanTestSupport
import Regions
import Testing

@testable import Scenarios

@Suite("Scenario files")
struct ScenarioTests {
    private let scratch: ScratchFolder

    init() throws { scratch = try ScratchFolder() }

    /// A scenario of Saltmouth with some changes, by the name of its file.
    private func scenario(_ changes: String, extends: String = Saltmouth.study, named file: String = "a.yaml") throws
        -> String
    {
        try scratch.write(file, "scenario: A change\nextends: \(extends)\nchanges:\n\(changes)\n")
    }

    private func failure(_ changes: String) -> String {
        let error = #expect(throws: (any Error).self) {
            try ScenarioFile.prepare(scenario(changes), dataFolder: Saltmouth.folder.path)
        }
        return error.map { "\($0)" } ?? ""
    }

    @Test("A scenario without a change asks what its study asks")
    func changesNothing() throws {
        let path = try scratch.write("a.yaml", "scenario: As it is\nextends: \(Saltmouth.study)\n")
        let run = try ScenarioFile.prepare(path)
        let base = try ScenarioFile.prepare(Saltmouth.study)
        #expect(run.region.name == "Hubs for Saltmouth: As it is")
        #expect(run.request.services.map(\.count) == base.request.services.map(\.count))
        #expect(run.region.demand == base.region.demand)
        #expect(run.region.sites.map(\.id) == base.region.sites.map(\.id))
        #expect(run.problem.services.map(\.limits) == base.problem.services.map(\.limits))
        #expect(run.region.inputs.map(\.role).prefix(3) == ["study", "scenario", "extended study"])
        #expect(run.region.inputs[2].sha256 == base.region.inputs[0].sha256)
    }

    @Test(
        "The effective study is a study by itself: read again it asks the same, and it is the same text on every read")
    func effectiveStudyIsAStudy() throws {
        let path = try scenario("  - count: {youngFutures: 3}\n  - share: 60%\n  - hours: {closes: \"19:00\"}")
        let scenario = try ScenarioFile.read(path)
        #expect(try ScenarioFile.read(path).effective == scenario.effective)
        let effective = try scratch.write("effective.yaml", scenario.effective)
        let again = try ScenarioFile.read(effective)
        let (first, second) = (
            try ScenarioFile.prepare(path), try ScenarioFile.prepare(effective, dataFolder: Saltmouth.folder.path)
        )
        #expect(first.digest == second.digest)
        #expect(first.problem.services.map(\.weights) == second.problem.services.map(\.weights))
        #expect(try StudyDifference(scenario, again).entries.isEmpty)
    }

    @Test("Changes are carried out in their order, those of the extended scenario first")
    func stacks() throws {
        _ = try scenario("  - count: {youngFutures: 3}", named: "below.yaml")
        let above = try scratch.write(
            "above.yaml",
            "scenario: Two more\nextends: below.yaml\nchanges:\n  - count: {youngFutures: +1}\n  - count: {youngFutures: +1}\n"
        )
        let scenario = try ScenarioFile.read(above)
        #expect(
            scenario.steps.map(\.words) == [
                "youngFutures: 3 hubs instead of 4", "youngFutures: 4 hubs instead of 3",
                "youngFutures: 5 hubs instead of 4",
            ])
        #expect(scenario.steps.map(\.file) == ["below.yaml", "above.yaml", "above.yaml"])
        #expect(scenario.files.map(\.path) == ["above.yaml", "below.yaml", "study.yaml"])
        #expect(try ScenarioFile.prepare(above).request.services[0].count == 5)
    }

    @Test("Each change reaches the request")
    func changesTheRequest() throws {
        let run = try ScenarioFile.prepare(
            scenario(
                """
                  - lock: {sites: [H03], for: youngFutures}
                  - bar: H04
                  - rule: {youngFutures: bothIndices}
                  - share: {youngFutures: {rule: bothIndices, atLeast: 3 hubs}, earlyYears: none}
                  - objective: {youngFutures: mean}
                  - reachWithin: {youngFutures: 80}
                  - outOfReachBeyond: {youngFutures: 180}
                  - traveller: {youngFutures: childAlone11}
                  - settings: {earlyYears: {walk.speed: 3}}
                  - limits: {youngFutures: [{each: district, atMost: 9, title: hubs of}]}
                """), dataFolder: Saltmouth.folder.path)
        let base = try ScenarioFile.prepare(Saltmouth.study)
        let (asked, before) = (run.request.services, base.request.services)
        func names(_ sites: [UInt32]) -> [String] { sites.map { run.region.sites[Int($0)].id } }
        #expect(names(asked[0].lockedIn) == ["H03"])
        #expect(names(asked[0].lockedOut) == ["H04"])
        #expect(names(asked[1].lockedOut) == ["H04"])
        #expect(asked[0].shareRule == 1)
        #expect(asked[0].share == .atLeastNumber(3))
        #expect(asked[1].share == .reportOnly)
        #expect(asked[0].objective == .mean && before[0].objective == .reach)
        #expect(run.region.services[0].reachLimit == 800)
        #expect(run.region.services[0].outOfReachLimit == 1800)
        #expect(run.study.travel[0].traveller != base.study.travel[0].traveller)
        #expect(run.study.travel[1].parameters.first { $0.key == "walk.speed" }?.value == 3)
        #expect(asked[0].limits.count == 1 && asked[0].limits[0].most == 9)
    }

    @Test("What cannot be meant is a sentence with file, line and field, and names what is nearest")
    func tellsWhatIsWrong() throws {
        for (changes, parts) in [
            ("  - clsoe: hub-2", ["a.yaml, line 4, changes[1].clsoe", "there is no change 'clsoe'"]),
            ("  - count: {youngFuture: 3}", ["there is no service 'youngFuture'", "line 4", "youngFutures"]),
            ("  - count: many", ["'many' is not a whole number", "a.yaml, line 4"]),
            ("  - count: -9", ["makes -5 hubs of 4"]),
            ("  - count: +99999999999999999999", ["no difference"]),
            ("  - rule: wards", ["there is no disadvantage rule 'wards'", "placeList, bothIndices"]),
            ("  - lock: H03", ["say which service", "line 4"]),
            ("  - bar: no-such", ["a.yaml (effective), line", "there is no site 'no-such'"]),
            ("  - {bar: H03, free: H03}", ["a change is one field and its value"]),
            ("  - barriers: on", ["the study has no barriers to put back"]),
            ("  - timetable: never", ["'never' is no timetable"]),
        ] {
            let sentence = failure(changes)
            for part in parts { #expect(sentence.contains(part), "\(sentence)") }
        }
    }

    @Test("A run of a scenario is written again byte for byte, from its own copy of the study and from the scenario")
    func runsAreWrittenAgain() throws {
        let path = try scenario("  - count: {youngFutures: 3}\n  - barriers: off")
        let data = Saltmouth.folder.path
        try Session(limits: SolveLimits(gap: 0)).solve(ScenarioFile.prepare(path, dataFolder: data), from: nil)
            .write(to: scratch.file("run"))
        for (name, study) in [("copy", nil), ("scenario", path)] {
            try ScenarioFile.run(in: scratch.file("run"), study: study, dataFolder: data).write(to: scratch.file(name))
            for file in ["result.json", "report.html", "study.yaml", "hubs.csv"] {
                #expect(try scratch.read("\(name)/\(file)") == scratch.read("run/\(file)"), "\(name)/\(file)")
            }
        }
        let text = String(decoding: try scratch.read("run/result.json"), as: UTF8.self)
        #expect(text.contains("\"role\": \"extended study\""))
        #expect(text.contains("The scenario 'A change' of Hubs for Saltmouth: youngFutures: 3 hubs instead of 4"))
        #expect(!text.contains(scratch.path))
        let repeated = try ScenarioFile.prepare(scratch.file("run/study.yaml"), dataFolder: data)
        #expect(repeated.request.services[0].count == 3)
    }

    @Test("The committed scenarios can be read", arguments: ["evening", "what-else"])
    func readsTheCommittedOnes(_ name: String) throws {
        let path = Saltmouth.folder.deletingLastPathComponent().appendingPathComponent("studies/saltmouth/\(name).yaml")
        let scenario = try ScenarioFile.read(path.path)
        #expect(scenario.files.count == 2)
        #expect(try ScenarioFile.prepare(path.path).problem.services.count == 2)
    }

    @Test("A circle of scenarios and a missing file are sentences, not endless reading")
    func refusesCircles() throws {
        _ = try scenario("", extends: "b.yaml", named: "a.yaml")
        let b = try scenario("", extends: "a.yaml", named: "b.yaml")
        let circle = #expect(throws: (any Error).self) { try ScenarioFile.read(b) }
        #expect("\(circle.map { "\($0)" } ?? "")".contains("in a circle"))
        let lost = try scenario("", extends: "gone.yaml", named: "c.yaml")
        let missing = #expect(throws: (any Error).self) { try ScenarioFile.read(lost) }
        #expect("\(missing.map { "\($0)" } ?? "")".contains("the file 'gone.yaml' is missing"))
    }

    @Test("The difference of two scenarios tells what each says, and nothing of what they share")
    func tellsTheDifference() throws {
        let one = try ScenarioFile.read(scenario("  - count: {youngFutures: 3}\n  - bar: [H03, H04]"))
        let two = try ScenarioFile.read(
            scenario("  - bar: H04\n  - objective: {youngFutures: mean}", named: "b.yaml"))
        let difference = try StudyDifference(one, two)
        #expect(
            difference.entries.map(\.path) == [
                "services.youngFutures.count", "services.youngFutures.objective", "services.youngFutures.lockedOut",
                "services.earlyYears.lockedOut",
            ])
        #expect(difference.entries[0].words == "youngFutures, how many hubs: 3; 4")
        #expect(difference.entries[2].words.contains("only the first has H03"))
        #expect(try StudyDifference(one, one).entries.isEmpty)
    }
}
