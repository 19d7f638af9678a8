/// What a column of an open file is for, whatever its publisher calls it.
enum ColumnRole: Hashable, Sendable {
    case area2021, area2011, areaName
    case ward2017, ward2022, ward2024, wardName
    case district2022, district2024, districtName
    case regionName
    case x, y
    /// All residents; or one of several bands that add up to them.
    case residents, band(Int)
    /// Residents up to the age of 15, or one of the bands that stand for them.
    case children, childBand(Int)
    /// Residents of one year of age.
    case aged(Int)
    case households, householdsWithoutCar
    case rank, decile
    case settlement
    case isLeftBehind
    case id, name, status, establishmentType, establishmentGroup, phase, closed
}

/// How a column's heading is known: what is left of it in small letters and digits must be that of a heading here.
struct HeadingRule: Sendable {
    let role: ColumnRole
    /// Whole headings as they are published, the likeliest first.
    let exact: [String]
    private let plainExact: [String]
    /// Words that must all stand in the heading.
    let words: [String]
    /// Words of which none may.
    let without: [String]
    let isNeeded: Bool

    init(
        _ role: ColumnRole, _ exact: String..., words: [String] = [], without: [String] = [], isNeeded: Bool = true
    ) {
        self.role = role
        self.exact = exact
        plainExact = exact.map(Self.plain)
        self.words = words
        self.without = without
        self.isNeeded = isNeeded
    }

    /// The likeliest heading, or its words.
    var likeliest: String { exact.first ?? words.joined(separator: " ... ") }

    /// Case, blanks, punctuation and accents say nothing: "LSOA code (2021)" is "lsoacode2021".
    static func plain(_ heading: String) -> String {
        String(
            heading.lowercased().unicodeScalars.filter {
                $0.properties.isAlphabetic || $0.properties.numericType != nil
            })
    }

    /// The heading that this rule means, given all headings and their plain forms.
    func heading(among headings: [(written: String, plain: String)]) -> String? {
        for wanted in plainExact {
            if let found = headings.first(where: { $0.plain == wanted }) { return found.written }
        }
        guard !words.isEmpty else { return nil }
        return headings.first { heading in
            words.allSatisfy { heading.plain.contains($0) } && !without.contains { heading.plain.contains($0) }
        }?.written
    }
}

/// One way in which a file is published: its headings.
struct HeadingForm: Sendable {
    /// For people: "Census 2021 TS007A".
    let title: String
    let rules: [HeadingRule]

    init(_ title: String, _ rules: [HeadingRule]) {
        self.title = title
        self.rules = rules
    }

    /// The column for each role; nil when a needed one is not there.
    func columns(among headings: [String]) -> [ColumnRole: String]? {
        let plain = headings.map { (written: $0, plain: HeadingRule.plain($0)) }
        var found: [ColumnRole: String] = [:]
        for rule in rules {
            if let heading = rule.heading(among: plain) {
                found[rule.role] = heading
            } else if rule.isNeeded {
                return nil
            }
        }
        return found
    }
}
