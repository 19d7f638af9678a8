internal import Foundation
internal import HubModel
internal import Regions
internal import Yams

/// A scenario while it is put together: the study it began from, and what the changes so far have made of it.
struct ScenarioDraft {
    /// The study at the bottom, never changed.
    let base: StudyDocument
    private(set) var study: StudyDocument
    var name: String
    /// Of the study at the bottom, which its paths start from.
    let folder: String
    /// The text of a plain study, word for word.
    let plain: StudyText?
    var files: [InputFile]
    private(set) var steps: [Scenario.Step] = []
    /// Named lists of changes that stand beside the scenario's own, to be tried one by one.
    var levers: [(name: StudyNode, changes: [StudyNode])] = []

    /// A study without a change.
    init(study text: StudyText, file: InputFile) throws {
        base = try StudyDocument(yaml: text.yaml, file: text.file)
        study = base
        name = base.name
        folder = text.folder
        plain = text
        files = [file]
    }

    /// Carries out changes, one after another.
    /// - Parameter changes: groups of one field each, the field being the kind of change.
    /// - Throws: `RegionError` with file, line and field.
    mutating func apply(_ changes: [StudyNode]) throws {
        for change in changes {
            let entries = try change.entries()
            guard let (kind, value) = entries.first, entries.count == 1 else {
                throw change.failure(
                    "a change is one field and its value, such as `close: hub-2`. Give each change an entry of its own."
                )
            }
            let words = try ChangeCatalogue.change(named: kind, at: value.place).apply(value, to: &study, base: base)
            steps.append(.init(file: value.place.file, line: value.place.line, kind: kind, words: words))
        }
    }

    /// The scenario as it stands.
    /// - Parameter path: of the scenario's file, as it was given.
    func scenario(path: String) throws -> Scenario {
        if files.count == 1, steps.isEmpty, let plain {
            return Scenario(name: name, path: path, text: plain, files: files, steps: [])
        }
        var study = study
        study[["name"]] = .init(name == base.name || name.isEmpty ? base.name : "\(base.name): \(name)")
        let own = URL(fileURLWithPath: path).lastPathComponent
        let made = steps.isEmpty ? "nothing is changed" : steps.map(\.words).joined(separator: "; ")
        let text = StudyText(
            file: "\(own) (effective)", folder: folder, yaml: opening + (try study.yaml()), origins: files,
            remarks: [Finding(.note, "The scenario '\(name)' of \(base.name): \(made).")])
        return Scenario(name: name, path: path, text: text, files: files, steps: steps)
    }

    /// Where the study comes from, as comments at its head.
    private var opening: String {
        let lines =
            ["Made by hubplan from \(files.map(\.path).joined(separator: ", which extends "))."]
            + steps.enumerated().map { "\($0 + 1). \($1.words)" }
        return lines.map { "# " + $0.replacing("\n", with: " ") + "\n" }.joined()
    }
}
