internal import ArgumentParser
internal import Scenarios

/// `hubplan batch JOBS`, and what belongs to it.
struct BatchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "batch",
        abstract:
            "Answers many questions, every night or once: only those whose inputs, parameters or version changed.",
        discussion: """
            JOBS.yaml lists studies or scenarios with their limits. Answers go into a store: run folders, and a database \
            that says what each is. A batch may be killed at any moment and started again; nothing is lost or half written.

            The shortest JOBS.yaml:

            \(JobsFile.example)

            Ends with 0 when every job has its answer, and with 5 when some failed or were held back. Ctrl-C ends the jobs at work and \
            keeps the answers so far; the same command goes on from them.
            """,
        subcommands: [BatchRun.self, BatchCollect.self, BatchPrune.self, BatchJob.self],
        defaultSubcommand: BatchRun.self)
}
