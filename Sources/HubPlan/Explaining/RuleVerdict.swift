package import HubModel
package import Regions

/// What one rule says about one point, and by how much.
package struct RuleVerdict: Sendable {
    /// One test of the area's values.
    package struct Test: Sendable {
        package var column: String
        package var file: String
        package var value: String
        package var bound: ThresholdEvidence.Bound
        /// Areas that the index ranks; nil when the column holds no ranks.
        package var ranked: Int?
        package var passes: Bool
        /// In the column's own unit; negative where it fails; nil for a test of text.
        package var margin: Double?

        init(_ test: ThresholdEvidence, area: Int) {
            column = test.column
            file = test.file
            value = test.values[area]
            bound = test.bound
            ranked = test.ranked
            passes = test.passes[area]
            margin = test.margin(area)
        }
    }

    /// Index into `Region.rules`.
    package var rule: Int
    /// nil when the rule can say nothing about the point: it decides by a site's own row, and this is no site.
    package var standing: SiteStanding?
    /// Outside, the nearest qualifying place by name; nil when the rule has no polygons.
    package var nearest: String?
    /// On a list: the code or name looked up, whether it is there, and the list. nil for rules without one.
    package var listing: Listing?
    package var tests: [Test]
    /// Whether the people of the area count as living in a qualifying place.
    package var peopleCount: Bool
    /// The study's own tests of that; empty where the rule's geography decides.
    package var peopleTests: [Test]
    /// For a combination, the verdicts of its parts in their order.
    package var parts: [RuleVerdict] = []

    package struct Listing: Sendable {
        package var code: String
        package var isListed: Bool
        package var file: String
        package var vintage: String
        /// Codes on the list.
        package var length: Int
    }
}
