internal import HubModel

/// Which places are firm, and which sites could stand in for each other within the error of the data.
enum TiesSection {
    static func html(_ view: RunView) -> HTML {
        guard view.services.contains(where: { $0.ties != nil }) else { return .empty }
        let parameter = view.record.request.ties.parameter
        return """
            <section aria-labelledby="ties">
            <h2 id="ties">Firm places, and ties for residents to settle</h2>
            <p>Minutes are estimates, so some sites cannot be told apart. Two sites are interchangeable when moving a hub from \
            one to the other keeps every rule and makes no more difference than an error of \
            \(Words.plain(parameter.value)) per cent in the minutes to the hub would. Where such a site stands nearby, in a \
            place from which families without a car reach the hub within the limit, the place is a <strong>near-tie</strong>: \
            the figures cannot say which is better, and residents can. Where only sites far away would do as well for the \
            whole, the hub would serve other people: that is for whoever decides on the whole list. A place is \
            <strong>firm</strong> when nothing elsewhere is interchangeable with its hub, and proved firm when every list \
            that keeps the rules and has no hub there is worse by more than that error. Where no list without a hub there \
            keeps the rules, the rules settle the place, and not the minutes.</p>
            \(view.services.map { part($0, in: view) })</section>

            """
    }

    private static func part(_ service: ServiceView, in view: RunView) -> HTML {
        guard let ties = service.ties, let headline = TieWords.headline(service) else { return .empty }
        return """
            <h3>\(service.plural): \(Words.midSentence(headline))</h3>
            \(table(service, in: view).html)\(others(ties))\(sites(service, in: view))
            """
    }

    /// Sites without a hub that no list within the error has: by the rules, or by their cost.
    private static func others(_ ties: ServiceTies) -> HTML {
        let sites = "\(Words.count(ties.others)) other possible \(ties.others == 1 ? "site" : "sites")"
        var sentences: [String] = []
        if ties.notAllowed > 0 {
            sentences.append(
                ties.notAllowed == ties.others
                    ? "No list with \(ties.others == 1 ? "the one" : "any of the \(Words.count(ties.others))") other possible "
                        + "\(ties.others == 1 ? "site" : "sites") keeps the rules, whatever its minutes."
                    : "With \(Words.count(ties.notAllowed)) of the \(sites) no list keeps the rules, whatever its minutes."
            )
        }
        if ties.ruledOut > 0 {
            sentences.append(
                "\(Words.count(ties.ruledOut)) of the \(sites) \(ties.ruledOut == 1 ? "is" : "are") out of the question: every "
                    + "list that keeps the rules and has one of them is worse by more than the error.")
        }
        guard !sentences.isEmpty else { return .empty }
        return "<p class=\"note\">\(sentences.joined(separator: " ")) This is proved.</p>\n"
    }

    private static func table(_ service: ServiceView, in view: RunView) -> Table {
        Table(
            caption: "\(service.plural): how settled each place is",
            columns: [
                .text("number", "No."), .text("place", "Place"), .text("verdict", "Settled?"),
                .text("nearby", "Could as well stand nearby in"), .number("here", "Other sites in the same place"),
                .number("far", "Sites far away that would do"), .text("error", "Differences up to this do not count"),
            ],
            rows: service.hubs.enumerated().compactMap { number, hub in
                guard let ties = service.ties(of: hub) else { return nil }
                let isGiven = ties.verdict == .given
                return [
                    .whole(number + 1), .text(hub.place),
                    .text(isGiven ? hub.origin.rawValue : TieWords.verdict(ties.verdict)),
                    .text(isGiven ? "" : TieWords.places(ties, in: view.region) ?? "none"),
                    isGiven ? .none : .whole(ties.ties.count { $0.isSamePlace }),
                    isGiven ? .none : .whole(ties.ties.count { !$0.isSamePlace && !$0.isNearby }),
                    .text(isGiven ? "" : TieWords.error(ties.error, of: service)),
                ]
            },
            heading: 1
        )
    }

    /// The sites nearby, ten a hub; `ties.csv` has them all, and those far away.
    private static func sites(_ service: ServiceView, in view: RunView) -> HTML {
        let items = service.hubs.enumerated().compactMap { number, hub -> HTML? in
            let near = service.ties(of: hub)?.ties.filter { $0.isSamePlace || $0.isNearby } ?? []
            guard !near.isEmpty else { return nil }
            let sites = near.prefix(10).map { tie in
                let site = view.region.sites[Int(tie.site)]
                let cost = TieWords.cost(service.mean(tie.cost.tenthMinutes), tie.cost.reached)
                return "\(view.region.label(of: site)) (\(cost))"
            }
            let more = near.count > 10 ? "; and \(Words.count(near.count - 10)) more in ties.csv" : ""
            return "<li>\(number + 1). Instead of \(hub.label): \(sites.joined(separator: "; "))\(more)</li>\n"
        }
        guard !items.isEmpty else { return .empty }
        return """
            <details>
            <summary>Interchangeable sites nearby, with what a move costs: \(service.plural)</summary>
            <ul>
            \(items)</ul>
            </details>

            """
    }
}
