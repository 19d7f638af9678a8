internal import HubModel

/// How late the sessions of each hub can close, in the section on travel.
enum ClosingTable {
    /// Nothing where it was not worked out.
    static func html(_ view: RunView) -> HTML {
        let services = view.services.filter { !$0.closings.isEmpty }
        guard !services.isEmpty else { return .empty }
        let tables = services.map { table($0, in: view).html }
        return """
            <h3>How late sessions can close</h3>
            <p>The last closing time after which the stated share of the children who go to a hub still get home by bus or on \
            foot on the day of the timetable. Children with no way there and home at all count among those who do not.</p>
            \(tables)
            """
    }

    private static func table(_ service: ServiceView, in view: RunView) -> Table {
        let closes = service.service.closes
        let share = service.hubs.lazy.compactMap { service.closings[$0.index]?.share }.first ?? 0
        return Table(
            caption: "\(service.plural): latest closing that gets \(Words.percent(share)) of the children home"
                + (closes.map { ", planned to close at \($0)" } ?? ""),
            columns: [
                .number("number", "No."), .text("place", view.record.showsPlacesOnly ? "Place" : "Hub"),
                .text("without_car", "Homes without a car"), .text("everyone", "All homes, nobody driven"),
            ],
            rows: service.hubs.enumerated().map { number, hub in
                let closing = service.closings[hub.index]
                return [
                    .whole(number + 1), .text(view.record.showsPlacesOnly ? hub.place : hub.label),
                    .text(words(closing?.withoutCar)), .text(words(closing?.everyone)),
                ]
            },
            heading: 1)
    }

    /// "20:01", "any hour up to midnight", "no hour", "–" without children.
    private static func words(_ group: LatestClosingTime.Group?) -> String {
        guard let group, group.children > 0 else { return "–" }
        return group.minute == 1440 ? "any hour up to midnight" : group.clock ?? "no hour"
    }
}
