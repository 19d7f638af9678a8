internal import ArgumentParser

/// `hubplan batch JOBS`, and what belongs to it.
struct BatchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "batch",
        abstract:
            "Answers many questions, every night or once: only those whose inputs, parameters or version changed.",
        discussion: """
            JOBS.yaml lists studies or scenarios with their limits. Answers go into a store: run folders, and a database \
            that says what each is. A batch may be killed at any moment and started again; nothing is lost or half written.

            Ends with 0 when every job has its answer, and with 5 when some failed or were held back.
            """,
        subcommands: [BatchRun.self, BatchCollect.self, BatchPrune.self, BatchJob.self],
        defaultSubcommand: BatchRun.self)
}
