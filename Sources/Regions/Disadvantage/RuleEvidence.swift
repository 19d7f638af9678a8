package import HubModel

/// What a rule decided by, kept so that its verdict on one place can be told.
package struct RuleEvidence: Sendable {
    package enum Kind: Sendable {
        /// Inside a polygon, boundary included. `list` says which polygons qualify; nil when all of them do.
        case places(list: ListedCodes?, vintage: String)
        /// The area is on a list.
        case codes(ListedCodes)
        /// The area passes every test.
        case thresholds([ThresholdEvidence])
        /// The site's own row passes tests: "doubly is one of 'yes'".
        case sites([String])
        /// Other rules, as indices into `Region.rules`.
        case any([Int])
        case all([Int])
    }

    package var kind: Kind
    /// All qualifying places that have an outline, those beyond the study among them.
    package var outlines: [Neighbourhood]
    /// Whether sites in each area of the study qualify; empty where a point or a site decides.
    package var areas: [Bool]
    /// The study's own tests of whose people count; empty where the rule's geography decides.
    package var people: [ThresholdEvidence]
    /// Metres that a combination states for all its parts; nil where each keeps its own.
    package var partsAccuracy: Double?
}

/// A list of codes or names, and where it comes from.
package struct ListedCodes: Sendable {
    /// "places.csv" or "table needs"
    package var file: String
    /// What they are codes of: "Ward 2017".
    package var vintage: String
    package var codes: Set<String>
    /// What each area of the study is looked up by; empty for a list of places.
    package var areaKeys: [String]
}

/// One test of an index column with its value in every area of the study.
package struct ThresholdEvidence: Sendable {
    package enum Bound: Hashable, Sendable {
        case atMost(Double)
        case atLeast(Double)
        case equals(String)
    }

    /// As the study names it.
    package var column: String
    package var file: String
    /// For a worst share of ranks, the last rank that passes.
    package var bound: Bound
    /// How many areas the index ranks; nil when the test is not one of ranks.
    package var ranked: Int?
    /// "IMD_decile at most 1"
    package var words: String
    /// One text an area, as the file writes it.
    package var values: [String]
    /// One entry an area.
    package var passes: [Bool]

    /// How far beyond the bound an area's value is, in the column's own unit; negative where it fails.
    /// nil where the test is of text.
    package func margin(_ area: Int) -> Double? {
        guard let value = PlainNumber.read(values[area]) else { return nil }
        return switch bound {
        case .atMost(let most): most - value
        case .atLeast(let least): value - least
        case .equals: nil
        }
    }
}
