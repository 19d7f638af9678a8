internal import Foundation
internal import Spatial

/// A run as a folder of files. It is there whole or not at all.
package enum RunFolder {
    /// Writes everything beside the folder first and puts it in place at the end.
    ///
    /// A folder that holds an earlier run is replaced; anything else in the way is left alone and named.
    /// The same record gives the same bytes, bar `timing.json`.
    ///
    /// - Parameters:
    ///   - record: all that is told.
    ///   - path: the folder to make; folders above it are made where they are missing.
    ///   - assets: a folder with `maplibre-gl.js` and `maplibre-gl.css`; without them the report holds drawings alone.
    package static func write(_ record: RunRecord, to path: String, assets: String? = nil) throws {
        let target = URL(fileURLWithPath: path, isDirectory: true).standardizedFileURL
        try requireReplaceable(target, as: path)
        let parent = target.deletingLastPathComponent()
        let name = target.lastPathComponent
        let partial = parent.appendingPathComponent(".\(name).partial", isDirectory: true)
        let former = parent.appendingPathComponent(".\(name).former", isDirectory: true)
        let files = FileManager.default
        do {
            try files.createDirectory(at: parent, withIntermediateDirectories: true)
            try removeIfPresent(partial)
            try files.createDirectory(at: partial, withIntermediateDirectories: false)
        } catch {
            throw ReportError("The run folder \(path) cannot be made: \(reason(error)). Choose another place for it.")
        }
        do {
            try RunFiles.write(RunView(record), into: partial.path, assets: assets)
            try removeIfPresent(former)
            if files.fileExists(atPath: target.path) { try files.moveItem(at: target, to: former) }
            do {
                try files.moveItem(at: partial, to: target)
            } catch {
                if files.fileExists(atPath: former.path) { try files.moveItem(at: former, to: target) }
                throw error
            }
            try removeIfPresent(former)
        } catch {
            try? files.removeItem(at: partial)
            throw ReportError("The run folder \(path) was not written: \(reason(error))")
        }
    }

    /// Finds out before a long solve whether a run folder can be written to a path; leaves no trace.
    /// - Throws: `ReportError` when it cannot.
    package static func check(_ path: String) throws {
        guard !path.isEmpty else { throw ReportError("The run folder has no name: give one with --out.") }
        let target = URL(fileURLWithPath: path, isDirectory: true).standardizedFileURL
        try requireReplaceable(target, as: path)
        var folder = target.deletingLastPathComponent()
        while !FileManager.default.fileExists(atPath: folder.path), folder.path != "/" {
            folder.deleteLastPathComponent()
        }
        let probe = folder.appendingPathComponent(".\(target.lastPathComponent).\(UUID().uuidString)")
        guard FileManager.default.createFile(atPath: probe.path, contents: nil) else {
            throw ReportError(
                "The run folder \(path) cannot be made: \(folder.path) is not a folder that may be written to. "
                    + "Choose another place for it.")
        }
        try? FileManager.default.removeItem(at: probe)
    }

    /// Whether a folder holds a run of hubplan.
    package static func isRun(_ path: String) -> Bool {
        isRun(URL(fileURLWithPath: path, isDirectory: true))
    }

    /// Nothing there, an empty folder, or an earlier run.
    private static func requireReplaceable(_ target: URL, as path: String) throws {
        let files = FileManager.default
        var isFolder: ObjCBool = false
        guard files.fileExists(atPath: target.path, isDirectory: &isFolder) else { return }
        guard isFolder.boolValue else {
            throw ReportError("\(path) is a file, so no run folder can be written there. Choose another name.")
        }
        let contents = (try? files.contentsOfDirectory(atPath: target.path)) ?? []
        guard contents.isEmpty || isRun(target) else {
            throw ReportError(
                "\(path) holds files but no run of hubplan (no result.json of ours), so it is left as it is. "
                    + "Choose another folder, or empty this one first.")
        }
    }

    /// Whether `result.json` says that it is ours.
    private static func isRun(_ folder: URL) -> Bool {
        guard let file = FileHandle(forReadingAtPath: folder.appendingPathComponent("result.json").path) else {
            return false
        }
        defer { try? file.close() }
        guard let start = try? file.read(upToCount: 200) else { return false }
        return String(decoding: start, as: UTF8.self).contains("\"hubplan-result/")
    }

    private static func removeIfPresent(_ item: URL) throws {
        if FileManager.default.fileExists(atPath: item.path) { try FileManager.default.removeItem(at: item) }
    }

    /// Our own sentences as they are; the system's in its own words.
    private static func reason(_ error: any Error) -> String {
        switch error {
        case let error as ReportError: error.description
        case let error as SpatialError: error.description
        default: error.localizedDescription
        }
    }
}
