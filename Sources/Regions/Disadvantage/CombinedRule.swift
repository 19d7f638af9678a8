package import HubModel

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

    /// - Parameter built: the rules that `names` names, with the combination's own accuracy where it states one.
    func combined(_ rule: StudyRule, _ names: [StudyName], _ built: [Built]) throws -> Built {
        let combination: Combination = if case .any = rule.form { .any } else { .all }
        let places = Self.places(of: built.map(\.places), combination)
        let parts = built.map(\.rule)
        let numbers = names.compactMap { name in study.rules.firstIndex { $0.id == name.text } }
        let living = try livingInside(rule)
        let together = areas.indices.map { area in
            combination == .any ? parts.contains { $0.areas[area] } : parts.allSatisfy { $0.areas[area] }
        }
        let accuracy = parts.map(\.accuracy).max() ?? 0
        let combined = DisadvantageRule(
            id: rule.id, title: rule.title, date: rule.date, source: rule.source,
            explanation:
                "A site counts when it counts under \(combination == .any ? "any" : "all") of: "
                + parts.map(\.title).joined(separator: "; ")
                + (living == nil ? "." : "; an area's people count as living inside by the study's own test."),
            placeCount: places.count,
            placeKind: Set(parts.map(\.placeKind)).count == 1 ? parts.first?.placeKind ?? "places" : "places",
            sites: sites.indices.map { site in Self.standing(parts.map { $0.sites[site] }, combination) },
            areas: living ?? together,
            outlines: parts.flatMap(\.outlines).eachOnce, accuracy: accuracy)
        return Built(
            rule: combined, places: places,
            evidence: RuleEvidence(
                kind: combination == .any ? .any(numbers) : .all(numbers),
                outlines: built.flatMap(\.evidence.outlines).eachOnce, areas: [],
                people: try peopleTests(rule), partsAccuracy: rule.statedAccuracy?.value))
    }

    static func standing(_ parts: [SiteStanding], _ combination: Combination) -> SiteStanding {
        SiteStanding.together(parts, needsAll: combination == .all)
    }
}

extension SiteStanding {
    /// The standing under several rules together, all of them or any.
    ///
    /// Borderline when the parts that are not could be outvoted by those that are.
    package static func together(_ parts: [SiteStanding], needsAll: Bool) -> SiteStanding {
        let isSure: (SiteStanding) -> Bool = { $0.inside && !$0.borderline }
        let isPossible: (SiteStanding) -> Bool = { $0.inside || $0.borderline }
        let (inside, sure, possible) =
            needsAll
            ? (parts.allSatisfy(\.inside), parts.allSatisfy(isSure), parts.allSatisfy(isPossible))
            : (parts.contains(where: \.inside), parts.contains(where: isSure), parts.contains(where: isPossible))
        var standing = SiteStanding(
            inside: inside, borderline: possible && !sure, metresToBoundary: parts.compactMap(\.metresToBoundary).min(),
            place: inside ? parts.compactMap(\.place).first : nil)
        let known = parts.compactMap(\.isJustInside)
        standing.isJustInside = known.isEmpty ? nil : inside && known.contains(true)
        return standing
    }
}
