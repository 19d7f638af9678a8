internal import Foundation

/// Threads that mostly wait, as many as are asked for whatever the number of cores.
enum Threads {
    /// Bytes of a thread's stack, as much as a process's first one has.
    private static let stack = 8 << 20

    /// Runs a body on each of so many threads and returns when all have ended.
    static func run(_ count: Int, _ body: @escaping @Sendable () -> Void) {
        let group = DispatchGroup()
        for _ in 0..<count {
            group.enter()
            let thread = Thread {
                body()
                group.leave()
            }
            thread.stackSize = stack
            thread.start()
        }
        group.wait()
    }
}
