extension Table {
    /// UTF-8 text after RFC 4180, one header row, lines ending in a line feed.
    var csv: String {
        var text = ""
        Table.write(columns.map(\.key), into: &text)
        for row in rows { Table.write(row.map(\.field), into: &text) }
        return text
    }

    private static func write(_ fields: [String], into text: inout String) {
        for (index, field) in fields.enumerated() {
            if index > 0 { text += "," }
            let mustQuote = field.utf8.contains { byte in
                byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n")
                    || byte == UInt8(ascii: "\r")
            }
            guard mustQuote else {
                text += field
                continue
            }
            text += "\""
            for scalar in field.unicodeScalars {
                if scalar == "\"" { text += "\"" }
                text.unicodeScalars.append(scalar)
            }
            text += "\""
        }
        text += "\n"
    }
}
