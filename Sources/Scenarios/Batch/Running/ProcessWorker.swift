internal import Foundation

/// Answers each job in a process of its own, so that one that runs out of memory, crashes or is killed hurts no other.
package struct ProcessWorker: JobWorker {
    /// The program and what comes before the job's own arguments.
    let program: String
    let arguments: [String]
    let store: RunStore
    /// Asked by whoever stops the batch: jobs at work are ended.
    let stop: BatchStop

    /// Wall seconds that a job may take beyond the batch's deadline to write what it has.
    private static let grace = 60.0

    /// - Parameters:
    ///   - program: path of hubplan.
    ///   - arguments: that make it answer one job; `--job=NAME`, `--parent N` and `--seconds-left N` are added.
    ///   - store: for what it says on standard error.
    ///   - stop: when asked, jobs at work are ended.
    package init(program: String, arguments: [String], store: RunStore, stop: BatchStop = BatchStop()) {
        self.stop = stop
        self.program = program
        self.arguments = arguments
        self.store = store
    }

    package func work(on job: Job, secondsLeft: Double?) -> JobEnd {
        let began = ContinuousClock.now
        var end: JobEnd
        do {
            end = try ended(job, secondsLeft: secondsLeft)
        } catch {
            end = JobEnd(job.name, .failed, "\(job.name) could not be begun: \(error.localizedDescription)")
        }
        if end.seconds == 0 { end.seconds = (ContinuousClock.now - began) / .seconds(1) }
        return end
    }

    private func ended(_ job: Job, secondsLeft: Double?) throws -> JobEnd {
        let stem = "\(store.path)/logs/\(job.name).\(UUID().uuidString.prefix(8))"
        let (answer, errors) = (stem + ".json", stem + ".txt")
        defer { for file in [answer, errors] { unlink(file) } }
        for file in [answer, errors] { try Data().write(to: URL(fileURLWithPath: file)) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments =
            arguments + ["--job=\(job.name)", "--parent", "\(getpid())"]
            + (secondsLeft.map { ["--seconds-left", "\($0)"] } ?? [])
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: answer))
        process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: errors))
        try process.run()
        let deadline = secondsLeft.map { $0 + Self.grace }
        let isPatience = job.patience.map { $0 <= deadline ?? .infinity } ?? false
        let ending = wait(
            for: process, atMost: isPatience ? job.patience : deadline, or: isPatience ? .patienceUp : .deadlineUp,
            within: job.ceiling)
        if let data = FileManager.default.contents(atPath: answer),
            let end = try? JSONDecoder().decode(JobEnd.self, from: data)
        {
            return end
        }
        return failure(job, process, ending, errors: errors)
    }

    private enum Ending {
        case byItself
        /// It was ended because its own time was up, the batch's, or its memory.
        case patienceUp, deadlineUp, memoryUp
        /// Somebody stopped the batch.
        case stopped
    }

    /// Looks after a job until it ends, and ends it where it takes more than it may.
    /// - Parameters:
    ///   - seconds: of wall time; nil for no limit.
    ///   - late: how it ended when those were over.
    ///   - bytes: of resident memory; nil for no limit.
    private func wait(for process: Process, atMost seconds: Double?, or late: Ending, within bytes: Int64?) -> Ending {
        let began = ContinuousClock.now
        while process.isRunning {
            let isLate = seconds.map { (ContinuousClock.now - began) / .seconds(1) > $0 } ?? false
            let isLarge = bytes.map { ProcessMemory.resident(of: process.processIdentifier) > $0 } ?? false
            if isLate || isLarge || stop.isAsked {
                // It may be killed at any moment: nothing is half written.
                kill(process.processIdentifier, SIGKILL)
                process.waitUntilExit()
                return stop.isAsked ? .stopped : isLate ? late : .memoryUp
            }
            usleep(10_000)
        }
        return .byItself
    }

    private func failure(_ job: Job, _ process: Process, _ ending: Ending, errors: String) -> JobEnd {
        if case .stopped = ending { return .stopped(job) }
        let said = (try? String(contentsOfFile: errors, encoding: .utf8)) ?? ""
        let last = said.split(separator: "\n").suffix(1).joined()
        let sentence =
            switch ending {
            case .stopped: ""
            case .patienceUp:
                "\(job.name) was ended when its time was up: give it more with `patience`."
            case .deadlineUp:
                "\(job.name) was ended at the batch's deadline before it had a plan: give the batch more time."
            case .memoryUp:
                "\(job.name) was ended when it held more memory than its `ceiling`: raise that, or lower `memory`."
            case .byItself:
                "\(job.name) ended without an answer (status \(process.terminationStatus)). \(last)"
            }
        let end = JobEnd(job.name, ending == .deadlineUp ? .late : .failed, sentence)
        try? store.note(
            Night(at: Clock.now(), job: job.name, outcome: .failed, digest: nil, sentence: sentence, story: nil))
        return end
    }
}

enum ProcessMemory {
    /// Bytes of a process that are in memory (`/proc/PID/statm`); 0 when it is gone.
    static func resident(of process: Int32) -> Int64 {
        guard let text = try? String(contentsOfFile: "/proc/\(process)/statm", encoding: .utf8),
            let pages = text.split(separator: " ").dropFirst().first.flatMap({ Int64($0) })
        else { return 0 }
        return pages * Int64(sysconf(Int32(_SC_PAGESIZE)))
    }
}
