internal import HubModel

extension Table {
    /// UTF-8 text after RFC 4180, one header row, lines ending in a line feed; no text is a formula to a spreadsheet.
    var csv: String {
        var text = columns.map { CSVText.field($0.key) }.joined(separator: ",") + "\n"
        for row in rows { text += row.map { CSVText.field($0.guardedField) }.joined(separator: ",") + "\n" }
        return text
    }
}

extension Table.Cell {
    fileprivate var guardedField: String {
        if case .text(let text) = self { CSVText.guarded(text) } else { field }
    }
}
