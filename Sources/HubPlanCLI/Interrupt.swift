internal import Dispatch
internal import Foundation

/// The first Ctrl-C asks the solver to stop with the best plan so far; the second ends the process.
final class Interrupt {
    private let source: any DispatchSourceSignal

    /// - Parameters:
    ///   - onFirst: asks the work to stop.
    ///   - note: what the first Ctrl-C says.
    init(
        onFirst: @escaping @Sendable () -> Void,
        note: String = "  stopping: the best plan so far will be written (Ctrl-C again to give up)"
    ) {
        signal(SIGINT, SIG_IGN)
        source = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
        source.setEventHandler { [source] in
            Terminal.note(note)
            onFirst()
            source.cancel()
            signal(SIGINT, SIG_DFL)
        }
        source.resume()
    }

    deinit {
        source.cancel()
        signal(SIGINT, SIG_DFL)
    }
}
