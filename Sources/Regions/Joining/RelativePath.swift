internal import Foundation

/// Paths written so that they work from a folder, which need not exist yet.
package enum RelativePath {
    /// The path of a file as it is written from a folder: `../data/areas.csv`.
    ///
    /// Links on the way are followed first, so that each `..` leads where it says.
    package static func of(_ file: String, from folder: String) -> String {
        let target = parts(resolved(file))
        let start = parts(resolved(folder))
        let shared = zip(target, start).prefix { $0 == $1 }.count
        return (start.dropFirst(shared).map { _ in ".." } + target.dropFirst(shared)).joined(separator: "/")
    }

    /// An absolute path whose existing part has no links in it.
    package static func resolved(_ path: String) -> String {
        let whole = shortened(
            path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path)
        var existing = whole
        var missing: [String] = []
        while existing != "/", !FileManager.default.fileExists(atPath: existing) {
            let url = URL(fileURLWithPath: existing)
            missing.insert(url.lastPathComponent, at: 0)
            existing = url.deletingLastPathComponent().path
        }
        let real = URL(fileURLWithPath: existing).resolvingSymlinksInPath().path
        return missing.isEmpty ? real : (real == "/" ? "" : real) + "/" + missing.joined(separator: "/")
    }

    /// An absolute path with `.` and `..` worked out by its words alone.
    package static func shortened(_ path: String) -> String {
        var kept: [String] = []
        for part in parts(path) where part != "." {
            if part == ".." { _ = kept.popLast() } else { kept.append(part) }
        }
        return "/" + kept.joined(separator: "/")
    }

    private static func parts(_ path: String) -> [String] {
        path.split(separator: "/").map(String.init)
    }
}
