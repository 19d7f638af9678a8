/// Text as a field of a CSV file: UTF-8 after RFC 4180.
package enum CSVText {
    /// In quotes where it holds a comma, a quote or a line break.
    package static func field(_ text: String) -> String {
        let mustQuote = text.utf8.contains { byte in
            byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n")
                || byte == UInt8(ascii: "\r")
        }
        guard mustQuote else { return text }
        // Scalar by scalar: a quotation mark that a combining mark is attached to is still one.
        var quoted = "\""
        for scalar in text.unicodeScalars {
            if scalar == "\"" { quoted += "\"" }
            quoted.unicodeScalars.append(scalar)
        }
        return quoted + "\""
    }

    /// With an apostrophe before it where a spreadsheet would take it for a formula; numbers stay as they are.
    ///
    /// Source: OWASP, *CSV Injection*. Texts of a table may be anybody's words.
    package static func guarded(_ text: String) -> String {
        guard let first = text.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first), Double(text) == nil
        else {
            return text
        }
        return "'" + text
    }

    /// What a reader of such files has to know.
    package static let guardNote =
        "Text that begins with =, +, - or @ has an apostrophe before it, so that no spreadsheet takes it for a formula."
}
