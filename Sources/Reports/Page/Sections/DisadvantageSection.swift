internal import HubModel

/// Minutes of children in doubly disadvantaged places, in places that are only deprived, and elsewhere.
enum DisadvantageSection {
    static func html(_ view: RunView) -> HTML {
        let tables = view.services.map { service in
            FiguresTable.table(
                "\(service.plural): minutes by place, all households", first: "Where children live",
                rows: service.figures.byDisadvantage.map { group in
                    .init(
                        title: Words.sentence(group.title), figures: group.figures,
                        today: service.baseline?.byDisadvantage.first { $0.id == group.id }?.figures
                    )
                },
                service: service, in: view
            ).html
        }
        return """
            <section aria-labelledby="disadvantage">
            <h2 id="disadvantage">Who travels how long, by disadvantage</h2>
            <p>\(view.meansSentence) \(meaning(view))</p>
            \(tables)</section>

            """
    }

    private static func meaning(_ view: RunView) -> String {
        var text = ShareWords.meaning(view).map { "\($0) How each decides is told under the rules." } ?? ""
        if let deprived = view.region.deprivedTitle { text += " Deprived: \(Words.ended(deprived))" }
        return text
    }
}
