internal import HubModel

/// What residents asked for, what became of it, and what honouring each costs.
enum VoicesSection {
    static func html(_ view: RunView) -> HTML {
        guard !view.record.request.voices.isEmpty else { return .empty }
        return """
            <section aria-labelledby="voices">
            <h2 id="voices">What residents said</h2>
            <p>A veto rules a site out. Support and objections decide between interchangeable sites only. The cost is that of \
            doing as the voice asks, beside the best list that need not; “exact” where both lists are proved, otherwise from \
            the best lists known.</p>
            \(moves(view))\(table(view).html)</section>

            """
    }

    private static func moves(_ view: RunView) -> HTML {
        guard !view.record.moves.isEmpty else { return .empty }
        let items = view.record.moves.map { move -> HTML in
            let service = view.services[move.service]
            let (from, to) = (view.region.sites[Int(move.from)], view.region.sites[Int(move.to)])
            return """
                <li>\(Words.sentence(service.service.title)) moved from \(view.region.label(of: from)) to \
                \(view.region.label(of: to)): \(TieWords.cost(service.mean(move.cost.tenthMinutes), move.cost.reached)).</li>

                """
        }
        return "<p>Ties that voices settled:</p>\n<ul>\n\(items)</ul>\n"
    }

    private static func table(_ view: RunView) -> Table {
        let hasNames = view.record.request.voices.contains { !$0.who.isEmpty }
        var columns: [Table.Column] = [
            .text("where", "Site or place"), .text("stance", "Asks"), .text("service", "For"),
            .text("state", "What became of it"), .text("cost", "What honouring it costs"), .text("exact", "How sure"),
        ]
        if hasNames {
            columns += [.text("who", "Who"), .text("date", "Date"), .text("reason", "Reason")]
        }
        return Table(
            caption: "Voices, in the order of their rows", columns: columns,
            rows: VoiceRow.rows(view).map { row in
                var cells: [Table.Cell] = [
                    .text(row.target), .text(row.asks), .text(view.services[row.service].plural), .text(row.state),
                    .text(row.costWords), .text(row.sureness),
                ]
                if hasNames { cells += [.text(row.voice.who), .text(row.voice.date), .text(row.voice.reason)] }
                return cells
            }
        )
    }
}

/// One voice for one service, for page and file.
struct VoiceRow {
    let voice: Voice
    let service: Int
    /// The place, and the building where the row names one.
    let target: String
    let outcome: VoiceOutcome?

    static func rows(_ view: RunView) -> [VoiceRow] {
        view.record.request.voices.enumerated().flatMap { index, voice in
            voice.services.map { service in
                VoiceRow(
                    voice: voice, service: service,
                    target: voice.place ?? voice.sites.first.map { view.region.label(of: view.region.sites[Int($0)]) }
                        ?? "",
                    outcome: view.record.voices.first { $0.voice == index && $0.service == service })
            }
        }
    }

    var asks: String {
        switch voice.stance {
        case .support: "a hub here"
        case .object: "no hub here, if another will do"
        case .veto: "no hub here: binding"
        }
    }

    var state: String {
        switch outcome?.state {
        case .honoured: outcome?.isByMove == true ? "honoured: it settled a tie" : "honoured"
        case .notHonoured: "not honoured"
        case .impossible: "no list that keeps the rules can do it"
        case nil: voice.sites.isEmpty ? "no candidate site stands there" : "not looked at"
        }
    }

    var costWords: String {
        guard let cost = outcome?.cost else { return "–" }
        return TieWords.cost(cost.meanMinutes, cost.reached)
    }

    var sureness: String {
        guard let cost = outcome?.cost else { return "–" }
        if cost.isExact { return "exact" }
        return cost.least > 0 ? "at least something, by the bound" : "from the best lists known"
    }
}
