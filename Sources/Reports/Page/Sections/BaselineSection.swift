internal import HubModel

/// Who gains and who loses beside today's provision, an earlier run or a list.
enum BaselineSection {
    static func html(_ view: RunView) -> HTML {
        guard let title = view.record.baselineTitle, view.record.change != nil else { return .empty }
        return """
            <section aria-labelledby="beside">
            <h2 id="beside">Beside \(title): who gains, who loses</h2>
            <p>Journeys that are as long to the tenth of a minute count as unchanged. \(view.meansSentence)</p>
            \(view.services.map { part($0, in: view) })</section>

            """
    }

    private static func part(_ service: ServiceView, in view: RunView) -> HTML {
        guard let change = service.change else { return .empty }
        return """
            <h3>\(service.plural)</h3>
            <p>\(sentence(change))</p>
            <figure class="drawing">
            <figcaption>\(service.plural): journeys of households without a car, beside \
            \(view.record.baselineTitle ?? "")</figcaption>
            \(StaticMap.svg(service, in: view, colouring: .change))\(legend(service))</figure>
            \(table(service, change).html)\(shown(service, in: view).html)\(hubs(change, in: view))
            """
    }

    /// For the first page and for here: children, and minutes.
    static func sentence(_ change: PlanDifference.ServiceDifference) -> String {
        func part(_ children: Int64, _ mean: Double?, _ word: String) -> String {
            let who = "\(Words.count(children)) \(children == 1 ? "child" : "children")"
            return "\(who) \(children == 1 ? "has" : "have") a \(word) journey"
                + (mean.map { ", by \(Words.decimal($0, digits: 1)) minutes on average" } ?? "")
        }
        let everyone = change.everyone
        return "\(part(everyone.shorter, everyone.meanSaved, "shorter")); "
            + "\(part(everyone.longer, everyone.meanAdded, "longer")); "
            + "\(Words.count(everyone.same)) \(everyone.same == 1 ? "sees" : "see") no change."
    }

    private static func table(_ service: ServiceView, _ change: PlanDifference.ServiceDifference) -> Table {
        Table(
            caption: "\(service.plural): children who gain and who lose",
            columns: [
                .text("group", "Group"), .number("shorter", "Shorter journey"),
                .number("saved", "Their mean minutes saved"),
                .number("longer", "Longer journey"), .number("added", "Their mean minutes added"),
                .number("same", "No change"),
            ],
            rows: ChangeRow.rows(service, change).map { row in
                [
                    .text(Words.sentence(row.title)), .whole(row.change.shorter), .minutes(row.change.meanSaved),
                    .whole(row.change.longer), .minutes(row.change.meanAdded), .whole(row.change.same),
                ]
            }
        )
    }

    static func legend(_ service: ServiceView) -> HTML {
        let bands = ChangeBands(service.service)
        let classes = (0..<ChangeBands.count).map { band -> HTML in
            "<li><span class=\"swatch c\(band)\"></span> \(bands.title(of: band))</li>\n"
        }
        return """
            <ul class="legend" data-change="\(service.position)" aria-label="Legend">
            \(classes)</ul>

            """
    }

    /// Areas and children by colour.
    private static func shown(_ service: ServiceView, in view: RunView) -> Table {
        let bands = ChangeBands(service.service)
        var areas = [Int](repeating: 0, count: ChangeBands.count)
        var children = [Int64](repeating: 0, count: ChangeBands.count)
        for index in stride(from: 0, to: service.demand.count, by: 2) {
            guard let change = service.minutesAdded(index) else { continue }
            let band = bands.band(of: change)
            areas[band] += 1
            children[band] += service.demand[index].children
        }
        return Table(
            caption: "What that map shows: \(service.plural), areas and children without a car by change",
            columns: [
                .text("change", "Change in minutes there and back (\(view.minutesLabel))"), .number("areas", "Areas"),
                .number("children_without_car", "Children without a car"),
            ],
            rows: (0..<ChangeBands.count).map { band in
                [.text(bands.title(of: band)), .whole(areas[band]), .whole(children[band])]
            }
        )
    }

    static func hubs(_ change: PlanDifference.ServiceDifference, in view: RunView) -> HTML {
        let isClosed = { (site: UInt32) in view.region.sites[Int(site)].status == .closed }
        let new = change.gained.filter { !isClosed($0) }
        let parts = [
            ("New", new), ("Reopened", change.gained.filter(isClosed)), ("Kept", change.kept),
            ("No longer there", change.lost),
        ].compactMap {
            title, sites -> HTML? in
            guard !sites.isEmpty else { return nil }
            let names = sites.map { view.region.label(of: view.region.sites[Int($0)]) }
            return "<li>\(title): \(Words.list(names, atMost: 60))</li>\n"
        }
        return "<ul>\n\(parts)</ul>\n"
    }
}

/// A group of children and how its journeys change, for page and file.
struct ChangeRow {
    let kind: String
    let id: String
    let title: String
    let change: JourneyChange

    static func rows(_ service: ServiceView, _ difference: PlanDifference.ServiceDifference) -> [ChangeRow] {
        let households = zip(Household.allCases, difference.households).map {
            ChangeRow(kind: "household", id: $0.key, title: $0.title, change: $1)
        }
        let everyone = ChangeRow(
            kind: "household", id: "everyone", title: "all households", change: difference.everyone)
        let groups = zip(service.figures.byDisadvantage, difference.byDisadvantage).map {
            ChangeRow(kind: "disadvantage", id: $0.id, title: $0.title, change: $1)
        }
        return households + [everyone] + groups
    }
}
