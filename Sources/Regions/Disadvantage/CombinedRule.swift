internal import HubModel

/// By other rules together: any of them, or all.
extension RuleBuilder {
    enum Combination { case any, all }

    func combined(_ rule: StudyRule, _ parts: [DisadvantageRule], _ combination: Combination) -> DisadvantageRule {
        let word = combination == .any ? "any" : "all"
        let areas = areas.indices.map { area in
            combination == .any ? parts.contains { $0.areas[area] } : parts.allSatisfy { $0.areas[area] }
        }
        return DisadvantageRule(
            id: rule.id, title: rule.title, date: rule.date, source: rule.source,
            explanation:
                "A site counts when it counts under \(word) of: \(parts.map(\.title).joined(separator: "; ")).",
            placeCount: combination == .any
                ? parts.reduce(0) { $0 + $1.placeCount } : parts.map(\.placeCount).min() ?? 0,
            placeKind: Set(parts.map(\.placeKind)).count == 1 ? parts.first?.placeKind ?? "places" : "places",
            sites: sites.indices.map { site in Self.standing(parts.map { $0.sites[site] }, combination) },
            areas: areas,
            outlines: parts.flatMap(\.outlines), accuracy: parts.map(\.accuracy).max() ?? 0)
    }

    /// Borderline when the parts that are not could be outvoted by those that are.
    static func standing(_ parts: [SiteStanding], _ combination: Combination) -> SiteStanding {
        let isSure: (SiteStanding) -> Bool = { $0.inside && !$0.borderline }
        let isPossible: (SiteStanding) -> Bool = { $0.inside || $0.borderline }
        let (inside, sure, possible) =
            switch combination {
            case .any:
                (parts.contains(where: \.inside), parts.contains(where: isSure), parts.contains(where: isPossible))
            case .all:
                (parts.allSatisfy(\.inside), parts.allSatisfy(isSure), parts.allSatisfy(isPossible))
            }
        return SiteStanding(
            inside: inside, borderline: possible && !sure, metresToBoundary: parts.compactMap(\.metresToBoundary).min(),
            place: inside ? parts.compactMap(\.place).first : nil)
    }
}
