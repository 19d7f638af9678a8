internal import Dispatch
internal import Foundation

/// The first Ctrl-C asks the solver to stop with the best plan so far; the second ends the process.
final class Interrupt {
    private let source: any DispatchSourceSignal

    init(onFirst: @escaping @Sendable () -> Void) {
        signal(SIGINT, SIG_IGN)
        source = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
        source.setEventHandler { [source] in
            Terminal.note("  stopping: the best plan so far will be written (Ctrl-C again to give up)")
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
