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
        ([description.columns.map(\.name)] + rows).map { $0.map(Self.field).joined(separator: ",") + "\n" }.joined()
    }

    private static func field(_ text: String) -> String {
        let mustQuote = text.unicodeScalars.contains { ",\"\n\r".unicodeScalars.contains($0) }
        return mustQuote ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
    }

    /// A number as short as it goes: 4.8, 160, 0.25.
    static func number(_ value: Double) -> String {
        let text = String(value)
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
}
