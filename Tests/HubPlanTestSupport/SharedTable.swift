package import Foundation

/// Real data that stands beside the project and is never part of it: `HUBPLAN_DATA`, or `../shared/data`.
package enum SharedData {
    package static let folder: URL = {
        if let path = ProcessInfo.processInfo.environment["HUBPLAN_DATA"] { return URL(fileURLWithPath: path) }
        return URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("shared/data")
    }()

    /// Whether a file is there; says so when it is not, so that a skipped test is seen.
    package static func has(_ path: String) -> Bool {
        let isThere = FileManager.default.fileExists(atPath: folder.appendingPathComponent(path).path)
        if !isThere { print("SKIPPED: the data file \(path) is not there; name its folder in HUBPLAN_DATA.") }
        return isThere
    }
}

/// A gzipped table of plain comma-separated values (no quotes) with its header.
package struct SharedTable {
    package let header: [Substring]
    package let rows: [[Substring]]

    package init(_ path: String) throws {
        let gzip = Process()
        let output = Pipe()
        gzip.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        gzip.arguments = ["gzip", "-dc", SharedData.folder.appendingPathComponent(path).path]
        gzip.standardOutput = output
        try gzip.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        gzip.waitUntilExit()
        let lines = text.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
        header = lines.first ?? []
        rows = Array(lines.dropFirst())
    }

    /// A column as numbers; NaN where a field is not one. Empty when there is no such column.
    package func numbers(_ name: String) -> [Double] {
        guard let column = header.firstIndex(of: Substring(name)) else { return [] }
        return rows.map { Double($0[column]) ?? .nan }
    }
}
