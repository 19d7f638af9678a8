package import HubModel

/// Solves one service: the seam between the whole problem and the methods for small and for large ones.
///
/// A solver keeps count, locks and every limit of the problem, or throws; `maximise` is settled before it is called.
package protocol ServiceSolver: Sendable {
    /// - Parameters:
    ///   - problem: feasible, of sound shape, without `maximise`.
    ///   - warm: what an earlier answer left, in local numbers.
    func solve(
        _ problem: ServiceProblem, limits: SolveLimits, warm: ServiceStart?, cancel: CancelFlag,
        onEvent: @escaping (SolveEvent) -> Void
    ) throws -> ServiceAnswer
}

/// What a service solver found.
package struct ServiceAnswer: Sendable {
    package var outcome: ServiceOutcome
    package var stop: StopReason
    /// Units of work done, the same for the same input on every machine.
    package var work: Int64
    /// How the bound was made, in plain words.
    package var method: String

    package init(outcome: ServiceOutcome, stop: StopReason, work: Int64, method: String) {
        self.outcome = outcome
        self.stop = stop
        self.work = work
        self.method = method
    }
}
