/// The catalogue for readers, and which of its files lie in a folder.
package struct CatalogueListing: Sendable, Codable {
    package let folder: String?
    package let files: [Entry]
    /// What could not be looked into; empty without a folder.
    package let notes: [String]

    package struct Entry: Sendable, Codable {
        package let id: String
        package let title: String
        package let publisher: String
        package let vintage: String
        package let licence: String
        /// needed, optional, or userOwn for a file that is never copied.
        package let need: String
        /// The likeliest headings; case and punctuation do not matter. Forms are set apart by "; or".
        package let columns: String
        package let rows: String
        package let use: String
        package let without: String
        /// Where it was found; nil when no folder was named.
        package let found: [String]?
    }

    /// - Parameter folder: looked through when given.
    /// - Throws: `OpenDataError` when there is no such folder.
    package init(folder: String?) throws {
        let scan = try folder.map { try FolderScan(folder: $0) }
        self.folder = folder
        notes = scan?.notes ?? []
        files = EnglandCatalogue.files.map { file in
            Entry(
                id: file.id.rawValue, title: file.title, publisher: file.publisher, vintage: file.vintage,
                licence: file.licence.title, need: file.need.rawValue, columns: file.columnWords, rows: file.rows,
                use: file.use, without: file.without,
                found: scan.map { $0.found.filter { $0.file == file.id }.map(\.path) })
        }
    }

    /// For people.
    package var text: String {
        var lines = [
            "The open data that England needs. hubplan fetches nothing: find each page by its title, put the files into one",
            "folder under any name, then run: hubplan data build FOLDER --out england.gpkg",
        ]
        for file in files {
            let need = ["needed": "needed", "optional": "may be left out"][file.need] ?? "stays yours, never copied"
            lines += [
                "", "\(file.title)", "  \(file.publisher); \(file.vintage); licence: \(file.licence); \(need)",
                "  rows: \(file.rows)", "  columns: \(file.columns)", "  used for: \(file.use)",
                "  without it: \(file.without)",
            ]
            if let found = file.found {
                lines.append("  found: \(found.isEmpty ? "no" : Words.firstFive(found))")
            }
        }
        if !notes.isEmpty { lines += [""] + notes }
        return lines.joined(separator: "\n")
    }
}
