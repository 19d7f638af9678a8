internal import Spatial

/// The tables of a run as one OpenDocument spreadsheet, a sheet each.
enum TableSheets {
    static func write(_ tables: [Table], to path: String) throws {
        let writer = try VectorWriter(path: path, format: .ods)
        for table in tables { try writer.write(layer: layer(table)) }
        try writer.finish()
    }

    private static func layer(_ table: Table) -> OutputLayer {
        OutputLayer(
            name: table.name,
            fields: table.columns.map { column in
                switch column.kind {
                case .text: OutputField(column.key, .text)
                case .whole: OutputField(column.key, .integer)
                case .decimal: OutputField(column.key, .real)
                }
            },
            rows: table.rows.map { row in OutputRow(row.map(\.value)) })
    }
}

extension Table.Cell {
    /// The same value as in the CSV file, to the digits that are written there.
    fileprivate var value: OutputValue {
        switch self {
        case .text(let text): .text(text)
        case .whole(let number): .integer(number)
        case .minutes, .wholeMinutes, .change, .wholeChange, .fraction, .points, .pounds, .metres:
            Double(field).map { .real($0) } ?? .null
        case .withheld, .none: .null
        }
    }
}
