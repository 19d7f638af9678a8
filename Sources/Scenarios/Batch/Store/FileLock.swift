internal import Foundation

/// An advisory lock on a file (`flock`), given up when it is released and when its process ends in whatever way, so that
/// none is ever stale.
package final class FileLock: Sendable {
    private let descriptor: Int32

    /// - Parameters:
    ///   - path: of the lock's file; made where it is missing.
    ///   - waits: whether to wait for whoever holds it.
    /// - Returns: nil when another process holds it and `waits` is false.
    /// - Throws: `BatchError` when the file cannot be made.
    package init?(_ path: String, waits: Bool) throws {
        descriptor = open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else {
            throw BatchError(
                "The lock \(path) cannot be made (\(String(cString: strerror(errno)))): choose a store that you may write to."
            )
        }
        while flock(descriptor, waits ? LOCK_EX : LOCK_EX | LOCK_NB) != 0 {
            if errno == EINTR { continue }
            close(descriptor)
            return nil
        }
    }

    deinit { close(descriptor) }
}
