package import HubModel
internal import Placement

/// Many solves one after another, within limits that they share.
///
/// Time is for the whole series. Whatever looks at the clock or at Ctrl-C is a numbered checkpoint of the whole series, so
/// that one which was stopped can be repeated: `SolveLimits.stopAt` takes the numbers in `stoppedAt`.
package final class SolveSeries {
    package let limits: SolveLimits
    private let cancel = CancelFlag()
    private let end: ContinuousClock.Instant?
    private let tell: (String) -> Void
    private var lastTold = ContinuousClock.now
    /// Units of work done so far, the same on every machine.
    package private(set) var work: Int64 = 0
    package private(set) var solves = 0
    /// Why nothing more is solved; nil while the series goes on.
    package private(set) var stop: StopReason?

    /// - Parameters:
    ///   - limits: of the whole series as to time, of each solve as to gap, work, nodes and memory.
    ///   - tell: given progress, a line each.
    package init(limits: SolveLimits, tell: @escaping (String) -> Void = { _ in }) {
        self.limits = limits
        self.tell = tell
        // Longer than a century is no end.
        end = limits.seconds.flatMap { $0 < 3e9 ? ContinuousClock.now.advanced(by: .seconds($0)) : nil }
    }

    /// Asks the series to stop with what is known; safe from any thread.
    package var stopper: @Sendable () -> Void {
        { [cancel] in cancel.raise() }
    }

    /// Numbers of the checkpoints at which the clock or a person stopped a part of the series, ascending.
    package var stoppedAt: [Int] { cancel.stops }

    /// Tells a line of progress.
    func note(_ line: String) { tell(line) }

    /// Whether the series may go on: passes a checkpoint.
    func mayGoOn() -> Bool {
        guard stop == nil else { return false }
        stop = cancel.checkpoint(stopAt: limits.stopAt, isLate: end.map { ContinuousClock.now >= $0 } ?? false)
        return stop == nil
    }

    /// Solves one service.
    /// - Parameters:
    ///   - service: the question.
    ///   - gap: asked for; nil takes that of the series.
    ///   - start: what an earlier answer on the same sites left; nil begins from nothing.
    ///   - left: solves that may still follow, this one among them: a solve takes at most a quarter of the time left, or
    ///     its even part where that is more.
    ///   - title: of the question, for progress.
    func solve(
        _ service: ServiceProblem, gap: Double? = nil, start: WarmStart? = nil, left: Int = 1, title: String
    ) throws -> SeriesResult {
        var own = limits
        own.gap = gap ?? limits.gap
        own.seconds = remaining.map { $0 * max(0.25, 1 / Double(max(1, left))) }
        let problem = PlacementProblem(services: [service])
        let result = try PlacementSolver().solve(
            problem, limits: own, warmStart: start, cancel: cancel, onEvent: { [self] in show($0, title) })
        solves += 1
        switch result {
        case .infeasible(let why): return .infeasible(why)
        case .solved(let solution):
            work += solution.work
            return .solved(SeriesAnswer(solution: solution, problem: problem))
        }
    }

    private var remaining: Double? {
        limits.stopAt == nil ? end.map { max(0, (ContinuousClock.now.duration(to: $0)) / .seconds(1)) } : nil
    }

    /// At most one line in two seconds.
    private func show(_ event: SolveEvent, _ title: String) {
        let now = ContinuousClock.now
        guard now - lastTold > .seconds(2) else { return }
        lastTold = now
        tell("  \(title)" + (event.gap.map { ": within \(SeriesWords.percent($0)) so far" } ?? ""))
    }
}

/// The end of one solve of a series.
enum SeriesResult: Sendable {
    case solved(SeriesAnswer)
    case infeasible(Infeasibility)
}

/// What one solve of one service found, and what it leaves for the next.
struct SeriesAnswer: Sendable {
    let solution: Solution
    let problem: PlacementProblem

    var outcome: ServiceOutcome { solution.services[0] }
    /// Local site numbers, ascending.
    var open: [UInt32] { outcome.open }
    var objective: Int64 { outcome.objective }
    /// No burden is negative, so 0 where no method gave a bound.
    var bound: Int64 { min(outcome.bound ?? 0, outcome.objective) }
    var warmStart: WarmStart { WarmStart(solution, of: problem) }
}

/// Numbers of a series in plain words.
enum SeriesWords {
    /// Three decimals at most: 0.00371 is "0.371 %".
    static func percent(_ fraction: Double) -> String { number(fraction * 100) + " %" }

    /// Three decimals at most, none that say nothing.
    static func number(_ value: Double) -> String {
        let thousandths = (value * 1_000).rounded()
        guard thousandths.magnitude < 1e15 else { return "a lot" }
        var text = String(Int64(thousandths) / 1_000)
        let rest = Int64(thousandths.magnitude) % 1_000
        if rest > 0 {
            var digits = String(rest + 1_000).dropFirst()
            while digits.last == "0" { digits.removeLast() }
            text += "." + digits
        }
        return text
    }
}
