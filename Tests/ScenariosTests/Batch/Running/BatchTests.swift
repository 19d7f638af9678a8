import Foundation
import HubPlanTestSupport
import Logging
import Scenarios
import Testing

@Suite("A batch")
struct BatchTests {
    @Test("The same question is answered once; a changed file, a changed limit and a changed study ask anew")
    func answersOnce() throws {
        let town = try NightTown()
        try town.write()
        var job = town.job()
        #expect(try town.night([job]).ends.map(\.outcome) == [.answered])
        #expect(try town.night([job]).ends.map(\.outcome) == [.unchanged])
        job.seed = 2
        #expect(try town.night([job]).ends.map(\.outcome) == [.answered])
        town.children[3] += 1
        try town.write()
        let plan = try Batch(
            title: "", jobs: [job], store: RunStore(town.store), workers: 1, logger: NightTown.quiet
        ).plan()
        #expect(plan.entries.map(\.runs) == [true])
        #expect(plan.entries[0].why.contains("areas.csv changed"))
        #expect(try town.night([job]).ends.map(\.outcome) == [.answered])
        town.count = 3
        try town.write()
        let last = try town.night([job]).ends[0]
        #expect(last.outcome == .answered)
        #expect(last.story?.changes.map(\.kind) == [.rules])
        #expect(last.story?.reason == "rules")
        #expect(try RunStore(town.store).runs().count == 4)
    }

    @Test("A scenario is a question like a study: known as it takes effect, whichever of its files changes")
    func scenario() throws {
        let town = try NightTown()
        try town.write()
        _ = try town.scratch.write(
            "three.yaml", "scenario: Three\nextends: study.yaml\nchanges:\n  - count: {youngFutures: 3}\n")
        var job = town.job()
        job.question = town.scratch.file("three.yaml")
        #expect(try town.night([job]).ends[0].outcome == .answered)
        #expect(try RunStore(town.store).latest("town")?.services[0].sites.count == 3)
        #expect(try town.night([job]).ends[0].outcome == .unchanged)
        let study = String(decoding: try town.scratch.read("study.yaml"), as: UTF8.self)
        _ = try town.scratch.write(
            "study.yaml", study.replacingOccurrences(of: "name: Night town", with: "name: Day town"))
        let end = try town.night([job]).ends[0]
        #expect(end.outcome == .answered)
        #expect(end.story?.changes.map(\.kind) == [.rules])
    }

    @Test("A question that comes back has its old answer, and what moved is told")
    func comesBack() throws {
        let town = try NightTown()
        try town.write()
        let first = try town.night([town.job()]).ends[0]
        let (children, kept) = (town.children, town.count)
        town.children = children.reversed()
        town.count = 3
        try town.write()
        #expect(try town.night([town.job()]).ends[0].outcome == .answered)
        (town.children, town.count) = (children, kept)
        try town.write()
        let back = try town.night([town.job()]).ends[0]
        #expect(back.outcome == .known)
        #expect(back.digest == first.digest)
        #expect(back.isMove)
        #expect(try RunStore(town.store).latest("town")?.digest == first.digest)
        #expect(try RunStore(town.store).runs().count == 2)
    }

    @Test("A broken input is a sentence with file and row; the other jobs are answered and the last good plan stands")
    func oneBroken() throws {
        let town = try NightTown()
        let other = try NightTown(seed: 2)
        try town.write()
        try other.write()
        let jobs = [town.job("town"), other.job("other")]
        _ = try town.night(jobs)
        let areas = try String(contentsOfFile: other.scratch.file("areas.csv"), encoding: .utf8)
        _ = try other.scratch.write(
            "areas.csv", areas.replacingOccurrences(of: "Area 5,401500", with: "Area 5,eastwards"))
        town.children[0] += 5
        try town.write()
        let report = try town.night(jobs)
        #expect(report.ends.map(\.outcome) == [.answered, .failed])
        #expect(report.failed.map(\.job) == ["other"])
        let sentence = report.ends[1].sentence
        #expect(sentence.contains("areas.csv") && sentence.contains("eastwards"), "\(sentence)")
        // Rows of a table with a key go by it.
        #expect(sentence.contains("E01000015"), "\(sentence)")
        #expect(report.firstLine.hasPrefix("Nights: 2 jobs, 1 FAILED: other"))
        let store = try RunStore(town.store)
        let latest = try #require(try store.latest("other"))
        #expect(FileManager.default.fileExists(atPath: store.folder(of: latest) + "/result.json"))
        #expect(FileManager.default.fileExists(atPath: "\(store.path)/latest/other/report.html"))
    }

