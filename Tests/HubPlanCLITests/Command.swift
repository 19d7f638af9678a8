import Foundation
import HubPlanTestSupport

/// Runs the built `hubplan`, as somebody at a terminal would.
struct Command {
    let status: Int32
    let output: String
    let errors: String

    init(_ arguments: String...) throws {
        try self.init(arguments)
    }

    /// - Parameters:
    ///   - arguments: of the command.
    ///   - cache: folder in which journeys are kept; "" keeps none.
    ///   - environment: further variables.
    init(_ arguments: [String], cache: String = "", environment: [String: String] = [:]) throws {
        let scratch = try ScratchFolder()
        let files = try ["output", "errors"].map { URL(fileURLWithPath: try scratch.write($0, "")) }
        let process = Process()
        process.executableURL = Self.binary
        process.arguments = arguments
        process.currentDirectoryURL = Self.root
        process.environment = ProcessInfo.processInfo.environment.merging(["HUBPLAN_CACHE": cache]) { _, new in new }
            .merging(environment) { _, new in new }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: files[0])
        process.standardError = try FileHandle(forWritingTo: files[1])
        try process.run()
        process.waitUntilExit()
        status = process.terminationStatus
        output = try String(contentsOf: files[0], encoding: .utf8)
        errors = try String(contentsOf: files[1], encoding: .utf8)
        withExtendedLifetime(scratch) {}
    }

    /// Beside the test bundle.
    static let binary = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        .deletingLastPathComponent().appendingPathComponent("hubplan")

    /// The package's own folder.
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
}
