internal import HubModel

/// Ties in words that need no explanation.
enum TieWords {
    /// "7 of 10 places are firm; 3 are near-ties for residents to settle"; nil where nothing was chosen or looked for.
    static func headline(_ service: ServiceView) -> String? {
        guard let ties = service.ties, ties.chosen > 0 else { return nil }
        let (firm, chosen, near) = (ties.firm, ties.chosen, ties.nearTies)
        if near == 0 { return "\(chosen == 1 ? "The place is" : "All \(Words.count(chosen)) places are") firm" }
        let rest = "\(Words.count(near)) \(near == 1 ? "is a near-tie" : "are near-ties") for residents to settle"
        if chosen == 1 { return "The place is a near-tie for residents to settle" }
        guard firm > 0 else { return "None of the \(Words.count(chosen)) places is firm; \(rest)" }
        return "\(Words.count(firm)) of \(Words.count(chosen)) places \(firm == 1 ? "is" : "are") firm; \(rest)"
    }

    /// Over all services, for the first page: "7 of 10 places are firm; residents settle 3 near-ties."
    static func together(_ view: RunView) -> String? {
        let ties = view.services.compactMap(\.ties)
        let (chosen, firm) = ties.reduce((0, 0)) { ($0.0 + $1.chosen, $0.1 + $1.firm) }
        guard chosen > 0 else { return nil }
        let near = chosen - firm
        let start = "\(Words.count(firm)) of \(Words.count(chosen, "place")) \(firm == 1 ? "is" : "are") firm"
        return near == 0 ? start + "." : start + "; residents settle \(Words.count(near, "near-tie"))."
    }

    /// How settled a hub's place is.
    static func verdict(_ verdict: HubTies.Verdict) -> String {
        switch verdict {
        case .given: "given"
        case .firm: "firm: proved"
        case .firmBySwaps: "firm by single moves, not proved"
        case .nearTie: "near-tie"
        }
    }

    /// For the map: "firm: proved", "near-tie with Halton".
    static func sentence(_ ties: HubTies, in region: Region) -> String {
        let other = otherPlaces(ties, in: region).map { " with \($0)" } ?? ""
        return verdict(ties.verdict) + (ties.verdict == .nearTie ? other : "")
    }

    /// What the error comes to, in the service's own objective: "340 children within reach" or "1,200 minutes in all".
    static func error(_ cost: MoveCost, of service: ServiceView) -> String {
        switch service.request.objective {
        case .reach:
            cost.reached == 0
                ? "\(minutesInAll(cost.tenthMinutes)) minutes in all"
                : "\(Words.count(-cost.reached)) \(cost.reached == -1 ? "child" : "children") within reach"
        case .mean: "\(minutesInAll(cost.tenthMinutes)) minutes in all"
        }
    }

    private static func minutesInAll(_ tenths: Int64) -> String { Words.decimal(Double(tenths) / 10, digits: 0) }

    /// "Ore (2 sites), Halton"; nil where no site elsewhere is interchangeable.
    static func otherPlaces(_ ties: HubTies, in region: Region) -> String? {
        var counts: [(place: String, sites: Int)] = []
        for tie in ties.ties where !tie.isSamePlace {
            let place = region.place(of: region.sites[Int(tie.site)])
            if let known = counts.firstIndex(where: { $0.place == place }) {
                counts[known].sites += 1
            } else {
                counts.append((place, 1))
            }
        }
        if counts.isEmpty, !ties.otherPlan.isEmpty {
            let places = Set(ties.otherPlan.map { region.place(of: region.sites[Int($0)]) }).sorted()
            return "another list without it, with \(Words.list(places, atMost: 4))"
        }
        guard !counts.isEmpty else { return nil }
        return Words.list(
            counts.map { $0.sites == 1 ? $0.place : "\($0.place) (\(Words.count($0.sites)) sites)" }, atMost: 6)
    }

    /// "+0.3 minutes a child on average, 12 children fewer within reach".
    static func cost(_ mean: Double?, _ reached: Int64?) -> String {
        guard let mean, let reached else { return "not known" }
        if mean == 0, reached == 0 { return "nothing" }
        let minutes = "\(mean > 0 ? "+" : "")\(Words.decimal(mean, digits: 2)) minutes on average"
        guard reached != 0 else { return "\(minutes), as many within reach" }
        let children = "\(Words.count(abs(reached))) \(abs(reached) == 1 ? "child" : "children")"
        return "\(minutes), \(children) \(reached > 0 ? "more" : "fewer") within reach"
    }
}

extension ServiceView {
    /// Mean minutes that a sum over this service's children comes to.
    func mean(_ tenths: Int64) -> Double? {
        figures.everyone.children > 0 ? Double(tenths) / Double(figures.everyone.children) / 10 : nil
    }

    /// What is known of a hub's ties.
    func ties(of hub: HubView) -> HubTies? { ties?.hubs.first { $0.site == hub.index } }
}