    @Test("A column that is gone is told by its name and file")
    func columnGone() throws {
        let town = try NightTown()
        try town.write()
        let areas = try String(contentsOfFile: town.scratch.file("areas.csv"), encoding: .utf8)
        _ = try town.scratch.write("areas.csv", areas.replacingOccurrences(of: "children,", with: "kinder,"))
        let end = try town.night([town.job()]).ends[0]
        #expect(end.outcome == .failed)
        #expect(end.sentence.contains("children") && end.sentence.contains("areas.csv"), "\(end.sentence)")
    }

    @Test("Rules that clash fail the job with the rules' names")
    func clash() throws {
        let town = try NightTown()
        town.count = 10
        try town.write()
        let end = try town.night([town.job()]).ends[0]
        #expect(end.outcome == .failed)
        #expect(end.sentence.contains("10"), "\(end.sentence)")
    }

    @Test("After the deadline nothing is begun, and what was not begun counts as failed")
    func deadline() throws {
        let town = try NightTown()
        try town.write()
        let store = try RunStore(town.store)
        let batch = try town.lateBatch(store)
        let report = try batch.run(OwnWorker(store: store, base: store.former, threads: 1))
        #expect(report.ends.map(\.outcome) == [.late])
        #expect(report.failed.count == 1)
        #expect(report.ends[0].sentence.hasSuffix("It has no plan yet."))
        _ = try town.night([town.job()])
        let again = try town.lateBatch(store)
        town.children[0] += 1
        try town.write()
        let late = try again.run(OwnWorker(store: store, base: store.former, threads: 1))
        #expect(late.ends[0].sentence.hasSuffix("Its last good plan stands."))
    }

    @Test("What would run says of a study that is not there that it will fail")
    func missingStudy() throws {
        let town = try NightTown()
        let batch = try Batch(
            title: "", jobs: [town.job()], store: RunStore(town.store), workers: 1, logger: NightTown.quiet)
        let entry = try batch.plan().entries[0]
        #expect(entry.runs && entry.why.contains("study.yaml is missing"), "\(entry.why)")
    }

    @Test("Several workers, and two batches at once, leave the store that one alone leaves")
    func twoAtOnce() async throws {
        let town = try NightTown()
        try town.write()
        let jobs = (0..<6).map { number -> Job in
            var job = town.job("job-\(number)")
            job.seed = UInt64(number)
            return job
        }
        _ = try town.night(jobs, store: town.scratch.file("alone"))
        let path = town.store
        try await withThrowingTaskGroup(of: BatchReport.self) { group in
            for _ in 0..<2 {
                group.addTask {
                    let store = try RunStore(path)
                    return try Batch(title: "", jobs: jobs, store: store, workers: 2, logger: NightTown.quiet)
                        .run(OwnWorker(store: store, base: store.former, threads: 1))
                }
            }
            for try await report in group { #expect(report.failed.isEmpty, "\(report.text)") }
        }
        let (alone, both) = (try RunStore(town.scratch.file("alone")), try RunStore(path))
        #expect(try StoreText(alone).lasting() == StoreText(both).lasting())
        for record in try alone.runs() {
            for file in ["result.json", "plan.geojson", "hubs.csv", "certificate.json", "job.json"] {
                #expect(
                    FileManager.default.contentsEqual(
                        atPath: alone.folder(of: record) + "/" + file, andPath: both.folder(of: record) + "/" + file))
            }
        }
    }

    @Test("The log holds a line of JSON for each step")
    func logs() throws {
        let town = try NightTown()
        try town.write()
        let handler = try JSONLineLog(town.scratch.file("log.jsonl"))
        let store = try RunStore(town.store)
        let logger = Logger(label: "test") { _ in handler }
        _ = try Batch(title: "Nights", jobs: [town.job()], store: store, workers: 1, logger: logger)
            .run(OwnWorker(store: store, base: store.former, threads: 1))
        let lines = String(decoding: try town.scratch.read("log.jsonl"), as: UTF8.self).split(separator: "\n")
        let messages = try lines.map { line in
            try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: String])
        }
        #expect(messages.map { $0["message"] } == ["batch begins", "job begins", "job ends", "batch ends"])
        #expect(messages[2]["job"] == "town" && messages[2]["outcome"] == "answered")
    }
}
