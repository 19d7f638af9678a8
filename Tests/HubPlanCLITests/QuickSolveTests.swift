import Foundation
import HubPlanTestSupport
import Testing

/// `solve` and `evaluate` without a study file.
@Suite struct QuickSolveTests {
    private let question = [
        "--areas", "Fixtures/saltmouth/deprivation.csv", "--sites", "Fixtures/saltmouth/schools.csv", "--count", "3",
    ]

    /// One file with points, people and a decile, made of two of the fixture's.
    private func areas(_ scratch: ScratchFolder) throws -> String {
        func rows(_ name: String) throws -> [[Substring]] {
            let file = Command.root.appendingPathComponent("Fixtures/saltmouth/\(name)")
            return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst().map {
                $0.split(separator: ",")
            }
        }
        let children = Dictionary(
            try rows("children_characteristics.csv").map { ($0[0], $0[1]) }, uniquingKeysWith: { first, _ in first })
        let deciles = Dictionary(
            try rows("deprivation.csv").map { ($0[0], $0[2]) }, uniquingKeysWith: { first, _ in first })
        let lines = try rows("small_areas.csv").map { row in
            "\(row[0]),\(row[1]),\(row[4]),\(row[5]),\(children[row[0]] ?? ""),\(deciles[row[0]] ?? "")"
        }
        return try scratch.write(
            "areas.csv", "code,name,easting,northing,children,decile\n" + lines.joined(separator: "\n") + "\n")
    }

    private func bytes(_ folder: String, _ name: String) throws -> Data {
        try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name))
    }

    @Test func optionsBecomeAStudyThatGivesTheSamePlan() throws {
        let scratch = try ScratchFolder()
        let run = scratch.file("run")
        let solve = try Command([
            "solve", "--areas", areas(scratch), "--weight", "children", "--sites", "Fixtures/saltmouth/schools.csv",
            "--count", "4", "--share", "decile<=2 >=50%", "--out", run,
        ])
        #expect(solve.status == 0, "\(solve.errors)")
        #expect(solve.output.contains("kept   hubs in places where decile at most 2: 2 (at least 2)"))
        #expect(solve.errors.contains("key code, name name, columns easting and northing in EPSG:27700"))
        #expect(solve.errors.contains("key number"))
        let study = run + "/study.yaml"
        let again = try Command("solve", study, "--out", scratch.file("again"), "--quiet")
        #expect(again.status == 0, "\(again.errors)")
        for name in ["study.yaml", "plan.geojson", "hubs.csv", "certificate.json", "result.json"] {
            #expect(try bytes(run, name) == bytes(scratch.file("again"), name), "\(name)")
        }
        #expect(try Command("report", run, "--study", study, "--out", scratch.file("report")).status == 0)
        #expect(try bytes(run, "result.json") == bytes(scratch.file("report"), "result.json"))
        let measured = try Command([
            "evaluate", "--plan", run + "/hubs.csv", "--areas", scratch.file("areas.csv"), "--weight", "children",
            "--sites", "Fixtures/saltmouth/schools.csv", "--count", "4", "--no-bound", "--quiet",
            "--out", scratch.file("measured"),
        ])
        #expect(measured.status == 0, "\(measured.errors)")
        #expect(measured.errors.isEmpty)
    }

    /// With a study file the run keeps it word for word.
    @Test func aRunKeepsItsStudy() throws {
        let scratch = try ScratchFolder()
        let study = Command.root.appendingPathComponent("Fixtures/saltmouth/study.yaml")
        #expect(try Command("solve", study.path, "--out", scratch.file("run"), "--quiet").status == 0)
        #expect(try bytes(scratch.file("run"), "study.yaml") == Data(contentsOf: study))
    }

    @Test(arguments: [
        ([], "--weight is missing"),
        (["--weight", "none"], "no column 'none'"),
        (["Fixtures/saltmouth/study.yaml", "--weight", "x"], "exclude"),
        (["--weight", "x", "--objective", "worst"], "must be mean or reach"),
        (["--weight", "s26_code"], "--areas: Fixtures/saltmouth/deprivation.csv has no shapes"),
    ])
    func mistakesEndWithTwoAndASentence(options: [String], part: String) throws {
        let scratch = try ScratchFolder()
        let command = try Command(["solve"] + options + question + ["--out", scratch.file("run")])
        #expect(command.status == 2)
        #expect(command.errors.contains(part), "\(command.errors)")
        #expect(!FileManager.default.fileExists(atPath: scratch.file("run")))
    }

    @Test func neitherStudyNorOptionsIsASentence() throws {
        let command = try Command("solve")
        #expect(command.status == 2)
        #expect(command.errors.contains("Give a study file, or ask without one"))
        let stray = try Command("solve", "Fixtures/saltmouth/study.yaml", "--share", "x>=50%")
        #expect(stray.status == 2)
        #expect(stray.errors.contains("write them into the study"))
    }
}
