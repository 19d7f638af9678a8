internal import HubModel

/// Rows of text with a header, as a CSV file: UTF-8 after RFC 4180, lines ending in a line feed.
struct PlainTable: Sendable {
    var description: TableDescription
    var rows: [[String]]

    init(_ description: TableDescription, rows: [[String]]) {
        self.description = description
        self.rows = rows
    }

    var csv: String {
        ([description.columns.map(\.name)] + rows).map {
            $0.map { CSVText.field(CSVText.guarded($0)) }.joined(separator: ",") + "\n"
        }.joined()
    }
}
