internal import Foundation
package import Logging
internal import Synchronization

/// A log as lines of JSON, one an event, added to a file with one write each, so that several processes can share it.
package struct JSONLineLog: LogHandler {
    package var logLevel = Logger.Level.info
    package var metadata: Logger.Metadata = [:]
    private let file: LogFile

    /// - Parameter path: of the file; made where it is missing.
    /// - Throws: `BatchError` when it cannot be written.
    package init(_ path: String) throws {
        file = try LogFile(path)
    }

    package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    package func log(event: LogEvent) {
        var members = metadata.merging(event.metadata ?? [:]) { _, new in new }.mapValues { "\($0)" }
        members["at"] = Clock.now()
        members["level"] = event.level.rawValue
        members["message"] = "\(event.message)"
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let line = try? encoder.encode(members) else { return }
        file.add(line + Data("\n".utf8))
    }
}

/// A file that grows by whole lines.
private final class LogFile: Sendable {
    private let descriptor: Int32

    init(_ path: String) throws {
        descriptor = open(path, O_CREAT | O_WRONLY | O_APPEND | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else {
            throw BatchError(
                "The log \(path) cannot be written (\(String(cString: strerror(errno)))): choose another with --log.")
        }
    }

    deinit { close(descriptor) }

    func add(_ line: Data) {
        _ = line.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    }
}
