internal import HubModel
internal import HubPlan
internal import Scenarios

/// Wires progress and Ctrl-C to a series of solves, and ends with the right status.
struct SeriesWriter {
    let solver: SolverOptions
    let printing: PrintOptions

    /// - Parameter question: works within the series and says how it ended.
    func run(_ question: (SolveSeries) throws -> SeriesVerdict) throws {
        let series = SolveSeries(limits: solver.limits) { if !printing.quiet { Terminal.note($0) } }
        let interrupt = Interrupt(
            onFirst: series.stopper, note: "  stopping: what is known so far will be told (Ctrl-C again to give up)")
        let verdict = try withExtendedLifetime(interrupt) { try question(series) }
        switch verdict {
        case .answered: return
        case .stoppedShort: throw ExitStatus.stoppedShort
        case .infeasible: throw ExitStatus.infeasible
        }
    }
}
