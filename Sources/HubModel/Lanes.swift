internal import Dispatch
internal import Synchronization

/// Work cut into a fixed number of logical lanes, so that sums and ties are the same whatever the number of threads.
package enum Lanes {
    /// Lanes that a loop is cut into, however many threads there are.
    package static let width = 4

    /// Runs `body` for every lane and hands back the answers in the order of the lanes.
    /// - Parameters:
    ///   - count: of lanes.
    ///   - threads: to share them among, the next free lane to the next free thread; never changes the answers.
    ///   - body: given the lane, from 0.
    package static func map<Answer: Sendable>(
        _ count: Int = width, threads: Int, _ body: @Sendable (Int) -> Answer
    ) -> [Answer] {
        guard threads > 1, count > 1 else { return (0..<count).map(body) }
        let answers = Mutex([Answer?](repeating: nil, count: count))
        let next = Atomic<Int>(0)
        DispatchQueue.concurrentPerform(iterations: min(threads, count)) { _ in
            while true {
                let lane = next.wrappingAdd(1, ordering: .relaxed).oldValue
                guard lane < count else { return }
                let answer = body(lane)
                answers.withLock { $0[lane] = answer }
            }
        }
        return answers.withLock { $0.compactMap(\.self) }
    }

    /// The part of 0..<total that a lane looks after.
    package static func range(_ lane: Int, of count: Int = width, total: Int) -> Range<Int> {
        (total * lane / count)..<(total * (lane + 1) / count)
    }
}
