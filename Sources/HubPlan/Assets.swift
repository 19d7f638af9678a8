internal import Foundation

/// Files that come with hubplan: the demonstration study and the map library of the report.
package enum Assets {
    /// Where they are looked for, first found first: beside the executable's prefix, the working copy, the usual prefixes.
    private static var folders: [URL] {
        let executable = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        let prefix = executable.deletingLastPathComponent().deletingLastPathComponent()
        let home = FileManager.default.homeDirectoryForCurrentUser
        return [
            prefix.appendingPathComponent("share/hubplan"),
            home.appendingPathComponent(".local/share/hubplan"),
            URL(fileURLWithPath: "/usr/local/share/hubplan"),
        ]
    }

    /// The study of the fictional district, from the working copy or from where `Scripts/install` put it.
    /// - Throws: `HubPlanError` that says where it was looked for.
    package static func demoStudy() throws -> String {
        let here = URL(fileURLWithPath: "Fixtures/saltmouth/study.yaml")
        let installed = folders.map { $0.appendingPathComponent("saltmouth/study.yaml") }
        guard let found = ([here] + installed).first(where: { FileManager.default.fileExists(atPath: $0.path) }) else {
            throw HubPlanError(
                "The demonstration study is not here: run `hubplan demo` from hubplan's own folder, or install hubplan "
                    + "with Scripts/install. Looked in \(([here] + installed).map(\.relativePath).joined(separator: ", "))."
            )
        }
        return found == here ? here.relativePath : found.path
    }

    /// The folder that holds maplibre-gl.js and maplibre-gl.css; nil draws the report's map without them.
    package static func mapLibrary() -> String? {
        folders.first {
            FileManager.default.fileExists(atPath: $0.appendingPathComponent("maplibre-gl.js").path)
        }?.path
    }
}
