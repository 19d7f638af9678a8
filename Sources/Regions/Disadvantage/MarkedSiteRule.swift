internal import HubModel

/// By the sites' own rows: a site counts when an attribute of it passes the tests, as in a list somebody has marked.
extension RuleBuilder {
    func markedSites(_ rule: StudyRule, _ filters: [StudyFilter]) throws -> Built {
        var isMarked = Array(repeating: true, count: sites.count)
        for filter in filters {
            guard let values = siteAttributes[filter.column] else {
                try Study.check(
                    filter.column, among: siteAttributes.keys.sorted(), what: "attribute of sites", at: filter.place)
                continue
            }
            for site in sites.indices where try !filter.passes(values[site]) { isMarked[site] = false }
        }
        let living = try livingInside(rule)
        let words = filters.map(\.words)
        let people =
            living == nil
            ? "the rule says nothing about where people live, so no area's people count"
            : "an area's people count as living inside by the study's own test"
        let marked = sites.indices.filter { isMarked[$0] }
        let built = DisadvantageRule(
            id: rule.id, title: rule.title, date: rule.date, source: rule.source,
            explanation: "A site counts when its own row meets all of: \(words.joined(separator: "; ")); \(people).",
            placeCount: marked.count, placeKind: "sites",
            sites: sites.indices.map { site in
                SiteStanding(
                    inside: isMarked[site], place: isMarked[site] ? areas[Int(sites[site].area)].name : nil)
            },
            areas: living ?? areas.map { _ in false }, outlines: [], accuracy: 0)
        return Built(
            rule: built, places: Set(marked.map { PlaceName(vintage: "sites", code: sites[$0].id) }),
            evidence: RuleEvidence(kind: .sites(words), outlines: [], areas: [], people: try peopleTests(rule)))
    }
}

extension StudyFilter {
    /// "decile at most 1 and not ''"
    var words: String {
        let tests = tests.map { test in
            switch test {
            case .isIn(let values): "is \(Wording.quoted(values, last: "or"))"
            case .isNot(let values): "is not \(Wording.quoted(values, last: "or"))"
            case .startsWith(let starts): "begins with \(Wording.quoted(starts, last: "or"))"
            case .atLeast(let least): "at least \(least.plain)"
            case .atMost(let most): "at most \(most.plain)"
            }
        }
        return "\(column) \(tests.joined(separator: " and "))"
    }
}
