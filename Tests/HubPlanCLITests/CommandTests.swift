import Foundation
import HubPlanTestSupport
import Testing

/// The commands end to end on the fictional district, with the statuses that nightly jobs rely on.
@Suite struct CommandTests {
    private let study = "Fixtures/saltmouth/study.yaml"

    private func json(_ path: String) throws -> [String: Any] {
        let data = try Data(contentsOf: URL(fileURLWithPath: path))
        return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    }

    private func services(_ path: String) throws -> [[String: Any]] {
        try #require(try json(path)["services"] as? [[String: Any]])
    }

    /// Files of a run folder by name, bar the one that may differ.
    private func bytes(_ folder: String) throws -> [String: Data] {
        var files: [String: Data] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: folder) where name != "timing.json" {
            files[name] = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name))
        }
        return files
    }

    /// The fixture's study with a text replaced, read against the fixture's data.
    private func changed(_ old: String, to new: String, in scratch: ScratchFolder) throws -> String {
        let text = try String(contentsOf: Command.root.appendingPathComponent(study), encoding: .utf8)
        try #require(text.contains(old))
        return try scratch.write("study.yaml", text.replacingOccurrences(of: old, with: new))
    }

    @Test func solvingProvesThePlanAndWritesTheRunFolder() throws {
        let scratch = try ScratchFolder()
        let run = scratch.file("run")
        let solve = try Command("solve", study, "--out", run)
        #expect(solve.status == 0, "\(solve.errors)")
        #expect(solve.output.contains("This list is proved"))
        let files = Set(try FileManager.default.contentsOfDirectory(atPath: run))
        #expect(
            files.isSuperset(of: [
                "plan.gpkg", "plan.geojson", "assignments.csv", "groups.csv", "result.json", "report.html",
            ]))
        for service in try services(run + "/result.json") {
            #expect((service["gap"] as? NSNumber)?.doubleValue == 0)
        }
    }

    @Test func threadsChangeNoByte() throws {
        let scratch = try ScratchFolder()
        let folders = try ["1", "2"].map { threads in
            let folder = scratch.file("run\(threads)")
            #expect(try Command("solve", study, "--out", folder, "--quiet", "--threads", threads).status == 0)
            return try bytes(folder)
        }
        #expect(folders[0] == folders[1])
    }

    @Test func aSolvedPlanMeasuresTheSameAndAMovedHubShowsItsLoss() throws {
        let scratch = try ScratchFolder()
        let run = scratch.file("run")
        #expect(try Command("solve", study, "--out", run, "--quiet").status == 0)
        let solved = try services(run + "/result.json")
        var rows = ["service,site"]
        for service in solved {
            let id = try #require(service["id"] as? String)
            rows += try #require(service["plan"] as? [String]).map { "\(id),\($0)" }
        }
        let list = try scratch.write("list.csv", rows.joined(separator: "\n") + "\n")
        let measured = scratch.file("measured")
        #expect(try Command("evaluate", study, "--plan", list, "--out", measured, "--no-bound").status == 0)
        for (before, after) in zip(solved, try services(measured + "/result.json")) {
            for key in ["objective", "withoutCar", "withCar", "everyone", "byDisadvantage", "groups", "rules", "hubs"] {
                let (left, right) = (before[key] as? NSObject, after[key] as? NSObject)
                #expect(left == right, "\(key)")
            }
        }
        let moved = rows.map { $0 == "earlyYears,\(earlyYears(solved)[0])" ? "earlyYears,\(spare(solved))" : $0 }
        let other = try scratch.write("moved.csv", moved.joined(separator: "\n") + "\n")
        let evaluate = try Command("evaluate", study, "--plan", other, "--out", scratch.file("moved"))
        #expect(evaluate.status == 0, "\(evaluate.errors)")
        #expect(evaluate.output.contains("it has 5 of this list's hubs"))
    }

    /// Early-years hubs of a plan that are not there today.
    private func earlyYears(_ services: [[String: Any]]) -> [String] {
        let plan = services.first { $0["id"] as? String == "earlyYears" }?["plan"] as? [String] ?? []
        return plan.filter { !$0.hasPrefix("existing") && !$0.hasPrefix("H") }
    }

    /// A library that is not among them.
    private func spare(_ services: [[String: Any]]) -> String {
        let taken = Set(earlyYears(services))
        return ["L01", "L02", "L03", "L04"].first { !taken.contains($0) } ?? "L05"
    }

    @Test func reportWritesTheSameFolderAgain() throws {
        let scratch = try ScratchFolder()
        let run = scratch.file("run")
        #expect(try Command("solve", study, "--out", run, "--quiet").status == 0)
        let again = try Command("report", run, "--study", study, "--out", scratch.file("again"))
        #expect(again.status == 0, "\(again.errors)")
        #expect(try bytes(run) == bytes(scratch.file("again")))
        let own = try Command("report", run, "--data", "Fixtures/saltmouth", "--out", scratch.file("own"))
        #expect(own.status == 0, "\(own.errors)")
        #expect(try bytes(run) == bytes(scratch.file("own")))
    }

    @Test func rulesThatClashEndWithThreeAndSayWhich() throws {
        let scratch = try ScratchFolder()
        let file = try changed("atLeast: 50%", to: "atLeast: 100%", in: scratch)
        let solve = try Command("solve", file, "--data", "Fixtures/saltmouth", "--out", scratch.file("run"))
        #expect(solve.status == 3)
        #expect(solve.output.contains("cannot be had together"))
        #expect(solve.output.contains("at most 3 of 4 hubs can stand there"))
        #expect(!FileManager.default.fileExists(atPath: scratch.file("run")))
    }

    @Test func stoppingShortOfTheGapEndsWithFourAndKeepsThePlan() throws {
        let scratch = try ScratchFolder()
        let run = scratch.file("run")
        let solve = try Command("solve", study, "--out", run, "--prove", "--seconds", "0.00001")
        #expect(solve.status == 4, "\(solve.output)")
        #expect(try services(run + "/result.json").allSatisfy { !($0["plan"] as? [String] ?? []).isEmpty })
    }

    /// As somebody would who takes the line that was printed to a terminal of their own.
    @Test func aRunStoppedByItsTimeLimitRepeatsByteForByte() throws {
        let scratch = try ScratchFolder()
        let run = scratch.file("run")
        let arguments = ["solve", study, "--out", run, "--prove", "--quiet"]
        let stopped = try Command(arguments + ["--seconds", "0.00001"])
        #expect(stopped.status == 4, "\(stopped.errors)")
        let before = try bytes(run)
        let line = try #require(stopped.output.split(separator: "\n").first { $0.hasPrefix("Repeat  ") })
        let checkpoints = try #require(line.split(separator: " ").last).description
        #expect(line.hasSuffix((arguments + ["--stop-at", checkpoints]).joined(separator: " ")))
        let again = try Command(arguments + ["--stop-at", checkpoints])
        #expect(again.status == 4, "\(again.errors)")
        #expect(try bytes(run) == before)
        let status = try json(run + "/result.json")["status"] as? [String: Any]
        #expect((status?["stoppedAt"] as? [Int])?.map(String.init).joined(separator: ",") == checkpoints)
        #expect(try json(run + "/timing.json")["stop"] as? String == "checkpoint")
        let report = try Command("report", run, "--study", study, "--out", scratch.file("report"))
        #expect(report.status == 0, "\(report.errors)")
        #expect(try bytes(scratch.file("report")) == before)
    }

    @Test(arguments: [
        (["--stop-at", "0"], "is no list of checkpoints"),
        (["--stop-at", "9,7"], "is no list of checkpoints"),
        (["--memory", "plenty"], "write 900MB or 2GB"),
        (["--memory", "1KB"], "write 900MB or 2GB"),
        (["--memory", "0.5MB"], "is not between"),
        (["--nodes", "0"], "--nodes must be more than 0"),
    ])
    func limitsThatSayNothingEndWithTwo(options: [String], part: String) throws {
        let command = try Command(["solve", study] + options)
        #expect(command.status == 2)
        #expect(command.errors.contains(part), "\(command.errors)")
    }

    @Test(arguments: [
        (["check", "no-such-study.yaml"], "no-such-study.yaml"),
        (["solve", "Fixtures/saltmouth/study.yaml", "--out", "/dev/null/run"], "cannot be made"),
        (["solve", "Fixtures/saltmouth/study.yaml", "--gap", "7"], "is not between 0 and 1"),
        (["solve", "Fixtures/saltmouth/study.yaml", "--nonsense"], "--nonsense"),
        (["check", "Fixtures/saltmouth/study.yaml", "--data", "no-such-folder"], "no-such-folder"),
        (["evaluate", "Fixtures/saltmouth/study.yaml", "--plan", "README.md"], "README.md"),
        (["report", "Fixtures", "--study", "Fixtures/saltmouth/study.yaml"], "is no run folder"),
    ])
    func mistakesEndWithTwoAndASentence(arguments: [String], part: String) throws {
        let command = try Command(arguments)
        #expect(command.status == 2)
        #expect(command.errors.contains(part), "\(command.errors)")
        #expect(command.output.isEmpty)
    }

    @Test func initWritesAStudyAndLeavesOneThatIsThere() throws {
        let scratch = try ScratchFolder()
        let file = scratch.file("mine.yaml")
        #expect(try Command("init", file).status == 0)
        let second = try Command("init", file)
        #expect(second.status == 2)
        #expect(second.errors.contains("is there already"))
    }

    @Test func jsonIsAllThatIsPrinted() throws {
        let scratch = try ScratchFolder()
        let solve = try Command("solve", study, "--out", scratch.file("run"), "--json", "--quiet")
        let object = try JSONSerialization.jsonObject(with: Data(solve.output.utf8)) as? [String: Any]
        #expect(object?["schema"] as? String == "hubplan-result/1")
        #expect(solve.errors.isEmpty)
        let check = try Command("check", study, "--json")
        let checked = try JSONSerialization.jsonObject(with: Data(check.output.utf8)) as? [String: Any]
        #expect(checked?["schema"] as? String == "hubplan-check/1")
    }
}
