package import Foundation

/// The fictional district that is committed beside the tests, and studies of it with something changed.
package enum Saltmouth {
    package static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Fixtures/saltmouth")

    package static var study: String { folder.appendingPathComponent("study.yaml").path }

    /// Writes the study with texts replaced; its data is found with `folder` as the data folder.
    /// - Returns: the path of the changed study.
    package static func changed(_ changes: [(old: String, new: String)], in scratch: ScratchFolder) throws -> String {
        var text = try String(contentsOfFile: study, encoding: .utf8)
        for (old, new) in changes {
            guard text.contains(old) else { throw CocoaError(.formatting) }
            text = text.replacingOccurrences(of: old, with: new)
        }
        return try scratch.write("study.yaml", text)
    }
}
