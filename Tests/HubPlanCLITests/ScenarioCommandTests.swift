import Foundation
import HubPlanTestSupport
import Testing

/// Scenario files at a terminal.
@Suite struct ScenarioCommandTests {
    private let scratch: ScratchFolder
    private let scenario: String

    init() throws {
        scratch = try ScratchFolder()
        scenario = try scratch.write(
            "five.yaml",
            """
            scenario: Five hubs
            extends: \(Command.root.path)/Fixtures/saltmouth/study.yaml
            changes:
              - count: {youngFutures: +1}
            levers:
              - lever: Free child fares
                changes: [{settings: {fare.single: 0}}]

            """)
    }

    @Test func theEffectiveStudyIsPrintedAndCanBeSolved() throws {
        let effective = try Command("check", scenario, "--effective")
        #expect(effective.status == 0, "\(effective.errors)")
        #expect(effective.output.hasPrefix("# Made by hubplan from five.yaml, which extends study.yaml."))
        let study = try scratch.write("study.yaml", effective.output)
        let check = try Command("check", study, "--data", "Fixtures/saltmouth")
        #expect(check.status == 0, "\(check.errors)")
        #expect(check.output.contains("Young Futures hubs (youngFutures): 5 asked for"))
        #expect(try Command("check", scenario, "--effective", "--json").status == 2)
    }

    @Test func theDifferenceIsToldInWordsAndForPrograms() throws {
        let study = "Fixtures/saltmouth/study.yaml"
        let words = try Command("check", scenario, "--against", study)
        #expect(words.output.contains("youngFutures, how many hubs: 5; 4"))
        let json = try Command("check", scenario, "--against", study, "--json")
        let document = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
        #expect((document?["differences"] as? [[String: String]])?.first?["path"] == "services.youngFutures.count")
    }

    @Test func plansAreComparedAndLeversWeighed() throws {
        let (four, five) = (scratch.file("four"), scratch.file("five"))
        #expect(try Command("solve", "Fixtures/saltmouth/study.yaml", "--quiet", "--out", four).status == 0)
        #expect(try Command("solve", scenario, "--quiet", "--out", five).status == 0)
        let compare = try Command(
            "compare", four, five, "--data", "Fixtures/saltmouth", "--out", scratch.file("beside"))
        #expect(compare.status == 0, "\(compare.errors)")
        #expect(compare.output.contains("Young Futures hubs, by the costs of five:"))
        #expect(FileManager.default.fileExists(atPath: scratch.file("beside/compare.html")))
        let alone = try Command("compare", four, "--data", "Fixtures/saltmouth")
        #expect(alone.status == 2 && alone.errors.contains("Give two run folders or more"))
        let levers = try Command("levers", scenario, "--quiet", "--json")
        #expect(levers.status == 0, "\(levers.errors)")
        #expect(levers.output.contains("hubplan-levers/1"))
    }

    @Test func aChangeThatThereIsNotNamesTheNearest() throws {
        let bad = try scratch.write(
            "bad.yaml", "scenario: Bad\nextends: five.yaml\nchanges:\n  - cuont: 3\n")
        let check = try Command("check", bad)
        #expect(check.status == 2)
        #expect(check.errors.contains("bad.yaml, line 4, changes[1].cuont: there is no change 'cuont'"))
        #expect(check.errors.contains("count"))
    }
}
