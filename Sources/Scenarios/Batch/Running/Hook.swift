internal import Foundation

/// A program that is told of a night: on failure, or when a place moved.
///
/// It is run as it stands, without a shell and without arguments. What there is to tell stands in its environment, so no
/// name of a job or sentence of an error can become a command.
package struct Hook: Sendable {
    /// A path, or a name on the `PATH`.
    package let program: String

    package init(_ program: String) {
        self.program = program
    }

    /// What the program finds in its environment, beside what this process has.
    package static func environment(_ report: BatchReport, store: String) -> [String: String] {
        [
            "HUBPLAN_SUMMARY": report.firstLine,
            "HUBPLAN_REPORT": report.text,
            "HUBPLAN_FAILED": report.failed.map(\.job).joined(separator: "\n"),
            "HUBPLAN_MOVED": report.moved.map(\.job).joined(separator: "\n"),
            "HUBPLAN_STORE": store,
        ]
    }

    /// Runs it and waits.
    /// - Parameters:
    ///   - report: of the night.
    ///   - store: path of the store.
    /// - Returns: what went wrong, a sentence; nil where nothing did.
    package func tell(_ report: BatchReport, store: String) -> String? {
        guard let path = Self.place(of: program) else {
            return "\(program) was to be told of this night, and there is no such program on the PATH."
        }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.environment = ProcessInfo.processInfo.environment.merging(
            Self.environment(report, store: store)
        ) { _, new in new }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.standardError
        do { try process.run() } catch {
            return "\(program) was to be told of this night and could not be run: \(error.localizedDescription)"
        }
        process.waitUntilExit()
        return process.terminationStatus == 0
            ? nil : "\(program) was told of this night and ended with \(process.terminationStatus)."
    }

    private static func place(of program: String) -> String? {
        let files = FileManager.default
        if program.contains("/") { return files.isExecutableFile(atPath: program) ? program : nil }
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin").split(
            separator: ":")
        return folders.map { "\($0)/\(program)" }.first { files.isExecutableFile(atPath: $0) }
    }
}
