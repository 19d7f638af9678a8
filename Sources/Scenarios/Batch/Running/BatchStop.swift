internal import Synchronization

/// Whether somebody asked a batch to stop: no further job is begun, and jobs at work are ended.
package final class BatchStop: Sendable {
    private let asked = Atomic<Bool>(false)

    package init() {}

    package var isAsked: Bool { asked.load(ordering: .relaxed) }

    /// From any thread.
    package func ask() { asked.store(true, ordering: .relaxed) }
}
