internal import HubModel

/// How families travel to their hub and home, what they pay, and who cannot: each told apart.
enum TravelSection {
    /// Nothing where it was not worked out.
    static func html(_ view: RunView) -> HTML {
        let tables = view.services.filter { !$0.households.isEmpty }.map { table($0, in: view).html }
        guard !tables.isEmpty else { return .empty }
        return """
            <section aria-labelledby="travel">
            <h2 id="travel">How families travel</h2>
            <p>To their hub and home again. Minutes here are those on the clock, without money and without the weight that \
            walking and waiting have elsewhere; minutes and pounds are means of those who can travel. Who cannot get to \
            the hub and home at all is counted apart.</p>
            \(tables)\(ClosingTable.html(view))</section>

            """
    }

    private static func table(_ service: ServiceView, in view: RunView) -> Table {
        let modes = JourneyMode.allCases.enumerated().filter { place, mode in
            mode != .asImported || service.households.contains { $0.byMode[place] > 0 }
        }.map(\.element)
        return Table(
            caption: "\(service.plural): how families travel",
            columns: [.text("household", "Household"), .number("children", "Children")]
                + modes.map { .number($0.rawValue, Words.sentence($0.title)) }
                + [
                    .number("minutes", "Mean minutes on the clock"), .number("visit", "Mean cost of a visit"),
                    .number("year", "Mean cost of a year of visits"),
                    .number("cannot", "Children who cannot get there and home"),
                    .number("share_cannot", "Their share"),
                ],
            rows: service.households.map { travel in
                [.text(Words.sentence(travel.household.title)), .whole(travel.children)]
                    + modes.map { .fraction(travel.share($0)) }
                    + [
                        .minutes(travel.clockMinutes), .pounds(travel.poundsPerVisit),
                        .pounds(travel.poundsPerYear), .whole(travel.cannotTravel),
                        .fraction(travel.shareCannotTravel),
                    ]
            })
    }
}
