internal import Foundation
internal import HubModel
internal import Reports

/// What an auditor asks of a run, from its folder alone: assumptions, data log, assurance note, transparency record.
package struct Dossier: Sendable {
    /// Name and text of each file, in the order in which they are told.
    package let files: [(name: String, text: String)]

    /// - Throws: `HubPlanError` when the folder holds no result that a dossier can be made of.
    package init(run folder: String) throws {
        let run = try DossierRun(folder: folder)
        let hasCertificate = FileManager.default.fileExists(atPath: folder + "/certificate.json")
        let tables = [AssumptionsTable.table(run), DataLogTable.table(run)]
        let csvs = tables.map { ($0.description.name + ".csv", $0.csv) }
        let texts = [
            ("assurance.md", AssuranceNote(run: run, hasCertificate: hasCertificate).markdown),
            ("transparency.json", try TransparencyRecord(run, hasCertificate: hasCertificate).json()),
        ]
        let package = TablePackage.json(
            tables.map(\.description), name: "hubplan-dossier", title: "Dossier of \(run.study.name)",
            description: "What the plan rests on, told by hubplan \(run.hubplan).",
            written: (csvs + texts).map { (path: $0.0, sha256: DossierDigests.digest($0.1)) })
        files = csvs + [("datapackage.json", package)] + texts
    }

    /// Writes the files into a folder, all or none. An earlier dossier there is replaced as long as nobody has changed it
    /// since; anything else is left alone.
    /// - Parameter path: the folder; those above it are made where they are missing.
    /// - Throws: `HubPlanError` when the folder holds something else, or a file that somebody filled in, or cannot be
    ///   written.
    package func write(to path: String) throws {
        let target = URL(fileURLWithPath: path, isDirectory: true).standardizedFileURL
        let disk = FileManager.default
        if disk.fileExists(atPath: target.path) {
            let names = Set(files.map(\.name))
            let others = (try? disk.contentsOfDirectory(atPath: target.path))?.filter { !names.contains($0) }.sorted()
            guard let others, others.isEmpty else {
                throw HubPlanError(
                    "\(path) is no folder for a dossier: "
                        + (others?.first.map { "it holds \($0), which is none of its files. " } ?? "it is a file. ")
                        + "Choose another place with --out.")
            }
            let changed = DossierDigests(folder: target).changed(files)
            guard changed.isEmpty else {
                throw HubPlanError(
                    "\(path)/\(changed[0]) was changed since hubplan wrote it"
                        + (changed.count == 1 ? "" : ", and \(changed.dropFirst().joined(separator: ", ")) too")
                        + ", so the dossier there is left as it is. Write the new one to another place with --out, "
                        + "or move the old one away.")
            }
        }
        let partial = target.deletingLastPathComponent()
            .appendingPathComponent(".\(target.lastPathComponent).partial", isDirectory: true)
        do {
            try? disk.removeItem(at: partial)
            try disk.createDirectory(at: partial, withIntermediateDirectories: true)
            for file in files { try Data(file.text.utf8).write(to: partial.appendingPathComponent(file.name)) }
            if disk.fileExists(atPath: target.path) { try disk.removeItem(at: target) }
            try disk.moveItem(at: partial, to: target)
        } catch {
            try? disk.removeItem(at: partial)
            throw HubPlanError(
                "The dossier \(path) cannot be written: \(error.localizedDescription) Choose another place.")
        }
    }
}
