package import HubModel

/// What an exact solve of one service came to.
package struct ExactAnswer: Sendable {
    /// The best plan found, local site numbers, ascending; nil when none cheaper than the cut-off was found.
    package var open: [UInt32]?
    /// The evaluator's figure for `open`.
    package var objective: Int64?
    /// No plan that keeps the rules on the active sites costs less than this, or less than the cut-off.
    package var bound: Int64
    /// `proved` when `bound` reaches the objective or the cut-off; `exhausted` when the solver's arithmetic is too
    /// coarse for the last units.
    package var stop: StopReason
    /// Simplex iterations and nodes.
    package var work: Int64
    /// How the bound was made, in plain words.
    package var method: String
}

/// Exact solution of one service by integer programming, for a few hundred sites that may be open.
///
/// Keeps count, locks and limits. `maximise` must have been resolved into a limit before.
package enum ExactModel {
    package static let method = "integer programming on merged nearest-site prefixes (HiGHS, double precision)"

    /// - Parameters:
    ///   - activeSites: local numbers of the sites that may be open; nil for all.
    ///   - fixedOpen: local numbers that must be open besides the locked-in ones.
    ///   - cutoff: only plans that cost less are looked for.
    ///   - warm: a plan to begin from; used when it keeps the rules and lies among the active sites.
    ///   - seconds: wall time; nil for no limit.
    ///   - work: simplex iterations and nodes; nil for no limit.
    ///   - stopAt: checkpoints at which to stop in place of looking at the clock; see `SolveLimits`.
    ///   - onBound: told of incumbent, bound and work done.
    /// - Throws: `PlacementError` for a malformed problem, an unresolved `maximise`, or sums beyond 64 bits.
    package static func solve(
        _ service: ServiceProblem, activeSites: [UInt32]? = nil, fixedOpen: [UInt32] = [], cutoff: Int64? = nil,
        warm: [UInt32]? = nil, seconds: Double? = nil, work: Int64? = nil, stopAt: [Int]? = nil,
        cancel: CancelFlag = CancelFlag(),
        onBound: @escaping (_ incumbent: Int64?, _ bound: Int64, _ work: Int64) -> Void = { _, _, _ in }
    ) throws -> ExactAnswer {
        try service.checkShape()
        guard service.maximise == nil else {
            throw PlacementError(
                "\(service.id) asks for as many hubs as possible in some places: settle that number before solving.")
        }
        let active = ActiveSites(service, among: activeSites, fixedOpen: fixedOpen)
        let restricted = active.restricting(service)
        guard let anyPlan = try Attainable(restricted).anyPlan()?.first else {
            return ExactAnswer(
                open: nil, objective: nil, bound: cutoff ?? .max, stop: .proved, work: 0, method: method)
        }
        let audit = RuleAudit(restricted)
        let start = warm.flatMap { audit.isKept(by: $0) ? $0.sorted() : nil }
        let run = ExactRun(
            problem: restricted, active: active, deadline: Deadline(seconds: seconds), workLimit: work, cancel: cancel,
            stopAt: stopAt, onBound: onBound)
        return try run.solve(start: start ?? anyPlan, cutoff: cutoff)
    }
}
