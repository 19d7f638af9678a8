/// A page as it is read: no markup, style, script or drawing; blanks run together, a line for each block.
enum PageText {
    static func text(_ page: String) -> String {
        var result = ""
        var rest = Substring(page)
        while let open = rest.firstIndex(of: "<") {
            result += rest[..<open]
            let tag = rest[open...].prefix { $0 != ">" }
            let name = tag.dropFirst().prefix { $0.isLetter || $0.isNumber || $0 == "/" }
            rest = rest[tag.endIndex...].dropFirst()
            if hidden.contains(String(name)) { rest = after("</\(name)>", in: rest) }
            result += cells.contains(String(name)) ? " | " : blocks.contains(String(name)) ? "\n" : ""
        }
        result += rest
        return unescaped(result).split(separator: "\n").map(squeezed).filter { !$0.isEmpty }.joined(separator: "\n")
            + "\n"
    }

    /// From the first place of one text to the next place of another.
    static func part(of page: String, from start: String, to end: String) -> String {
        let begun = after(start, in: Substring(page))
        guard let stop = begun.firstRange(of: end) else { return String(begun) }
        return String(begun[..<stop.lowerBound])
    }

    private static let hidden: Set<String> = ["style", "script", "svg", "title"]
    private static let cells: Set<String> = ["/th", "/td"]
    private static let blocks: Set<String> = [
        "/p", "/h1", "/h2", "/h3", "/li", "/tr", "/caption", "/figcaption", "/summary", "/legend", "/label", "/section",
        "/nav", "/header", "/a",
    ]

    private static func after(_ end: String, in text: Substring) -> Substring {
        text.firstRange(of: end).map { text[$0.upperBound...] } ?? ""
    }

    private static func squeezed(_ line: Substring) -> String {
        line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private static func unescaped(_ text: String) -> String {
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")].reduce(text) {
            $0.replacing($1.0, with: $1.1)
        }
    }
}
