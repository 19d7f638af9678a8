internal import CGEOS

/// A GEOS context with the words of its last failure. Belongs to one task at a time.
final class GEOSContext {
    let handle: OpaquePointer
    private let messages = Messages()

    private final class Messages {
        var last: String?
    }

    init() throws {
        guard let handle = GEOS_init_r() else {
            throw SpatialError("GEOS could not be started: it gave no context (is memory short?).")
        }
        self.handle = handle
        let receiver = Unmanaged.passUnretained(messages).toOpaque()
        _ = GEOSContext_setErrorMessageHandler_r(
            handle,
            { text, receiver in
                guard let text, let receiver else { return }
                Unmanaged<Messages>.fromOpaque(receiver).takeUnretainedValue().last = String(cString: text)
            },
            receiver
        )
    }

    deinit {
        GEOS_finish_r(handle)
    }

    /// The result of a GEOS call, or an error with what was attempted and GEOS's reason.
    func checked(_ result: OpaquePointer?, _ attempt: @autoclosure () -> String) throws -> OpaquePointer {
        guard let result else { throw failure(attempt()) }
        return result
    }

    /// A sentence: what was attempted, and why GEOS could not.
    func failure(_ attempt: String) -> SpatialError {
        SpatialError("GEOS could not \(attempt): \(messages.last ?? "no reason given").")
    }
}
