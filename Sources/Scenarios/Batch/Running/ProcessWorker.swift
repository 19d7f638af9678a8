internal import Foundation

/// Answers each job in a process of its own, so that one that runs out of memory, crashes or is killed hurts no other.
package struct ProcessWorker: JobWorker {
    /// The program and what comes before the job's own arguments.
    let program: String
    let arguments: [String]
    let store: RunStore

    /// Wall seconds that a job may take beyond the batch's deadline to write what it has.
    private static let grace = 60.0

    /// - Parameters:
    ///   - program: path of hubplan.
    ///   - arguments: that make it answer one job; `--job NAME` and `--seconds-left N` are added.
    ///   - store: for what it says on standard error.
    package init(program: String, arguments: [String], store: RunStore) {
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
            arguments + ["--job", job.name] + (secondsLeft.map { ["--seconds-left", "\($0)"] } ?? [])
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: answer))
        process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: errors))
        try process.run()
        let patience = [job.patience, secondsLeft.map { $0 + Self.grace }].compactMap { $0 }.min()
        let wasEnded = wait(for: process, atMost: patience)
        if let data = FileManager.default.contents(atPath: answer),
            let end = try? JSONDecoder().decode(JobEnd.self, from: data)
        {
            return end
        }
        return failure(job, process, wasEnded: wasEnded, errors: errors)
    }

    /// - Returns: whether its time was up and it was ended.
    private func wait(for process: Process, atMost seconds: Double?) -> Bool {
        let began = ContinuousClock.now
        while process.isRunning {
            if let seconds, (ContinuousClock.now - began) / .seconds(1) > seconds {
                kill(process.processIdentifier, SIGKILL)
                process.waitUntilExit()
                return true
            }
            usleep(10_000)
        }
        return false
    }

    private func failure(_ job: Job, _ process: Process, wasEnded: Bool, errors: String) -> JobEnd {
        let said = (try? String(contentsOfFile: errors, encoding: .utf8)) ?? ""
        let last = said.split(separator: "\n").suffix(1).joined()
        let sentence =
            if wasEnded, job.patience != nil {
                "\(job.name) was ended when its time was up: give it more with `patience`."
            } else if wasEnded {
                "\(job.name) was ended at the batch's deadline before it had a plan: give the batch more time."
            } else if job.ceiling != nil, process.terminationReason == .uncaughtSignal {
                "\(job.name) ended without an answer (signal \(process.terminationStatus)), as it does when its memory is "
                    + "used up: raise `ceiling`, or lower `memory`. \(last)"
            } else {
                "\(job.name) ended without an answer (status \(process.terminationStatus)). \(last)"
            }
        let end = JobEnd(job.name, wasEnded && job.patience == nil ? .late : .failed, sentence)
        try? store.note(
            Night(at: Clock.now(), job: job.name, outcome: .failed, digest: nil, sentence: sentence, story: nil))
        return end
    }
}

/// A limit on the memory of this process.
package enum ProcessMemory {
    /// Allocations beyond it fail, and the process ends; others go on.
    /// - Parameter bytes: of private writable memory (`RLIMIT_DATA`).
    package static func limit(to bytes: Int64) {
        var limit = rlimit(rlim_cur: rlim_t(bytes), rlim_max: rlim_t(bytes))
        setrlimit(__rlimit_resource_t(RLIMIT_DATA.rawValue), &limit)
    }
}
