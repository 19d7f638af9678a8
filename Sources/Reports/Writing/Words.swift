internal import HubModel

/// Numbers and lists as readers meet them. British English, the same in every locale of the machine.
enum Words {
    /// 12345 is "12,345".
    static func count(_ value: some BinaryInteger) -> String { value.grouped }

    /// "1 hub", "2 hubs".
    static func count(_ value: Int, _ singular: String) -> String {
        count(value) + " " + (value == 1 ? singular : plural(singular))
    }

    /// As English mostly does it: "hubs", "libraries", "churches".
    static func plural(_ singular: String) -> String {
        let ending = singular.suffix(2).lowercased()
        if ending.hasSuffix("y"), let before = ending.first, !"aeiou".contains(before) {
            return singular.dropLast() + "ies"
        }
        return singular + (["s", "x", "ch", "sh"].contains { ending.hasSuffix($0) } ? "es" : "s")
    }

    /// "+3", "−3", and "0" for what rounds to it.
    static func signed(_ value: Double, digits: Int) -> String {
        let text = decimal(value, digits: digits)
        return value > 0 && text.contains { ("1"..."9").contains($0) } ? "+" + text : text
    }

    /// A number with a fixed count of decimals, halves away from zero: 12.25 with one decimal is "12.3".
    static func decimal(_ value: Double, digits: Int) -> String {
        guard value.isFinite else { return "not known" }
        var scale = 1.0
        for _ in 0..<digits { scale *= 10 }
        let scaled = (value.magnitude * scale).rounded()
        guard scaled < 9e15 else { return String(value) }
        let whole = Int64(scaled)
        let unit = Int64(scale)
        var text = count(whole / unit)
        if digits > 0 {
            let rest = String(whole % unit)
            text += "." + String(repeating: "0", count: digits - rest.count) + rest
        }
        return (value < 0 && whole != 0 ? "−" : "") + text
    }

    /// A parameter's value: as many decimals as it has, six at most. 4.80 is "4.8", 2 is "2".
    static func plain(_ value: Double) -> String {
        var text = decimal(value, digits: 6)
        while text.hasSuffix("0") { text.removeLast() }
        if text.hasSuffix(".") { text.removeLast() }
        return text
    }

    /// Tenths of minutes with their one decimal: 125 is "12.5".
    static func minutes(_ tenths: TenthMinutes) -> String {
        decimal(Double(tenths) / 10, digits: 1)
    }

    /// For sentences: 600 is "60 minutes", 125 is "12.5 minutes".
    static func limit(_ tenths: TenthMinutes) -> String {
        plain(Double(tenths) / 10) + (tenths == 10 ? " minute" : " minutes")
    }

    /// A fraction in whole per cent; never "0%" for some nor "100%" for not all.
    static func percent(_ fraction: Double) -> String {
        if fraction > 0, fraction < 0.005 { return "under 1%" }
        if fraction < 1, fraction >= 0.995 { return "over 99%" }
        return decimal(fraction * 100, digits: 0) + "%"
    }

    /// A gap in per cent, rounded up so that it never claims too much: 0.00371 is "0.38%".
    static func gap(_ fraction: Double) -> String {
        plain((fraction * 10_000 - 1e-9).rounded(.up) / 100) + "%"
    }

    /// "a", "a and b", "a, b and 3 more"; parted by semicolons where an item holds a comma.
    static func list(_ items: [String], atMost limit: Int) -> String {
        guard items.count > 1 else { return items.first ?? "" }
        let comma = items.contains { $0.contains(",") } ? "; " : ", "
        let last = comma == ", " ? " and " : "; and "
        if items.count <= limit {
            return items.dropLast().joined(separator: comma) + last + items[items.count - 1]
        }
        return items.prefix(limit).joined(separator: comma) + last + count(items.count - limit) + " more"
    }

    /// With a capital, to begin a sentence.
    static func sentence(_ text: String) -> String {
        text.prefix(1).uppercased() + text.dropFirst()
    }

    /// With a full stop, where the text has no end of its own.
    static func ended(_ text: String) -> String {
        guard let last = text.last, !".!?".contains(last) else { return text }
        return text + "."
    }

    /// Without a capital, to follow a colon.
    static func midSentence(_ text: String) -> String {
        text.prefix(1).lowercased() + text.dropFirst()
    }
}
