internal import HubModel

/// Where hubs stand and whom they serve: two shares that are easily taken for one.
enum ServingTable {
    static func html(_ view: RunView) -> HTML {
        let rows = view.services.flatMap { service in
            service.figures.shares.compactMap { share in share.serving.map { (service, share, $0) } }
        }
        guard !rows.isEmpty else { return .empty }
        let flagged = rows.filter { service, share, serving in
            share.rule == service.request.shareRule && !serving.flagged.isEmpty
        }
        return """
            \(table(rows, in: view).html)\
            <p class="note">Served: children within the limit of the hub nearest to them. \
            A hub can stand in such a place and serve mostly children from elsewhere.</p>
            \(flagged.map { service, share, serving in note(service, serving, view.region.rules[share.rule], in: view) })
            """
    }

    private static func table(_ rows: [(ServiceView, ShareFigures, ServingFigures)], in view: RunView) -> Table {
        Table(
            caption: "Located in \(ShareWords.places(view)), and serving children who live there",
            columns: [
                .text("service", "Hubs"), .text("rule", "Definition"), .number("inside", "Hubs located inside"),
                .number("hubs", "Of"), .number("served", "Children served"),
                .number("served_inside", "Living inside"), .number("share", "Share of those served"),
                .number("mostly", "Hubs that serve mostly them"),
            ],
            rows: rows.map { service, share, serving in
                [
                    .text(service.plural), .text(view.region.rules[share.rule].title), .whole(share.inside),
                    .whole(share.hubs), .whole(serving.reached), .whole(serving.reachedInside),
                    .fraction(serving.share), .whole(serving.mostlyInside),
                ]
            },
            heading: 1)
    }

    private static func note(
        _ service: ServiceView, _ serving: ServingFigures, _ rule: DisadvantageRule, in view: RunView
    ) -> HTML {
        let names = serving.flagged.map { view.region.label(of: view.region.sites[Int($0)]) }
        return """
            <p class="note"><strong>Look at these again:</strong> \(Words.list(names, atMost: 20)). They stand inside, at \
            most \(Words.decimal(rule.edge, digits: 0)) metres from the boundary where that is known, and more than half of \
            the children they serve live outside (\(service.plural)).</p>

            """
    }
}
