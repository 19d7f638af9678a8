internal import HubModel

/// Ties in words that need no explanation.
enum TieWords {
    /// "7 of 10 places are firm; 2 are near-ties for residents to settle; 1 could as well be far away"; places that the rules
    /// leave no choice about are told apart from firm ones. nil where nothing was chosen or looked for.
    static func headline(_ service: ServiceView) -> String? {
        guard let ties = service.ties, ties.chosen > 0 else { return nil }
        let chosen = ties.chosen
        if chosen == 1 {
            if ties.only == 1 { return "The rules leave no other place" }
            if ties.firm == 1 { return "The place is firm" }
            return ties.nearTies == 1
                ? "The place is a near-tie for residents to settle" : "The place could as well be one far away"
        }
        if ties.only == chosen { return "The rules leave no places but these \(Words.count(chosen))" }
        if ties.firm == chosen { return "All \(Words.count(chosen)) places are firm" }
        let firm =
            ties.firm == 0
            ? "None of the \(Words.count(chosen)) places is firm"
            : "\(Words.count(ties.firm)) of \(Words.count(chosen)) places \(ties.firm == 1 ? "is" : "are") firm"
        var parts = [firm]
        if ties.only > 0 { parts.append("for \(Words.count(ties.only)) the rules leave no other") }
        if ties.nearTies > 0 {
            parts.append(
                "\(Words.count(ties.nearTies)) \(ties.nearTies == 1 ? "is a near-tie" : "are near-ties") for residents to settle"
            )
        }
        if ties.farTies > 0 { parts.append("\(Words.count(ties.farTies)) could as well be far away") }
        return parts.joined(separator: "; ")
    }

    /// Over all services, for the first page: "7 of 10 places are firm; residents settle 2 near-ties; 1 could be far away."
    static func together(_ view: RunView) -> String? {
        let ties = view.services.compactMap(\.ties)
        let chosen = ties.reduce(0) { $0 + $1.chosen }
        let firm = ties.reduce(0) { $0 + $1.firm }
        let near = ties.reduce(0) { $0 + $1.nearTies }
        let far = ties.reduce(0) { $0 + $1.farTies }
        let only = ties.reduce(0) { $0 + $1.only }
        guard chosen > 0 else { return nil }
        if only == chosen {
            return only == 1 ? "The rules leave no other place." : "The rules leave no other places."
        }
        if chosen == 1 {
            return firm == 1
                ? "The place is firm."
                : near == 1
                    ? "The place is a near-tie for residents to settle." : "The place could as well be one far away."
        }
        let places = Words.count(chosen, "place")
        var parts = [
            firm == 0
                ? "None of \(places) is firm" : "\(Words.count(firm)) of \(places) \(firm == 1 ? "is" : "are") firm"
        ]
        if only > 0 { parts.append("for \(Words.count(only)) the rules leave no other") }
        if near > 0 { parts.append("residents settle \(Words.count(near, "near-tie"))") }
        if far > 0 { parts.append("\(Words.count(far)) could as well be far away") }
        return parts.joined(separator: "; ") + "."
    }

    /// How settled a hub's place is.
    static func verdict(_ verdict: HubTies.Verdict) -> String {
        switch verdict {
        case .given: "given"
        case .only: "no other place keeps the rules"
        case .firm: "firm: proved"
        case .firmBySwaps: "firm by single moves, not proved"
        case .nearTie: "near-tie"
        case .farTie: "best nearby, but one far away would do as well"
        }
    }

    /// For the map: "firm: proved", "near-tie with Halton".
    static func sentence(_ ties: HubTies, in region: Region) -> String {
        let other = places(ties, in: region).map { " with \($0)" } ?? ""
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

    /// Other places nearby that hold interchangeable sites: "Ore (2 sites), Halton"; nil for none.
    static func places(_ ties: HubTies, in region: Region) -> String? {
        var counts: [(place: String, sites: Int)] = []
        for tie in ties.ties where !tie.isSamePlace && tie.isNearby {
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
        let children = "\(Words.count(reached.magnitude)) \(reached.magnitude == 1 ? "child" : "children")"
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
