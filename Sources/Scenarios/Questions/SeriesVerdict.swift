/// How a series of solves ended, for the status of the process.
package enum SeriesVerdict: Hashable, Sendable {
    /// Everything asked was answered as closely as was asked.
    case answered
    /// Something was left open, or less close than asked.
    case stoppedShort
    /// No plan keeps the rules.
    case infeasible
}
