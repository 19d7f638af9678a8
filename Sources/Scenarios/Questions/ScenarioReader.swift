internal import Digests
internal import Foundation
internal import HubModel
internal import Regions

/// Reads a scenario file and those that it extends, down to the study.
struct ScenarioReader {
    /// - Parameter path: of a scenario file or of a study.
    /// - Throws: `RegionError`, a sentence with file, line and field.
    func read(_ path: String) throws -> ScenarioDraft {
        try read(path, told: URL(fileURLWithPath: path).lastPathComponent, within: [])
    }

    /// - Parameters:
    ///   - path: of the file.
    ///   - told: its path for people and outputs, never absolute.
    ///   - within: files that extend this one, the nearest last.
    private func read(_ path: String, told: String, within: [String]) throws -> ScenarioDraft {
        var text = try StudyText(path: path)
        let node = try StudyNode(yaml: text.yaml, file: text.file)
        let isScenario = try node.entries().contains { ["scenario", "extends", "changes"].contains($0.name) }
        let data = Data(text.yaml.utf8)
        let file = InputFile(
            path: told, sha256: SHA256.digest(of: data), bytes: data.count, records: nil,
            role: isScenario ? StudyText.originRoles[0] : within.isEmpty ? "study" : StudyText.originRoles[1])
        guard isScenario else {
            text.file = told
            return try ScenarioDraft(study: text, file: file)
        }
        let fields = try node.fields(named: ["scenario", "extends", "changes", "levers"])
        let name = try fields.text("scenario")
        var draft = try extended(by: fields, path: path, told: told, within: within)
        draft.name = name
        draft.files.insert(file, at: 0)
        try draft.apply(fields["changes"]?.list() ?? [])
        draft.levers = try levers(fields["levers"])
        return draft
    }

    private func extended(
        by fields: StudyFields, path: String, told: String, within: [String]
    ) throws -> ScenarioDraft {
        let extends = try fields.required("extends")
        let named = try extends.text()
        let other =
            named.hasPrefix("/")
            ? named : URL(fileURLWithPath: path).deletingLastPathComponent().appendingPathComponent(named).path
        guard FileManager.default.fileExists(atPath: other) else {
            throw extends.failure(
                "the file '\(named)' is missing. It is looked for from the folder of this scenario: name a study or another "
                    + "scenario.")
        }
        let chain = within + [Self.identity(path)]
        guard !chain.contains(Self.identity(other)) else {
            throw extends.failure(
                "the scenarios extend each other in a circle that comes back to '\(named)'. Let one of them extend a study."
            )
        }
        let folder = (told as NSString).deletingLastPathComponent
        let tells =
            named.hasPrefix("/")
            ? URL(fileURLWithPath: named).lastPathComponent : (folder as NSString).appendingPathComponent(named)
        return try read(other, told: tells, within: chain)
    }

    /// One name for a file, however it is reached.
    private static func identity(_ path: String) -> String {
        URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath().path
    }

    private func levers(_ node: StudyNode?) throws -> [(name: StudyNode, changes: [StudyNode])] {
        try node?.list().map { lever in
            let fields = try lever.fields(named: ["lever", "changes"])
            _ = try fields.text("lever")
            return (try fields.required("lever"), try fields.required("changes").list())
        } ?? []
    }
}
