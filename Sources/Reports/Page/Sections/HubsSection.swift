internal import HubModel

/// Each hub: its place first, then the building, whom it serves and whether it counts for the share.
enum HubsSection {
    static func html(_ view: RunView) -> HTML {
        let tables = view.services.map { service -> HTML in
            "\(table(service, in: view).html)\(note(service))"
        }
        return """
            <section aria-labelledby="hubs">
            <h2 id="hubs">The hubs</h2>
            <p>\(view.record.showsPlacesOnly ? "Buildings are left out of this publication." : buildings) Numbers are those on the map. \(view.meansSentence)</p>
            \(tables)</section>

            """
    }

    private static let buildings =
        "Places come first: the building is one that stands there, not one that has been agreed."

    private static func table(_ service: ServiceView, in view: RunView) -> Table {
        var columns: [Table.Column] = [
            .number("number", "No."), .text("place", "Place"),
        ]
        let hasBuildings = !view.record.showsPlacesOnly
        if hasBuildings { columns.append(.text("name", "Building")) }
        columns += [
            .number("children", "Children nearest to it"),
            .number("mean_minutes_there_and_back", "Their mean minutes (\(view.minutesLabel))"),
        ]
        if let rule = service.rule {
            columns.append(
                .text("standing", rule.isCalledByTitle ? Words.sentence(rule.title) : "Doubly disadvantaged place"))
        }
        let hasOrigins = service.hubs.contains { $0.origin != .chosen }
        if hasOrigins { columns.append(.text("origin", "Why it is here")) }
        if service.change != nil { columns.append(.text("compared", "Beside \(view.record.baselineTitle ?? "today")")) }
        return Table(
            caption: "\(service.plural), by place", columns: columns,
            rows: service.hubs.enumerated().map { number, hub in
                var row: [Table.Cell] = [.whole(number + 1), .text(hub.place)]
                if hasBuildings { row.append(.text(hub.site.name)) }
                row += [.whole(hub.figures.children), .minutes(hub.figures.meanMinutes)]
                if let standing = hub.standing { row.append(.text(words(standing, of: hub))) }
                if hasOrigins { row.append(.text(hub.origin.rawValue)) }
                if let compared = service.compared(hub) { row.append(.text(compared)) }
                return row
            },
            heading: 1
        )
    }

    /// "inside Sidley", "outside", "outside, borderline: 12 metres from the boundary".
    private static func words(_ standing: SiteStanding, of hub: HubView) -> String {
        var text = standing.inside ? "inside" + (hub.qualifyingPlace.map { " \($0)" } ?? "") : "outside"
        if standing.borderline {
            text += ", borderline"
            if let metres = standing.metresToBoundary {
                text += ": \(Words.decimal(metres, digits: 0)) metres from the boundary"
            }
        }
        return text
    }

    private static func note(_ service: ServiceView) -> HTML {
        guard let rule = service.rule, service.hubs.contains(where: { $0.standing?.borderline ?? false }) else {
            return .empty
        }
        return """
            <p class="note">Borderline: nearer than \(Words.decimal(rule.accuracy, digits: 0)) metres to the boundary of a \
            qualifying place, which is as exact as boundary and coordinates are. It is counted as the rule says and could \
            be on either side.</p>

            """
    }
}
