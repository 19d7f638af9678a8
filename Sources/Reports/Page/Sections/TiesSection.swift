internal import HubModel

/// Which places are firm, and which sites could stand in for each other within the error of the data.
enum TiesSection {
    static func html(_ view: RunView) -> HTML {
        guard view.services.contains(where: { $0.ties != nil }) else { return .empty }
        let parameter = view.record.request.ties.parameter
        return """
            <section aria-labelledby="ties">
            <h2 id="ties">Firm places, and ties for residents to settle</h2>
            <p>Minutes are estimates, so some sites cannot be told apart. A site counts as interchangeable with a hub when \
            moving that one hub there keeps every rule and costs no more than an error of \
            \(Words.plain(parameter.value)) per cent in the minutes to the hub would. Each such cost is exact for the data \
            as they are. A place is firm when no site elsewhere is interchangeable with its hub, and proved firm when every \
            list without a hub in that place costs more than that error.</p>
            \(view.services.map { part($0, in: view) })</section>

            """
    }

    private static func part(_ service: ServiceView, in view: RunView) -> HTML {
        guard let ties = service.ties, let headline = TieWords.headline(service) else { return .empty }
        let ruledOut: HTML =
            ties.others == 0
            ? .empty
            : """
            <p class="note">Of the \(Words.count(ties.others)) other sites, \(Words.count(ties.ruledOut)) are in no list \
            that comes within the error of this one: proved.</p>

            """
        return """
            <h3>\(service.plural): \(Words.midSentence(headline))</h3>
            \(table(service, in: view).html)\(ruledOut)\(sites(service, in: view))
            """
    }

    private static func table(_ service: ServiceView, in view: RunView) -> Table {
        Table(
            caption: "\(service.plural): how settled each place is",
            columns: [
                .text("number", "No."), .text("place", "Place"), .text("verdict", "Settled?"),
                .text("elsewhere", "Interchangeable elsewhere"), .number("here", "Other sites in the same place"),
                .text("error", "What the error comes to"),
            ],
            rows: service.hubs.enumerated().compactMap { number, hub in
                guard let ties = service.ties(of: hub) else { return nil }
                let isGiven = ties.verdict == .given
                return [
                    .whole(number + 1), .text(hub.place),
                    .text(isGiven ? hub.origin.rawValue : TieWords.verdict(ties.verdict)),
                    .text(isGiven ? "" : TieWords.otherPlaces(ties, in: view.region) ?? "none"),
                    isGiven ? .none : .whole(ties.ties.count { $0.isSamePlace }),
                    .text(isGiven ? "" : TieWords.error(ties.error, of: service)),
                ]
            },
            heading: 1
        )
    }

    /// The sites themselves, ten a hub; `ties.csv` has them all.
    private static func sites(_ service: ServiceView, in view: RunView) -> HTML {
        let items = service.hubs.enumerated().compactMap { number, hub -> HTML? in
            guard let ties = service.ties(of: hub), !ties.ties.isEmpty else { return nil }
            let sites = ties.ties.prefix(10).map { tie in
                let site = view.region.sites[Int(tie.site)]
                let cost = TieWords.cost(service.mean(tie.cost.tenthMinutes), tie.cost.reached)
                return "\(view.region.label(of: site)) (\(cost))"
            }
            let more = ties.ties.count > 10 ? "; and \(Words.count(ties.ties.count - 10)) more" : ""
            return "<li>\(number + 1). \(hub.label): \(sites.joined(separator: "; "))\(more)</li>\n"
        }
        guard !items.isEmpty else { return .empty }
        return """
            <details>
            <summary>Interchangeable sites of \(service.plural), with what a move costs</summary>
            <ul>
            \(items)</ul>
            </details>

            """
    }
}
