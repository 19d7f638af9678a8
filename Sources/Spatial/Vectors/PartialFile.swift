internal import Foundation

/// A hidden file beside the one that is to be written, with a name that no other process and no other write gives.
struct PartialFile {
    let path: String

    /// `.plan.partial.host.71.3f9a11c2.gpkg` beside `plan.gpkg`: it ends as the format wants, since drivers go by that.
    ///
    /// What processes left that were killed while they wrote the same file is removed.
    /// - Parameters:
    ///   - path: where the file is to stand.
    ///   - ending: of the format, with its point.
    /// - Throws: `SpatialError` when the path names no file, or its folder cannot be written to.
    init(for path: String, ending: String) throws {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        let folder = parts.count > 1 ? parts.dropLast().joined(separator: "/") + "/" : ""
        guard let name = parts.last, !name.isEmpty else {
            throw SpatialError("The path \"\(path)\" names no file that could be written.")
        }
        guard access(folder.isEmpty ? "." : folder, W_OK) == 0 else {
            let reason = errno == ENOENT ? "there is no folder \(folder)" : String(cString: strerror(errno))
            throw SpatialError("The file \(path) cannot be written: \(reason).")
        }
        let stem = name.lowercased().hasSuffix(ending) ? name.dropLast(ending.count) : name
        let host = ProcessInfo.processInfo.hostName.filter { $0.isLetter || $0.isNumber || $0 == "-" }
        let opening = ".\(stem).partial.\(host)."
        Self.sweep(folder, opening: opening)
        let process = ProcessInfo.processInfo.processIdentifier
        self.path = "\(folder)\(opening)\(process).\(UUID().uuidString.prefix(8))\(ending)"
    }

    private static func sweep(_ folder: String, opening: String) {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder)) ?? []
        for name in names where name.hasPrefix(opening) {
            guard let process = name.dropFirst(opening.count).split(separator: ".").first.flatMap({ Int32($0) }),
                kill(process, 0) != 0, errno == ESRCH
            else { continue }
            unlink(folder + name)
        }
    }
}
