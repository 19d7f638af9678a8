/// JSON whose members keep the order in which they are given, so that the same run gives the same bytes.
enum JSON: Sendable {
    case object([(String, JSON)])
    case array([JSON])
    case text(String)
    case whole(Int64)
    case number(Double)
    case bool(Bool)
    case null

    static func optional<Value>(_ value: Value?, _ make: (Value) -> JSON) -> JSON {
        value.map(make) ?? .null
    }

    static func whole(_ value: Int) -> JSON { .whole(Int64(value)) }

    /// Without a space or line break more than needed, and safe inside a `script` element.
    var compact: String {
        var text = ""
        write(into: &text, indent: nil)
        return text
    }

    /// For people: two spaces a level, ending in a line break.
    var pretty: String {
        var text = ""
        write(into: &text, indent: 0)
        return text + "\n"
    }

    private func write(into text: inout String, indent: Int?) {
        switch self {
        case .object(let members):
            JSON.write(members, between: ("{", "}"), indent: indent, into: &text) { member, text, indent in
                JSON.write(quoted: member.0, into: &text)
                text += indent == nil ? ":" : ": "
                member.1.write(into: &text, indent: indent)
            }
        case .array(let items):
            JSON.write(items, between: ("[", "]"), indent: indent, into: &text) { item, text, indent in
                item.write(into: &text, indent: indent)
            }
        case .text(let value): JSON.write(quoted: value, into: &text)
        case .whole(let value): text += String(value)
        // JSON has no infinity and no "not a number".
        case .number(let value): text += value.isFinite ? String(value) : "null"
        case .bool(let value): text += value ? "true" : "false"
        case .null: text += "null"
        }
    }

    private static func write<Item>(
        _ items: [Item], between brackets: (String, String), indent: Int?, into text: inout String,
        each: (Item, inout String, Int?) -> Void
    ) {
        text += brackets.0
        let inner = indent.map { $0 + 2 }
        for (index, item) in items.enumerated() {
            if index > 0 { text += "," }
            if let inner { text += "\n" + String(repeating: " ", count: inner) }
            each(item, &text, inner)
        }
        if let indent, !items.isEmpty { text += "\n" + String(repeating: " ", count: indent) }
        text += brackets.1
    }

    private static func write(quoted value: String, into text: inout String) {
        text += "\""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            // No `</script>` and no `<!--` can arise.
            case "<": text += "\\u003c"
            case "\u{0}"..."\u{1F}", "\u{2028}", "\u{2029}":
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }
}
