internal import Synchronization

/// Asks a solve to stop at its next checkpoint; set from any thread or from a signal handler.
package final class CancelFlag: Sendable {
    private let raised = Atomic<Bool>(false)

    package init() {}

    package var isRaised: Bool { raised.load(ordering: .relaxed) }

    package func raise() { raised.store(true, ordering: .relaxed) }
}
