/// What every column of the tables means, for programs: a Tabular Data Package with a Table Schema a file.
///
/// Source: Data Package and Table Schema, Frictionless Standards 1.0. `unit` is ours, since the schema has no word for it.
enum TablePackage {
    static func json(_ tables: [Table], of record: RunRecord) -> JSON {
        .object([
            ("profile", .text("tabular-data-package")),
            ("name", .text("hubplan-run")),
            ("title", .text(record.study.name)),
            ("description", .text("Tables of a plan made by hubplan \(record.version).")),
            ("resources", .array(tables.map(resource))),
        ])
    }

    private static func resource(_ table: Table) -> JSON {
        .object([
            ("profile", .text("tabular-data-resource")),
            ("name", .text(table.name)),
            ("title", .text(table.caption)),
            ("path", .text(table.name + ".csv")),
            ("format", .text("csv")),
            ("mediatype", .text("text/csv")),
            ("encoding", .text("utf-8")),
            (
                "dialect",
                .object([("delimiter", .text(",")), ("lineTerminator", .text("\n")), ("header", .bool(true))])
            ),
            (
                "schema",
                .object([
                    ("fields", .array(table.columns.map(field))),
                    ("missingValues", .array([.text("")])),
                ])
            ),
        ])
    }

    private static func field(_ column: Table.Column) -> JSON {
        let type =
            switch column.kind {
            case .text: "string"
            case .whole: "integer"
            case .decimal: "number"
            }
        return .object(
            [
                ("name", .text(column.key)), ("type", .text(type)), ("title", .text(column.title)),
                ("description", .text(column.meaning)),
            ] + (column.unit.map { [("unit", .text($0))] } ?? []))
    }
}
