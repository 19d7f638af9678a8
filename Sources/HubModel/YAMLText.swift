/// Text as studies write it.
package enum YAMLText {
    /// In double quotes, on one line, so that it reads back as it is.
    package static func quoted(_ text: String) -> String {
        var written = ""
        for character in text.unicodeScalars {
            switch character {
            case "\\": written += "\\\\"
            case "\"": written += "\\\""
            case "\n": written += "\\n"
            case "\t": written += "\\t"
            default: written.unicodeScalars.append(character)
            }
        }
        return "\"\(written)\""
    }
}
