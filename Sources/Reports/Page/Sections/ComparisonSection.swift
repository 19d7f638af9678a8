internal import HubModel

/// For a list that somebody brought: what each entry was taken for, and how the list stands beside the best one known.
enum ComparisonSection {
    static func html(_ view: RunView) -> HTML {
        guard view.record.isMeasuredList else { return .empty }
        return """
            <section aria-labelledby="comparison">
            <h2 id="comparison">This list beside the best one known</h2>
            \(beside(view))\(matching(view))</section>

            """
    }

    private static func beside(_ view: RunView) -> HTML {
        guard let best = view.record.comparison else {
            return "<p>No other list was sought, so it is not known how much better one could do.</p>\n"
        }
        let tables = view.services.map { service -> HTML in
            let other = best.figures.services[service.position]
            return """
                \(figures(service, best: other, in: view).html)\(differences(service, best: other, in: view))
                """
        }
        return """
            <p>\(ProofWords.sentence(view.record)) Of the best list known: \
            \(Words.midSentence(ProofWords.sentence(gap: best.solution.gap))) \(view.meansSentence)</p>
            \(tables)
            """
    }

    private static func figures(_ service: ServiceView, best: ServiceFigures, in view: RunView) -> Table {
        FiguresTable.table(
            "\(service.plural): this list and the best one known", first: "List and household",
            rows: [
                .init(title: "This list, without a car", figures: service.figures.withoutCar),
                .init(title: "Best known, without a car", figures: best.withoutCar),
                .init(title: "This list, all households", figures: service.figures.everyone),
                .init(title: "Best known, all households", figures: best.everyone),
            ],
            service: service, in: view
        )
    }

    private static func differences(_ service: ServiceView, best: ServiceFigures, in view: RunView) -> HTML {
        let mine = Set(service.figures.hubs.map(\.site))
        let others = Set(best.hubs.map(\.site))
        let dropped = mine.subtracting(others).sorted()
        let added = others.subtracting(mine).sorted()
        guard !dropped.isEmpty || !added.isEmpty else { return "<p>Both hold the same hubs.</p>\n" }
        return """
            <p>\(Words.count(mine.intersection(others).count, "hub")) in both.</p>
            \(list("Only in this list", dropped, in: view))\(list("Only in the best list known", added, in: view))
            """
    }

    private static func list(_ title: String, _ sites: [UInt32], in view: RunView) -> HTML {
        guard !sites.isEmpty else { return .empty }
        let items = sites.map { index -> HTML in
            let site = view.region.sites[Int(index)]
            return "<li>\(view.region.label(of: site))</li>\n"
        }
        return "<h3>\(title)</h3>\n<ul>\n\(items)</ul>\n"
    }

    private static func matching(_ view: RunView) -> HTML {
        guard !view.record.matching.isEmpty else { return .empty }
        return Table(
            caption: "How the entries of the list were found",
            columns: [
                .text("service", "For"), .text("entry", "Entry"), .text("place", "Place"), .text("site", "Taken for"),
                .text("distance", "Distance"),
            ],
            rows: view.record.matching.map { match in
                let site = view.region.sites[Int(match.site)]
                return [
                    .text(view.services[match.service].plural), .text(match.entry), .text(view.place(of: site)),
                    .text(site.name),
                    .text(match.metres.map { "\(Words.decimal($0, digits: 0)) metres" } ?? "by its id"),
                ]
            },
            heading: 1
        ).html
    }
}
