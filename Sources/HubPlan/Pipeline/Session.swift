package import HubModel
internal import Placement
internal import Reports

/// What one run of the program shares between its steps: limits, the way to stop it, and the log of the solve.
package final class Session {
    package let limits: SolveLimits
    package let telling: Telling
    private let cancel = CancelFlag()
    package private(set) var events: [SolveEvent] = []
    package var watch = Stopwatch()
    private let onEvent: (SolveEvent, ProgressWords) -> Void

    /// - Parameters:
    ///   - limits: when to stop.
    ///   - telling: how the plan is told.
    ///   - onEvent: told of every step of a solve and how to put it in words, for progress.
    package init(
        limits: SolveLimits, telling: Telling = Telling(),
        onEvent: @escaping (SolveEvent, ProgressWords) -> Void = { _, _ in }
    ) {
        self.limits = limits
        self.telling = telling
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
        let baseline = try Baseline(telling.baseline, run: run)
        let start = try folder.map { try RunStart(folder: $0, for: run) }
        watch.end("read and check")
        switch try solve(run, warmStart: start?.warmStart) {
        case .infeasible(let why):
            return RunAnswer(outcome: .infeasible(why.told(with: try AttainableShares(run))), limits: limits)
        case .solved(let solution):
            return try answer(solution, of: run, findings: start?.findings ?? [], baseline: baseline)
        }
    }

    /// Everything that is told of a solution.
    /// - Parameters:
    ///   - solution: with its bounds.
    ///   - run: what was solved.
    ///   - plan: taken in place of the solution's own; keeps every rule, so that the bounds hold for it too. nil for its own.
    ///   - findings: what else a reader should know.
    package func answer(
        _ solution: Solution, of run: StudyRun, taking plan: Plan? = nil, findings: [Finding]
    ) throws -> RunAnswer {
        try answer(
            solution, of: run, taking: plan, findings: findings, baseline: try Baseline(telling.baseline, run: run))
    }

    private func answer(
        _ solution: Solution, of run: StudyRun, taking plan: Plan? = nil, findings: [Finding], baseline: Baseline?
    ) throws -> RunAnswer {
        let certificates = try run.certificates(of: solution, threads: limits.threads)
        watch.end("certificate")
        let found = run.plan(of: solution)
        let settled = try SettledPlan(
            run, plan: plan ?? found, solution: solution, certificates: certificates, isList: false,
            threads: limits.threads)
        watch.end("ties")
        let figures = try run.figures(of: settled.plan)
        let told =
            settled.plan == found
            ? solution : solution.with(settled.plan, objectives: figures.services.map(\.objective), run: run)
        var record = try run.record(
            of: settled.plan, figures: figures, solution: told, limits: limits, events: events,
            timing: watch.timing(threads: limits.threads, of: run))
        record.certificate = try run.text(of: certificates, telling: told)
        record.region.findings += findings
        record.tell(settled)
        record.compare(with: baseline)
        record = try record.published(telling.publish)
        return RunAnswer(outcome: .plan(record), limits: limits)
    }

    /// Solves what is prepared, keeping the events.
    /// - Parameters:
    ///   - run: what to solve.
    ///   - warmStart: what an earlier answer left.
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
