package import HubModel
internal import Placement
internal import Reports

/// What one run of the program shares between its steps: limits, the way to stop it, and the log of the solve.
package final class Session {
    package let limits: SolveLimits
    private let cancel = CancelFlag()
    package private(set) var events: [SolveEvent] = []
    package var watch = Stopwatch()
    private let onEvent: (SolveEvent, ProgressWords) -> Void

    /// - Parameter onEvent: told of every step of a solve and how to put it in words, for progress.
    package init(limits: SolveLimits, onEvent: @escaping (SolveEvent, ProgressWords) -> Void = { _, _ in }) {
        self.limits = limits
        self.onEvent = onEvent
    }

    /// Asks a running solve to stop with the best plan so far; safe from any thread.
    package var stopper: @Sendable () -> Void {
        { [cancel] in cancel.raise() }
    }

    /// Reads a study, solves it and gathers the answer.
    /// - Parameters:
    ///   - study: path of the study file.
    ///   - dataFolder: where the study's files lie; nil for beside it.
    ///   - folder: of an earlier run to begin from; nil to begin from nothing.
    package func solve(study: String, dataFolder: String?, from folder: String? = nil) throws -> RunAnswer {
        try solve(StudyRun.prepare(study, dataFolder: dataFolder), from: folder)
    }

    /// The same for a study that is read already.
    package func solve(_ run: StudyRun, from folder: String?) throws -> RunAnswer {
        let start = try folder.map { try RunStart(folder: $0, for: run) }
        watch.end("read and check")
        switch try solve(run, warmStart: start?.warmStart) {
        case .infeasible(let why):
            return RunAnswer(outcome: .infeasible(why.told(with: try AttainableShares(run))), limits: limits)
        case .solved(let solution):
            let certificate = try run.certificate(of: solution, threads: limits.threads)
            watch.end("certificate")
            var record = try run.record(
                of: run.plan(of: solution), solution: solution, limits: limits, events: events,
                timing: watch.timing(threads: limits.threads))
            record.certificate = certificate
            record.region.findings += start?.findings ?? []
            return RunAnswer(outcome: .plan(record), limits: limits)
        }
    }

    /// Solves what is prepared, keeping the events.
    /// - Parameter warmStart: what an earlier answer left.
    package func solve(_ run: StudyRun, warmStart: WarmStart? = nil) throws -> SolveResult {
        let words = ProgressWords(run)
        let result = try run.solve(limits: limits, warmStart: warmStart, cancel: cancel) { [self] event in
            events.append(event)
            onEvent(event, words)
        }
        watch.end("solve")
        return result
    }
}
