internal import HubModel

/// Small helpers for sentences that planners read.
enum Wording {
    /// The first 60 characters of a text that somebody wrote, on one line, to be quoted.
    static func opening(_ text: String) -> String {
        let line = text.prefix(61).map { $0.isNewline ? " " : $0 }
        return line.count > 60 ? String(line.prefix(60)) + "…" : String(line)
    }

    /// Why rows are left out, to complete "rows that".
    static let failsWhere = "do not pass the study's `where`"
    static let liesElsewhere = "do not pass the study's `where`, or lie outside its outline and buffer"

    /// "1 site", "2 sites", "33,755 areas".
    static func count(_ number: Int, _ singular: String, _ plural: String? = nil) -> String {
        "\(number.grouped) \(number == 1 ? singular : plural ?? singular + "s")"
    }

    /// The form of a verb that goes with a number.
    static func verb(_ number: Int, _ singular: String, _ plural: String) -> String {
        number == 1 ? singular : plural
    }

    /// "a, b, c": the first five in the order given, with the number left out.
    /// - Parameter separator: "; " for items that hold commas themselves.
    static func firstFive(_ items: some Collection<String>, separator: String = ", ") -> String {
        let shown = items.prefix(5).joined(separator: separator)
        return items.count > 5 ? shown + " and \((items.count - 5).grouped) more" : shown
    }

    /// "'a', 'b' and 'c'".
    static func quoted(_ items: some Collection<String>, last: String = "and") -> String {
        let quoted = items.map { "'\($0)'" }
        guard let final = quoted.last else { return "none" }
        let others = quoted.dropLast()
        return others.isEmpty ? final : others.joined(separator: ", ") + " \(last) " + final
    }
}
