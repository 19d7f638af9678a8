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
                "yes for a hub just inside a boundary of which more than half of those served live outside."),
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

    private static func hasServing(_ view: RunView) -> Bool {
        view.services.contains { $0.share?.serving != nil }
    }
}
