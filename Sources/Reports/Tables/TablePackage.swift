package import HubModel

/// What every column of some tables means, for programs: a Tabular Data Package with a Table Schema a file.
///
/// Source: Data Package and Table Schema, Frictionless Standards 1.0. `unit` and
/// `written` are ours, since the standard has no word for them.
package enum TablePackage {
    /// `datapackage.json` of a folder of CSV files.
    /// - Parameters:
    ///   - tables: each the file of its name in the same folder.
    ///   - name: of the package, in small letters: "hubplan-run".
    ///   - title: for people.
    ///   - description: a sentence.
    ///   - files: names of the files, one a table; empty for the table's own name with `.csv`.
    ///   - written: SHA-256 of files beside it as they were written, to know later whether somebody changed them; empty
    ///     for files that nobody fills in.
    /// - Returns: JSON, ending in a line break.
    package static func json(
        _ tables: [TableDescription], name: String, title: String, description: String, files: [String] = [],
        written: [(path: String, sha256: String)] = []
    ) -> String {
        let paths = files.isEmpty ? tables.map { $0.name + ".csv" } : files
        var members: [(String, JSON)] = [
            ("profile", .text("tabular-data-package")),
            ("name", .text(name)),
            ("title", .text(title)),
            ("description", .text(description)),
            ("resources", .array(zip(tables, paths).map(resource))),
        ]
        if !written.isEmpty {
            let files = written.map { JSON.object([("path", .text($0.path)), ("sha256", .text($0.sha256))]) }
            members.append(("written", .array(files)))
        }
        return JSON.object(members).pretty
    }

    /// The Table Schema of one table, for files that somebody else writes.
    /// - Parameter table: what is asked of the file.
    /// - Returns: JSON, ending in a line break.
    package static func schema(of table: TableDescription) -> String {
        var members: [(String, JSON)] = [("title", .text(table.title))]
        if !table.about.isEmpty { members.append(("description", .text(table.about))) }
        members.append(contentsOf: columns(of: table))
        return JSON.object(members).pretty
    }

    private static func resource(_ table: TableDescription, path: String) -> JSON {
        let dialect: [(String, JSON)] = [
            ("delimiter", .text(",")), ("lineTerminator", .text("\n")), ("header", .bool(true)),
        ]
        var members: [(String, JSON)] = [
            ("profile", .text("tabular-data-resource")), ("name", .text(table.name)), ("title", .text(table.title)),
        ]
        if !table.about.isEmpty { members.append(("description", .text(table.about))) }
        members.append(("path", .text(path)))
        members.append(("format", .text("csv")))
        members.append(("mediatype", .text("text/csv")))
        members.append(("encoding", .text("utf-8")))
        members.append(("dialect", .object(dialect)))
        members.append(("schema", .object(columns(of: table))))
        return .object(members)
    }

    private static func columns(of table: TableDescription) -> [(String, JSON)] {
        [("fields", .array(table.columns.map(field))), ("missingValues", .array([.text("")]))]
    }

    private static func field(_ column: TableDescription.Column) -> JSON {
        let type =
            switch column.kind {
            case .text: "string"
            case .whole: "integer"
            case .number: "number"
            case .date: "date"
            }
        var members: [(String, JSON)] = [
            ("name", .text(column.name)), ("type", .text(type)), ("title", .text(column.title)),
            ("description", .text(column.meaning)),
        ]
        if let unit = column.unit { members.append(("unit", .text(unit))) }
        var constraints: [(String, JSON)] = []
        if column.isRequired { constraints.append(("required", .bool(true))) }
        if !column.values.isEmpty { constraints.append(("enum", .array(column.values.map { .text($0) }))) }
        if !constraints.isEmpty { members.append(("constraints", .object(constraints))) }
        return .object(members)
    }
}

extension Table {
    /// What its file holds.
    var description: TableDescription {
        TableDescription(
            name: name, title: caption,
            columns: columns.map { column in
                let kind: TableDescription.Kind =
                    switch column.kind {
                    case .text: .text
                    case .whole: .whole
                    case .decimal: .number
                    }
                return TableDescription.Column(
                    column.key, column.title, kind: kind, unit: column.unit, meaning: column.meaning)
            })
    }
}
