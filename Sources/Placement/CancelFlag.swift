package import HubModel
internal import Synchronization

/// The one place where a run looks at what does not repeat: the clock, and whether somebody asked it to stop.
///
/// Every look is a checkpoint, numbered from 1 through the whole run. All else in a run repeats, so the numbers of the
/// checkpoints at which it was stopped are all that is needed to repeat it.
package final class CancelFlag: Sendable {
    private struct Log {
        var passed = 0
        var stops: [Int] = []
    }

    private let raised = Atomic<Bool>(false)
    private let log = Mutex(Log())

    package init() {}

    package var isRaised: Bool { raised.load(ordering: .relaxed) }

    /// Asks a solve to stop at its next checkpoint; from any thread or from a signal handler.
    package func raise() { raised.store(true, ordering: .relaxed) }

    /// Passes a checkpoint. Only from the thread that leads the solve, at places that repeat.
    /// - Parameters:
    ///   - stopAt: `SolveLimits.stopAt`: with it the clock is not looked at.
    ///   - isLate: whether the time is up.
    /// - Returns: why to stop there; nil to go on.
    package func checkpoint(stopAt: [Int]?, isLate: @autoclosure () -> Bool) -> StopReason? {
        let reason: StopReason? = isRaised ? .interrupted : stopAt == nil && isLate() ? .timeLimit : nil
        return log.withLock { log in
            log.passed += 1
            let isAsked = stopAt?.contains(log.passed) ?? false
            guard let reason = reason ?? (isAsked ? .checkpoint : nil) else { return nil }
            log.stops.append(log.passed)
            return reason
        }
    }

    /// Checkpoints passed so far.
    package var passed: Int { log.withLock(\.passed) }

    /// Numbers of the checkpoints at which the run was stopped, ascending.
    package var stops: [Int] { log.withLock(\.stops) }
}
