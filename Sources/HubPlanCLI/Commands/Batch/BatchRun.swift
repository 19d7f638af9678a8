internal import ArgumentParser
internal import Foundation
internal import Logging
internal import Scenarios

/// `hubplan batch JOBS --store DIR`
struct BatchRun: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Runs the jobs of a file (what `hubplan batch JOBS` does).",
        discussion: """
            The shortest file of jobs looks so; paths are relative to it, and a job may have limits and guards of its own, as \
            the page Nights of the documentation tells:

            \(JobsFile.example)
            """)

    @OptionGroup var batch: BatchOptions
    @Option(help: "Jobs at a time, each in a process of its own.")
    var workers: Int = max(1, ProcessInfo.processInfo.activeProcessorCount / 2)
    @Option(
        help:
            "Time for all jobs together, such as 2h. What is not begun by then fails; its last plan, if it has one, stands.",
        transform: duration)
    var deadline: Double?
    @Flag(help: "Say what would run, and why; run nothing.")
    var dryRun = false
    @Option(help: "Run one part of the jobs: 3/8 is the third of eight.", transform: someShard)
    var shard: Shard?
    @Option(help: "File that grows by a line of JSON for every step. Default: batch.jsonl in the store.")
    var log: String?
    @Option(help: "File to write figures of the night to, as Prometheus reads them.")
    var metrics: String?
    @Option(
        help: "Program to run when a job failed: no arguments, the night in HUBPLAN_SUMMARY, HUBPLAN_FAILED and others."
    )
    var onFailure: String?
    @Option(help: "Program to run when a place moved, told in the same way.")
    var onChange: String?
    @Option(
        help: """
            Run nothing here: submit the batch as a Slurm job array of so many tasks, and a job after them that collects \
            their answers into the store. The store must lie where every machine sees it.
            """)
    var slurm: Int?
    @Option(help: "With --slurm, an option for sbatch, such as --sbatch=--mem=4G. May be given more than once.")
    var sbatch: [String] = []
    @Flag(help: "Print the answer as JSON on standard output, and nothing else there.")
    var json = false

    func validate() throws {
        guard slurm.map({ (1...10_000).contains($0) }) ?? true else {
            throw ValidationError("--slurm must be from 1 to 10000 tasks.")
        }
        let ofThisMachine: [(String, Bool)] = [
            ("--deadline", deadline != nil), ("--metrics", metrics != nil), ("--log", log != nil),
            ("--on-failure", onFailure != nil), ("--on-change", onChange != nil), ("--shard", shard != nil),
            ("--base", batch.base != nil),
        ]
        if slurm != nil, let option = ofThisMachine.first(where: \.1)?.0 {
            throw ValidationError(
                "\(option) is for a batch that runs here, and --slurm runs nothing here: leave one of them out.")
        }
        guard sbatch.isEmpty || slurm != nil else { throw ValidationError("--sbatch belongs beside --slurm.") }
        guard (1...256).contains(workers) else {
            throw ValidationError("--workers must be from 1 to 256, not \(workers).")
        }
    }

    func run() throws {
        let file = try batch.file()
        let store = try RunStore(batch.store.store)
        let base = try batch.base.map { try FormerAnswers($0) }
        if let slurm, !dryRun { return try submit(slurm, to: store) }
        let stop = BatchStop()
        let handler = try JSONLineLog(log ?? store.path + "/batch.jsonl")
        let batch = try Batch(
            title: file.title, jobs: shard?.part(of: file.jobs) ?? file.jobs, store: store, base: base,
            workers: workers,
            deadline: deadline, logger: Logger(label: "hubplan.batch") { _ in handler }, stop: stop,
            onWaiting: { Terminal.note($0) })
        if dryRun { return try tell(batch.plan()) }
        let interrupt = Interrupt(
            signals: [SIGINT, SIGTERM], onFirst: { stop.ask() },
            note: "  stopping: jobs at work are ended; answers so far are kept, and the next batch goes on from them")
        let report = try batch.run(try worker(store, stop))
        withExtendedLifetime(interrupt) {}
        guard report.stopped.isEmpty else {
            Terminal.say(json ? try report.json() : report.text)
            throw ExitStatus.stopped
        }
        Terminal.say(json ? try report.json() : report.text)
        if let onFailure, !report.failed.isEmpty { tell(onFailure, report, store) }
        if let onChange, !report.moved.isEmpty { tell(onChange, report, store) }
        if let metrics { write(report, to: metrics) }
        if !report.failed.isEmpty { throw ExitStatus.partFailed }
    }

    private func submit(_ tasks: Int, to store: RunStore) throws {
        let array = SlurmArray(
            program: Self.program, jobs: batch.jobs, options: batch.forJobs, store: store, tasks: tasks)
        let numbers = try array.submit(options: sbatch)
        Terminal.say("Submitted \(numbers.array) (\(tasks) tasks) and \(numbers.collect), which collects them.")
    }

    /// A night is told whether or not its figures can be written.
    private func write(_ report: BatchReport, to path: String) {
        do { try BatchMetrics(report, finished: Date().timeIntervalSince1970).write(to: path) } catch {
            Terminal.complain("\(error)")
        }
    }

    private static var program: String { URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().path }

    private func worker(_ store: RunStore, _ stop: BatchStop) throws -> ProcessWorker {
        let threads = max(1, ProcessInfo.processInfo.activeProcessorCount / workers)
        return ProcessWorker(
            program: Self.program,
            arguments: ["batch", "job", batch.jobs, "--store", store.path, "--threads", "\(threads)"] + batch.forJobs
                + (batch.base.map { ["--base", $0] } ?? []), store: store, stop: stop)
    }

    private func tell(_ program: String, _ report: BatchReport, _ store: RunStore) {
        if let trouble = Hook(program).tell(report, store: store.path) { Terminal.complain(trouble) }
    }

    private func tell(_ plan: BatchPlan) throws {
        guard !json else {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
            return Terminal.say(String(decoding: try encoder.encode(plan.entries), as: UTF8.self))
        }
        for entry in plan.entries {
            Terminal.say("\(entry.runs ? "runs " : "stays") \(entry.job): \(entry.why)")
        }
    }
}
