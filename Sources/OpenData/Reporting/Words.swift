internal import HubModel

/// Numbers and lists as sentences write them.
enum Words {
    /// "1 row", "33,755 rows".
    static func count(_ number: Int, _ one: String, _ many: String? = nil) -> String {
        "\(number.grouped) \(number == 1 ? one : many ?? one + "s")"
    }

    /// "a, b, c, d, e and 4 more".
    static func firstFive(_ items: [String]) -> String {
        let shown = items.prefix(5).joined(separator: ", ")
        return items.count > 5 ? shown + " and \((items.count - 5).grouped) more" : shown
    }

    /// A part of a whole in per cent with one decimal: "14.9 %".
    static func percent(_ part: Int, of whole: Int) -> String {
        guard whole > 0 else { return "0.0 %" }
        let tenths = (part * 2000 + whole) / (2 * whole)
        return "\(tenths / 10).\(tenths % 10) %"
    }
}
