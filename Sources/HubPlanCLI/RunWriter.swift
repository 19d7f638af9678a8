internal import HubModel
internal import HubPlan
internal import Scenarios

/// Runs a question, shows progress, writes the run folder, prints the answer and ends with the right status.
struct RunWriter {
    let out: String
    let solver: SolverOptions
    let printing: PrintOptions
    var telling = Telling()

    /// - Parameter from: the folder of an earlier run to begin from.
    func solve(study: String, data: String?, from: String? = nil) throws {
        try answer { session in
            try session.solve(study: study, dataFolder: data, from: from)
        }
    }

    /// - Parameter question: the work itself; progress and Ctrl-C are wired by then.
    func answer(_ question: (Session) throws -> RunAnswer) throws {
        try RunAnswer.checkWritable(out)
        let progress = ProgressPrinter(quiet: printing.quiet)
        let session = Session(limits: solver.limits, telling: telling, onEvent: progress.show)
        let interrupt = Interrupt(onFirst: session.stopper)
        let answer = try withExtendedLifetime(interrupt) { try question(session) }
        progress.finish()
        if let kept = try answer.write(to: out) { Terminal.note(kept) }
        Terminal.say(printing.json ? try answer.json() : answer.summary(folder: out, command: CommandLine.arguments))
        switch answer.verdict {
        case .gapReached: return
        case .stoppedShort: throw ExitStatus.stoppedShort
        case .infeasible: throw ExitStatus.infeasible
        }
    }
}
