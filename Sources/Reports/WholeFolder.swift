internal import Foundation
internal import Spatial

/// Puts a folder of files in place whole or not at all: everything is written beside it and moved at the end.
///
/// A former folder and the new one change places in one step, so that whoever looks, or is killed, finds one or the other.
/// What people put into the former one is in the new one too.
enum WholeFolder {
    /// What a folder is, and how one of ours is known.
    struct Kind {
        /// "run folder"
        var title: String
        /// What it holds: "run".
        var content: String
        /// The file that says what it is.
        var mark: String
        /// What stands in that file's first 200 bytes.
        var schema: String
        /// Names of all files that hubplan may write into it; `#` stands for a number. Others are people's.
        var names: [String]
        /// Those of them that stay where they are not written anew.
        var lasting: Set<String> = []

        /// Whether a file of a former folder goes with it.
        func renews(_ name: String) -> Bool {
            !lasting.contains(name) && names.contains { Self.matches(name, $0) }
        }

        private static func matches(_ name: String, _ pattern: String) -> Bool {
            let parts = pattern.split(separator: "#", omittingEmptySubsequences: false)
            guard parts.count == 2 else { return name == pattern }
            guard name.hasPrefix(parts[0]), name.hasSuffix(parts[1]), name.count > pattern.count - 1 else {
                return false
            }
            return name.dropFirst(parts[0].count).dropLast(parts[1].count).allSatisfy(\.isNumber)
        }
    }

    /// A folder while it is filled.
    struct Contents {
        let path: String

        /// Writes a text as a file of the folder.
        func put(_ text: String, as name: String) throws {
            try Data(text.utf8).write(to: URL(fileURLWithPath: path).appendingPathComponent(name))
        }
    }

    /// - Parameters:
    ///   - kind: what the folder is.
    ///   - path: where it is to stand.
    ///   - write: writes everything into a folder that exists.
    /// - Returns: names of what stood there, was not hubplan's and is there still, sorted.
    /// - Throws: `ReportError` when something else is in the way, or anything cannot be written.
    @discardableResult
    static func write(_ kind: Kind, to path: String, files write: (Contents) throws -> Void) throws -> [String] {
        let target = URL(fileURLWithPath: path, isDirectory: true).standardizedFileURL
        try requireReplaceable(target, as: path, kind)
        let aside = AsideFolder(for: target)
        let files = FileManager.default
        do {
            try files.createDirectory(at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
            try aside.sweep()
            try files.createDirectory(at: aside.url, withIntermediateDirectories: false)
        } catch {
            throw ReportError(
                "The \(kind.title) \(path) cannot be made: \(reason(error)). Choose another place for it.")
        }
        let carried: [String]
        do {
            try write(Contents(path: aside.url.path))
            carried = try CarriedFiles.carry(from: target, into: aside.url, of: kind)
            try aside.takePlace()
        } catch {
            try? files.removeItem(at: aside.url)
            throw ReportError("The \(kind.title) \(path) was not written: \(reason(error)).")
        }
        // What stood there before, if anything; the next write sweeps it away should this fail.
        try? files.removeItem(at: aside.url)
        return carried
    }

    /// Finds out before a long solve whether a folder can be written to a path; leaves no trace.
    /// - Throws: `ReportError` when it cannot.
    static func check(_ kind: Kind, _ path: String) throws {
        guard !path.isEmpty else { throw ReportError("The \(kind.title) has no name: give one with --out.") }
        let target = URL(fileURLWithPath: path, isDirectory: true).standardizedFileURL
        try WholeFolder.requireReplaceable(target, as: path, kind)
        var folder = target.deletingLastPathComponent()
        while !FileManager.default.fileExists(atPath: folder.path), folder.path != "/" {
            folder.deleteLastPathComponent()
        }
        let probe = folder.appendingPathComponent(".\(target.lastPathComponent).\(UUID().uuidString)")
        guard FileManager.default.createFile(atPath: probe.path, contents: nil) else {
            throw ReportError(
                "The \(kind.title) \(path) cannot be made: \(folder.path) is not a folder that may be written to. "
                    + "Choose another place for it.")
        }
        try? FileManager.default.removeItem(at: probe)
    }

    /// Nothing there, an empty folder, or one of ours.
    static func requireReplaceable(_ target: URL, as path: String, _ kind: Kind) throws {
        let files = FileManager.default
        var isFolder: ObjCBool = false
        guard files.fileExists(atPath: target.path, isDirectory: &isFolder) else { return }
        guard isFolder.boolValue else {
            throw ReportError("\(path) is a file, so no \(kind.title) can be written there. Choose another name.")
        }
        let contents = (try? files.contentsOfDirectory(atPath: target.path)) ?? []
        guard contents.isEmpty || isOurs(target, kind) else {
            throw ReportError(
                "\(path) holds files but no \(kind.content) of hubplan (no \(kind.mark) of ours), so it is left as it is. "
                    + "Choose another folder, or empty this one first.")
        }
    }

    /// Whether the folder's mark says that it is ours.
    static func isOurs(_ folder: URL, _ kind: Kind) -> Bool {
        guard let file = FileHandle(forReadingAtPath: folder.appendingPathComponent(kind.mark).path) else {
            return false
        }
        defer { try? file.close() }
        guard let start = try? file.read(upToCount: 200) else { return false }
        return String(decoding: start, as: UTF8.self).contains(kind.schema)
    }

    /// Our own sentences as they are; the system's in its own words.
    private static func reason(_ error: any Error) -> String {
        let text =
            switch error {
            case let error as ReportError: error.description
            case let error as SpatialError: error.description
            default: error.localizedDescription
            }
        return text.hasSuffix(".") ? String(text.dropLast()) : text
    }
}
