internal import Dispatch
internal import Synchronization

/// Work that is done for each site by itself.
package enum SiteBySite {
    /// Answers for each number below a count, in their order.
    /// - Parameters:
    ///   - count: how many there are.
    ///   - threads: to work with; never changes the answers.
    ///   - body: called once for each number, from any thread.
    package static func map<Answer: Sendable>(
        _ count: Int, threads: Int, _ body: @Sendable (Int) -> Answer
    ) -> [Answer] {
        guard threads > 1, count > 1 else { return (0..<count).map(body) }
        let answers = Mutex([Answer?](repeating: nil, count: count))
        let next = Atomic<Int>(0)
        DispatchQueue.concurrentPerform(iterations: min(threads, count)) { _ in
            while true {
                let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
                guard number < count else { return }
                let answer = body(number)
                answers.withLock { $0[number] = answer }
            }
        }
        return answers.withLock { $0.compactMap(\.self) }
    }
}
