internal import HubModel

extension RunTables {
    /// Whom each hub serves by the rule of its share; none where it was not worked out for every service.
    static func servingColumns(_ view: RunView) -> [Table.Column] {
        guard hasServing(view) else { return [] }
        return [
            .whole("served", "Served", unit: "children", "Those nearest to it and within the limit."),
            .whole(
                "served_living_inside", "Served, living inside", unit: "children",
                "Those of them who live in places of the share's rule."),
            .text(
                "mostly_outsiders", "Mostly outsiders",
                "Deprecated: serves_mostly_outsiders and look_again take its place. yes for a hub just inside a boundary of "
                    + "which more than half of those served live outside."),
        ]
    }

    /// The same flag taken apart: whom a hub serves, and where it stands.
    static func outsiderColumns(_ view: RunView) -> [Table.Column] {
        guard hasServing(view) else { return [] }
        return [
            .text(
                "serves_mostly_outsiders", "Serves mostly outsiders",
                "yes where more than half of those served live outside the places of the share's rule, otherwise no; blank "
                    + "where nobody is served."),
            .text(
                "look_again", "Look again",
                "yes where such a hub stands just inside a boundary of those places, otherwise no."),
        ]
    }

    static func servingCells(_ hub: HubView, of service: ServiceView, in view: RunView) -> [Table.Cell] {
        guard hasServing(view) else { return [] }
        guard let serving = service.share?.serving, let own = serving.hubs.first(where: { $0.site == hub.index }) else {
            return [.none, .none, .text("")]
        }
        return [
            .whole(own.reached), .whole(own.reachedInside),
            .text(serving.flagged.contains(hub.index) ? "yes" : ""),
        ]
    }

    static func outsiderCells(_ hub: HubView, of service: ServiceView, in view: RunView) -> [Table.Cell] {
        guard hasServing(view) else { return [] }
        guard let serving = service.share?.serving, let own = serving.hubs.first(where: { $0.site == hub.index }) else {
            return [.text(""), .text("")]
        }
        return [
            .text(own.reached == 0 ? "" : own.servesMostlyOutsiders ? "yes" : "no"),
            .text(serving.flagged.contains(hub.index) ? "yes" : "no"),
        ]
    }

    private static func hasServing(_ view: RunView) -> Bool {
        view.services.contains { $0.share?.serving != nil }
    }
}
