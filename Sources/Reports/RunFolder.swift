internal import Foundation

/// A run as a folder of files. It is there whole or not at all.
package enum RunFolder {
    /// Writes everything beside the folder first and puts it in place at the end.
    ///
    /// A folder that holds an earlier run is replaced, and what people put into it stays; any other folder in the way is
    /// left alone and named. The same record gives the same bytes, bar `timing.json`.
    ///
    /// - Parameters:
    ///   - record: all that is told.
    ///   - path: the folder to make; folders above it are made where they are missing.
    ///   - assets: a folder with `maplibre-gl.js` and `maplibre-gl.css`; without them the report holds drawings alone.
    ///   - more: texts of further files, by their names.
    /// - Returns: names of what stood in the folder, was not hubplan's and is there still, sorted.
    /// - Throws: `ReportError` when the folder holds something else or cannot be written.
    @discardableResult
    package static func write(
        _ record: RunRecord, to path: String, assets: String? = nil, more: [String: String] = [:]
    ) throws -> [String] {
        try WholeFolder.write(kind, to: path) { folder in
            try RunFiles.write(RunView(record), into: folder.path, assets: assets)
            for (name, text) in more { try folder.put(text, as: name) }
        }
    }

    private static let kind = WholeFolder.Kind(
        title: "run folder", content: "run", mark: "result.json", schema: "\"hubplan-result/", names: RunFiles.names,
        lasting: ["timing.json"])

    /// Finds out before a long solve whether a run folder can be written to a path; leaves no trace.
    /// - Throws: `ReportError` when it cannot.
    package static func check(_ path: String) throws {
        try WholeFolder.check(kind, path)
    }

    /// Whether a folder holds a run of hubplan.
    package static func isRun(_ path: String) -> Bool {
        WholeFolder.isOurs(URL(fileURLWithPath: path, isDirectory: true), kind)
    }
}
