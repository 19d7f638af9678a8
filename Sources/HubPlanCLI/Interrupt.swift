internal import Dispatch
internal import Foundation

/// The first Ctrl-C asks the work to stop, a solver with the best plan so far; the second ends the process.
final class Interrupt {
    private let sources: [any DispatchSourceSignal]
    private let signals: [Int32]

    /// - Parameters:
    ///   - signals: that ask for it: Ctrl-C's, and others that are to do the same.
    ///   - onFirst: asks the work to stop.
    ///   - note: what the first of them says.
    init(
        signals: [Int32] = [SIGINT], onFirst: @escaping @Sendable () -> Void,
        note: String = "  stopping: the best plan so far will be written (Ctrl-C again to give up)"
    ) {
        self.signals = signals
        sources = signals.map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { [source] in
                Terminal.note(note)
                onFirst()
                source.cancel()
                signal(number, SIG_DFL)
            }
            source.resume()
            return source
        }
    }

    deinit {
        for source in sources { source.cancel() }
        for number in signals { signal(number, SIG_DFL) }
    }
}
