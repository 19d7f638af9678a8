internal import HubModel

/// What the study of a place begins with for one kind of hub, and why.
struct HubChoice {
    enum Share: Equatable {
        /// At least half of the hubs.
        case half
        /// As many as can be: fewer sites qualify than half of the hubs.
        case asHighAsPossible
        /// Told and not asked: no site qualifies, or none in the place itself.
        case told
    }

    let hub: HubKind
    /// People whom it is for: in the place, and across its border.
    let people: Int
    let peopleAcross: Int
    /// Numbers of the sites that suit it, in the extent.
    let sites: [Int]
    let count: Int
    let countReason: String
    let share: Share
    let rule: BitingRule
    /// For people: how the rule of its share stands to its sites.
    let shareReason: String

    /// People for each hub when nobody says how many hubs: no official number is known.
    static let peopleForEachHub = 10_000

    /// - Parameters:
    ///   - asked: hubs asked for; nil leaves it to the number of people.
    ///   - rules: at least one; the first that any site meets is the share's.
    init?(
        _ hub: HubKind, extent: PlaceExtent, areas: PlaceAreas, countsAcross: Bool, asked: Int?, rules: [BitingRule]
    ) {
        self.hub = hub
        people = areas.residents(aged: hub.ages, in: extent.inside)
        peopleAcross = areas.residents(aged: hub.ages, in: extent.across.sorted())
        let suitable = extent.sites.indices.filter { hub.suits(extent.sites[$0].kind) }
        sites = suitable
        guard !suitable.isEmpty, people + (countsAcross ? peopleAcross : 0) > 0 else { return nil }

        let wanted = asked ?? max(1, (people + Self.peopleForEachHub / 2) / Self.peopleForEachHub)
        count = min(wanted, suitable.count)
        countReason = Self.reason(asked: asked, wanted: wanted, count: count, hub: hub, people: people)

        func inside(_ rule: BitingRule) -> [Int] { suitable.filter { rule.isInside[$0] } }
        func own(_ rule: BitingRule) -> [Int] { inside(rule).filter(extent.isOwn) }
        guard
            let rule = rules.first(where: { !own($0).isEmpty }) ?? rules.first(where: { !inside($0).isEmpty })
                ?? rules.first
        else { return nil }
        self.rule = rule
        let qualifying = inside(rule)
        share = own(rule).isEmpty ? .told : 2 * qualifying.count >= count ? .half : .asHighAsPossible
        shareReason = Self.reason(
            share, hub: hub, rule: rule, qualifying: qualifying, suitable: suitable, count: count, extent: extent)
    }

    private static func reason(asked: Int?, wanted: Int, count: Int, hub: HubKind, people: Int) -> String {
        if count < wanted {
            return count == 1
                ? "Only one site suits it, so 1 hub instead of \(wanted)"
                : "Only \(count) sites suit it, so \(count) hubs instead of \(wanted)"
        }
        if asked != nil { return "\(Words.count(count, "hub")), as asked for" }
        return
            "One hub for each \(peopleForEachHub.grouped) \(hub.people) in the place (\(people.grouped)), "
            + "at least one: our assumption, no official number is known"
    }

    private static func reason(
        _ share: Share, hub: HubKind, rule: BitingRule, qualifying: [Int], suitable: [Int], count: Int,
        extent: PlaceExtent
    ) -> String {
        let candidates = "\(Words.count(suitable.count, "candidate")) for \(hub.article) \(hub.title)"
        let places = "one of \(rule.title)"
        switch share {
        case .half:
            let needed = (count + 1) / 2
            let enough = "Of \(candidates) \(stand(qualifying.count)) in \(places): enough for half of the hubs."
            guard qualifying.count == needed else { return enough }
            let names = qualifying.prefix(3).map { extent.sites[$0].name }.joined(separator: ", ")
            return enough
                + " No more than that, so the rule alone decides where "
                + (needed == 1 ? "one of them stands (\(names))." : "\(needed) of them stand (\(names)).")
                + " With `aim: reportOnly` in its share the plan's share is told and not asked."
        case .asHighAsPossible:
            return
                "Of \(candidates) only \(stand(qualifying.count)) in \(places), too few for half of the hubs: as many as can "
                + "be are asked for."
        case .told where !qualifying.isEmpty:
            let names = qualifying.prefix(3).map { extent.sites[$0].name }.joined(separator: ", ")
            return
                "Of \(candidates) none in \(extent.title) itself stands in \(places), and \(qualifying.count.grouped) across "
                + "its border \(qualifying.count == 1 ? "does" : "do") (\(names)). A share would put hubs there for that "
                + "reason alone, so none is asked for; the plan's is told."
        case .told:
            let nearest = rule.nearest(to: suitable).map {
                " Nearest: \(extent.sites[$0.site].name), \(distance($0.metres)) from the \(rule.kind) \($0.place)."
            }
            return "Of \(candidates) none stands in \(places), so no share is asked for; the plan's is told."
                + (nearest ?? "")
        }
    }

    private static func stand(_ count: Int) -> String { count == 1 ? "1 stands" : "\(count.grouped) stand" }

    /// "320 m", "7.2 km".
    static func distance(_ metres: Double) -> String {
        if metres < 995 { return "\(Int(nearest: metres / 10) * 10) m" }
        let tenths = Int(nearest: metres / 100)
        return tenths % 10 == 0 ? "\(tenths / 10) km" : "\(tenths / 10).\(tenths % 10) km"
    }
}

extension HubKind {
    /// "a" or "an".
    var article: String { title.first.map { "aeiou".contains($0.lowercased()) } == true ? "an" : "a" }
}
