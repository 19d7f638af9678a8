internal import Foundation
package import Logging

/// Answers many jobs, several at a time, each once and none because of another.
package struct Batch: Sendable {
    package let title: String
    let jobs: [Job]
    let store: RunStore
    let base: FormerAnswers
    let workers: Int
    /// Wall seconds for all; nil for no end.
    let deadline: Double?
    let logger: Logger
    /// Asked by whoever stops the batch: no further job is begun.
    let stop: BatchStop
    /// Told, a sentence, when it waits for another batch that is at work on one of its jobs.
    let onWaiting: @Sendable (String) -> Void

    /// Looks at a job that another batch is at work on, this long apart.
    private static let pause: UInt32 = 200_000

    /// - Parameters:
    ///   - title: for people.
    ///   - jobs: to answer.
    ///   - store: for the answers.
    ///   - base: where earlier answers and the published pointer are looked for; nil for the store.
    ///   - workers: jobs at a time.
    ///   - deadline: wall seconds for all; nil for no end.
    ///   - logger: told of every step.
    ///   - stop: when asked, no further job is begun.
    ///   - onWaiting: told, a sentence, when it waits for another batch that is at work on one of its jobs.
    package init(
        title: String, jobs: [Job], store: RunStore, base: FormerAnswers? = nil, workers: Int, deadline: Double? = nil,
        logger: Logger, stop: BatchStop = BatchStop(), onWaiting: @escaping @Sendable (String) -> Void = { _ in }
    ) throws {
        self.stop = stop
        self.onWaiting = onWaiting
        self.title = title
        self.jobs = jobs
        self.store = store
        self.base = try base ?? store.former
        self.workers = max(1, workers)
        self.deadline = deadline
        self.logger = logger
    }

    /// What the batch would do, and why.
    package func plan() throws -> BatchPlan {
        try store.mendLinks()
        return try BatchPlan(jobs, store: store, base: base)
    }

    /// Runs what is to be run.
    /// - Parameter worker: who answers a job; called from several threads at a time.
    /// - Returns: what became of each job, in the file's order.
    package func run(_ worker: some JobWorker) throws -> BatchReport {
        let began = ContinuousClock.now
        let plan = try plan()
        let left: @Sendable () -> Double? = { deadline.map { $0 - (ContinuousClock.now - began) / .seconds(1) } }
        let board = Board(jobs.indices.filter { plan.entries[$0].runs })
        logger.info(
            "batch begins", metadata: ["jobs": "\(jobs.count)", "toRun": "\(plan.entries.count { $0.runs })"])
        for (index, entry) in plan.entries.enumerated() where !entry.runs {
            board.put(try unchanged(jobs[index], entry), of: index)
        }
        // A thread each, however few cores there are: they wait for processes.
        Threads.run(min(workers, max(1, board.waiting))) {
            while let index = board.next() {
                let end = ended(jobs[index], worker, left())
                if end.outcome == .busy {
                    if board.isNewToWaiting(index) {
                        logger.info("job waits", metadata: ["job": "\(end.job)", "sentence": "\(end.sentence)"])
                        onWaiting("\(end.sentence) This one waits for it.")
                    }
                    board.putBack(index)
                    usleep(Self.pause)
                } else {
                    log(end)
                    board.put(end, of: index)
                }
            }
        }
        let all = board.all(jobs.indices)
        let report = BatchReport(title: title, ends: all, seconds: (ContinuousClock.now - began) / .seconds(1))
        logger.info("batch ends", metadata: ["summary": "\(report.firstLine)", "seconds": "\(report.seconds)"])
        return report
    }

    private func ended(_ job: Job, _ worker: some JobWorker, _ left: Double?) -> JobEnd {
        if stop.isAsked { return .stopped(job) }
        if let left, left <= 0 { return late(job) }
        // Whoever holds the lock is at work on it: no process is begun to find that out.
        if isBusy(job) { return JobEnd(job.name, .busy, "Another batch is at work on \(job.name).") }
        logger.info("job begins", metadata: ["job": "\(job.name)"])
        return worker.work(on: job, secondsLeft: left)
    }

    /// What is wrong with a lock that cannot be made, the job's own process says.
    private func isBusy(_ job: Job) -> Bool {
        do { return try store.lock(job.name) == nil } catch { return false }
    }

    private func late(_ job: Job) -> JobEnd {
        let stands = (try? base.latest(job.name)).flatMap { $0 } != nil
        let sentence =
            "\(job.name) was not begun: the batch's deadline came first. "
            + (stands ? "Its last good plan stands." : "It has no plan yet.")
        try? store.note(
            Night(at: Clock.now(), job: job.name, outcome: .failed, digest: nil, sentence: sentence, story: nil))
        return JobEnd(job.name, .late, sentence)
    }

    /// A job whose question is as it was; held back all the same where its inputs grew too old since, or the disk full.
    private func unchanged(_ job: Job, _ entry: BatchPlan.Entry) throws -> JobEnd {
        var end = JobEnd(job.name, .unchanged, "Unchanged since the last answer.")
        if let former = try base.latest(job.name) {
            let (guarded, now) = (GuardedJob(job: job), Date().timeIntervalSince1970)
            if let breach = guarded.disk(store.path) ?? guarded.age(former.question, now: now) {
                end = JobEnd(job.name, .held, breach)
            }
            end.digest = former.digest
            end.folder = "runs/\(former.folder)"
            end.result = former.outcome
            end.gap = former.gap
            end.inputAge = guarded.oldest(former.question, now: now)?.seconds
        }
        try store.note(
            Night(
                at: Clock.now(), job: job.name, outcome: end.outcome == .held ? .held : .unchanged, digest: end.digest,
                sentence: end.sentence, story: nil))
        log(end)
        return end
    }

    private func log(_ end: JobEnd) {
        var metadata: Logger.Metadata = [
            "job": "\(end.job)", "outcome": "\(end.outcome.rawValue)", "sentence": "\(end.sentence)",
            "seconds": "\(end.seconds)",
        ]
        if let digest = end.digest { metadata["digest"] = "\(digest)" }
        if let gap = end.gap { metadata["gap"] = "\(gap)" }
        logger.log(level: end.isFailure ? .error : .info, "job ends", metadata: metadata)
    }
}
