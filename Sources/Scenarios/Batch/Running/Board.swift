internal import Synchronization

/// Which jobs of a batch wait to be done, and what became of the others.
final class Board: Sendable {
    private struct State {
        var queue: [Int]
        var ends: [Int: JobEnd] = [:]
        /// Jobs that another batch was found at work on.
        var busy: Set<Int> = []
    }

    private let state: Mutex<State>

    /// - Parameter jobs: numbers of those to do, in their order.
    init(_ jobs: [Int]) {
        state = Mutex(State(queue: jobs))
    }

    /// How many wait.
    var waiting: Int { state.withLock(\.queue.count) }

    /// Takes the first of those that wait; nil when none does.
    func next() -> Int? { state.withLock { $0.queue.isEmpty ? nil : $0.queue.removeFirst() } }

    /// Puts a job behind the others that wait.
    func putBack(_ job: Int) { state.withLock { $0.queue.append(job) } }

    /// Whether it is told for the first time that a job waits for another batch.
    func isNewToWaiting(_ job: Int) -> Bool { state.withLock { $0.busy.insert(job).inserted } }

    func put(_ end: JobEnd, of job: Int) { state.withLock { $0.ends[job] = end } }

    /// What became of jobs, in their order.
    func all(_ jobs: Range<Int>) -> [JobEnd] { state.withLock { state in jobs.compactMap { state.ends[$0] } } }
}
