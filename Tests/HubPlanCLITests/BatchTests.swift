import Foundation
import HubPlanTestSupport
import Testing

/// `hubplan batch` as cron runs it.
@Suite struct BatchTests {
    private func names(_ folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder).filter { !$0.hasPrefix(".") }.sorted()
    }

    @Test("A batch killed again and again and resumed leaves the store that an undisturbed one leaves, byte for byte")
    func killedAndResumed() throws {
        let scratch = try ScratchFolder()
        let jobs = try SmallDistrict.write(in: scratch)
        let (whole, killed) = (scratch.file("whole"), scratch.file("killed"))
        let undisturbed = try Command("batch", jobs, "--store", whole)
        #expect(undisturbed.status == 0, "\(undisturbed.errors)\(undisturbed.output)")
        var numbers = SeededNumbers(11)
        for _ in 0..<6 {
            let process = Process()
            process.executableURL = Command.binary
            process.arguments = ["batch", jobs, "--store", killed, "--workers", "2"]
            process.standardOutput = FileHandle.nullDevice
            process.standardError = FileHandle.nullDevice
            try process.run()
            usleep(UInt32.random(in: 50_000...1_500_000, using: &numbers))
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
        }
        let resumed = try Command("batch", jobs, "--store", killed)
        #expect(resumed.status == 0, "\(resumed.errors)\(resumed.output)")
        let lasting = try [whole, killed].map { try Command("history", "--lasting", "--store", $0).output }
        #expect(lasting[0] == lasting[1])
        #expect(lasting[0].split(separator: "\n").count == 12)
        let runs = try names(whole + "/runs")
        #expect(try names(killed + "/runs") == runs)
        for run in runs {
            let files = try names("\(whole)/runs/\(run)")
            #expect(try names("\(killed)/runs/\(run)") == files)
            for file in files where file != "timing.json" {
                #expect(
                    FileManager.default.contentsEqual(
                        atPath: "\(whole)/runs/\(run)/\(file)", andPath: "\(killed)/runs/\(run)/\(file)"),
                    "\(run)/\(file)")
            }
        }
    }

    @Test("Part of a night failed: status 5, the file and row told, the others answered; dry runs say what and why")
    func partFails() throws {
        let scratch = try ScratchFolder()
        let jobs = try SmallDistrict.write(in: scratch, jobs: 2)
        let store = scratch.file("store")
        let dry = try Command("batch", jobs, "--store", store, "--dry-run")
        #expect(dry.status == 0)
        #expect(dry.output == "runs  job-0: It was never answered.\nruns  job-1: It was never answered.\n")
        let study = String(decoding: try scratch.read("study-1.yaml"), as: UTF8.self)
        _ = try scratch.write(
            "study-1.yaml", study.replacingOccurrences(of: "children: children", with: "children: kinder"))
        let night = try Command("batch", jobs, "--store", store, "--metrics", scratch.file("night.prom"))
        #expect(night.status == 5)
        #expect(night.output.hasPrefix("District: 2 jobs, 1 FAILED: job-1; 1 answered, nothing moved\n"))
        #expect(night.output.contains("job-1: study-1.yaml, line "))
        #expect(String(decoding: try scratch.read("night.prom"), as: UTF8.self).contains("hubplan_batch_failures 1.0"))
        let again = try Command("batch", jobs, "--store", store, "--json")
        #expect(again.status == 5)
        #expect(again.output.contains("\"outcome\" : \"unchanged\""))
        let show = try Command("show", "job-0", "--store", store)
        #expect(show.output.contains("Proved: no other plan that keeps the rules is better on the same data."))
        let publish = try Command("publish", "job-0", "--store", store)
        #expect(publish.status == 0)
        #expect(FileManager.default.fileExists(atPath: store + "/published/job-0/report.html"))
        #expect(try Command("history", "--store", store).output.split(separator: "\n").count == 5)
        #expect(try Command("show", "nothing", "--store", store).status == 2)
    }

    @Test("A job that holds more memory than its ceiling is ended with a sentence, and the other is answered")
    func ceiling() throws {
        let scratch = try ScratchFolder()
        _ = try SmallDistrict.write(in: scratch, jobs: 2)
        let jobs = try scratch.write(
            "jobs.yaml",
            """
            batch: District
            jobs:
              - {name: job-0, study: study-0.yaml, ceiling: 1GB}
              - {name: job-1, study: study-1.yaml, ceiling: 1MB}
            """)
        let night = try Command("batch", jobs, "--store", scratch.file("store"))
        #expect(night.status == 5)
        #expect(night.output.hasPrefix("District: 2 jobs, 1 FAILED: job-1; 1 answered, nothing moved\n"))
        #expect(night.output.contains("job-1 was ended when it held more memory than its `ceiling`"))
    }

    /// A batch whose jobs read a list that nobody ever writes, so that they wait for ever.
    private func endless(in scratch: ScratchFolder) throws -> Process {
        _ = try SmallDistrict.write(in: scratch, jobs: 1)
        guard mkfifo(scratch.file("never.csv"), 0o600) == 0 else { throw CocoaError(.fileWriteUnknown) }
        let jobs = try scratch.write(
            "jobs.yaml",
            """
            batch: Endless
            defaults: {study: study-0.yaml, baseline: never.csv}
            jobs: [{name: first}, {name: second}]
            """)
        let process = Process()
        process.executableURL = Command.binary
        process.arguments = ["batch", jobs, "--store", scratch.file("store"), "--workers", "1"]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: scratch.write("said", "")))
        process.standardError = FileHandle.nullDevice
        try process.run()
        try wait { !children(of: scratch).isEmpty }
        return process
    }

    /// Processes that answer a job of the store.
    private func children(of scratch: ScratchFolder) -> [Int32] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return names.compactMap { Int32($0) }.filter { number in
            guard let data = FileManager.default.contents(atPath: "/proc/\(number)/cmdline") else { return false }
            let words = data.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
            return words.dropFirst().starts(with: ["batch", "job"]) && words.contains(scratch.file("store"))
        }
    }

    private func wait(_ condition: () -> Bool) throws {
        let began = ContinuousClock.now
        while !condition() {
            try #require((ContinuousClock.now - began) / .seconds(1) < 60, "it does not come")
            usleep(20_000)
        }
    }

    @Test(
        "Ctrl-C, or systemd's word to stop, ends a batch with the jobs it is at work on", arguments: [SIGINT, SIGTERM])
    func stoppedByHand(signal: Int32) throws {
        let scratch = try ScratchFolder()
        let batch = try endless(in: scratch)
        kill(batch.processIdentifier, signal)
        batch.waitUntilExit()
        #expect(batch.terminationReason == .exit && batch.terminationStatus == 130)
        #expect(children(of: scratch).isEmpty)
        let said = try String(contentsOfFile: scratch.file("said"), encoding: .utf8)
        #expect(said == "Endless: 2 jobs, stopped by hand, 2 not answered\n")
    }

    @Test("A job whose batch was killed ends by itself")
    func orphans() throws {
        let scratch = try ScratchFolder()
        let batch = try endless(in: scratch)
        kill(batch.processIdentifier, SIGKILL)
        batch.waitUntilExit()
        try wait { children(of: scratch).isEmpty }
    }
}
