internal import Foundation
internal import HubModel
internal import Regions

/// Numbers and tests in plain words.
enum ExplainingWords {
    /// "1 area", "33,755 areas".
    static func count(_ number: Int, _ noun: String) -> String { "\(number.grouped) \(noun)\(number == 1 ? "" : "s")" }

    /// Six decimals at most, none that say nothing.
    static func number(_ value: Double) -> String {
        if value == value.rounded(), abs(value) < 1e15 { return String(Int(value)) }
        var text = String(format: "%.6f", value)
        while text.hasSuffix("0") { text.removeLast() }
        return text
    }

    /// "312 m", "4.1 km"
    static func metres(_ metres: Double) -> String {
        metres < 10_000
            ? "\(Int(nearest: metres).grouped) m" : "\(number((metres / 100).rounded() / 10)) km"
    }

    /// "IMD_rank is 45 of 150, and the last rank that counts is 30: 15 ranks short."
    static func sentence(_ test: RuleVerdict.Test) -> String {
        let value = test.value.isEmpty ? "blank" : test.ranked == nil ? test.value : rank(test)
        guard let margin = test.margin else {
            let wanted = if case .equals(let text) = test.bound { "'\(text)' is asked" } else { "a number is asked" }
            return "\(test.column) is \(value), and \(wanted): \(test.passes ? "met" : "not met")."
        }
        let unit = test.ranked == nil ? "" : abs(margin) == 1 ? " rank" : " ranks"
        let verdict =
            test.passes
            ? margin == 0 ? "met exactly" : "met with \(number(margin))\(unit) to spare"
            : "missed by \(number(-margin))\(unit)"
        return "\(test.column) is \(value), and \(bound(test)): \(verdict)."
    }

    private static func rank(_ test: RuleVerdict.Test) -> String {
        "\(test.value) of \((test.ranked ?? 0).grouped) (1 is the worst)"
    }

    private static func bound(_ test: RuleVerdict.Test) -> String {
        switch test.bound {
        case .atMost(let most):
            test.ranked == nil ? "at most \(number(most)) is asked" : "the last rank that counts is \(number(most))"
        case .atLeast(let least): "at least \(number(least)) is asked"
        case .equals(let text): "'\(text)' is asked"
        }
    }

    /// "E01000001 is not among the 1,262 codes of LSOA 2021 in table cni23."
    static func sentence(_ listing: RuleVerdict.Listing) -> String {
        "\(listing.code.isEmpty ? "A blank" : listing.code) is \(listing.isListed ? "" : "not ")among the "
            + "\(listing.length.grouped) listed of \(listing.vintage) in \(listing.file)."
    }
}
