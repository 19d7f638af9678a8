internal import HubModel

/// By other rules together: any of them, or all.
extension RuleBuilder {
    enum Combination { case any, all }

    /// Places of the combination.
    ///
    /// Any: each place once, however many parts name it. All: the places that every part names when the parts name
    /// places of one kind; otherwise, since a ward and an area within it cannot be counted together, the places of the
    /// part that names fewest, which no site can exceed.
    static func places(of parts: [Set<PlaceName>], _ combination: Combination) -> Set<PlaceName> {
        guard let first = parts.first else { return [] }
        switch combination {
        case .any: return parts.reduce(into: []) { $0.formUnion($1) }
        case .all:
            if Set(parts.joined().map(\.vintage)).count <= 1 {
                return parts.dropFirst().reduce(first) { $0.intersection($1) }
            }
            return parts.min { $0.count < $1.count } ?? first
        }
    }

    func combined(
        _ rule: StudyRule, _ parts: [DisadvantageRule], placeCount: Int, _ combination: Combination
    ) -> DisadvantageRule {
        let word = combination == .any ? "any" : "all"
        let areas = areas.indices.map { area in
            combination == .any ? parts.contains { $0.areas[area] } : parts.allSatisfy { $0.areas[area] }
        }
        return DisadvantageRule(
            id: rule.id, title: rule.title, date: rule.date, source: rule.source,
            explanation:
                "A site counts when it counts under \(word) of: \(parts.map(\.title).joined(separator: "; ")).",
            placeCount: placeCount,
            placeKind: Set(parts.map(\.placeKind)).count == 1 ? parts.first?.placeKind ?? "places" : "places",
            sites: sites.indices.map { site in Self.standing(parts.map { $0.sites[site] }, combination) },
            areas: areas,
            outlines: Self.eachOnce(parts.flatMap(\.outlines)), accuracy: parts.map(\.accuracy).max() ?? 0)
    }

    /// Outlines in their order, those that several parts share drawn once.
    private static func eachOnce(_ outlines: [Neighbourhood]) -> [Neighbourhood] {
        var seen: [String: [Outline]] = [:]
        return outlines.filter { place in
            guard seen[place.code]?.contains(place.outline) != true else { return false }
            seen[place.code, default: []].append(place.outline)
            return true
        }
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
