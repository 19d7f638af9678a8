internal import Dispatch
internal import Foundation

/// Ends this process when the one that began it is gone, in whatever way that ended.
final class ParentWatch {
    /// Seconds between two looks.
    private static let pause = 1.0

    private let timer: any DispatchSourceTimer

    /// - Parameter parent: number of the process that began this one.
    init(_ parent: Int32) {
        timer = DispatchSource.makeTimerSource(queue: .global())
        // An orphan is given to another process.
        timer.setEventHandler { if getppid() != parent { _exit(ParentWatch.status) } }
        timer.schedule(deadline: .now(), repeating: Self.pause)
        timer.resume()
    }

    /// Nobody is left to read it.
    private static let status: Int32 = 1

    deinit { timer.cancel() }
}
