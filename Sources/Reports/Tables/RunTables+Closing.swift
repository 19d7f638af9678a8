internal import HubModel

extension RunTables {
    /// How late each hub's sessions can close; none where no service's times were worked out.
    static func closingColumns(_ view: RunView) -> [Table.Column] {
        guard view.services.contains(where: { !$0.closings.isEmpty }) else { return [] }
        let rest = "by bus or on foot; blank where no closing time does."
        return [
            .number(
                "closing_share", "Share who must get home", unit: "fraction",
                "Of the hub's children, for the two columns that follow."),
            .text(
                "latest_closing_without_car", "Latest closing, homes without a car",
                "The last closing time, at most 24:00, that gets that share of its children from homes without a car home \(rest)"
            ),
            .text(
                "latest_closing", "Latest closing, all homes",
                "The same for all of its children, none of them driven: that share gets home \(rest)"),
        ]
    }

    static func closingCells(_ service: ServiceView, _ hub: HubView, in view: RunView) -> [Table.Cell] {
        guard !closingColumns(view).isEmpty else { return [] }
        guard let closing = service.closings[hub.index] else { return [.none, .none, .none] }
        return [
            .fraction(closing.share), .text(closing.withoutCar.clock ?? ""), .text(closing.everyone.clock ?? ""),
        ]
    }
}
