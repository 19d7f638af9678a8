internal import HubModel

extension ResultDocument {
    /// How the families of a service travel; empty where it was not worked out.
    static func households(_ view: ServiceView) -> JSON {
        .array(
            view.households.map { travel in
                .object([
                    ("household", .text(travel.household.key)), ("children", .whole(travel.children)),
                    (
                        "modes",
                        .object(
                            zip(JourneyMode.allCases, travel.byMode).map { mode, children in
                                (mode.rawValue, .whole(children))
                            })
                    ),
                    ("cannotTravel", .whole(travel.cannotTravel)),
                    ("clockMinutes", .optional(travel.clockMinutes, JSON.number)),
                    ("poundsPerVisit", .optional(travel.poundsPerVisit, JSON.number)),
                    ("poundsPerYear", .optional(travel.poundsPerYear, JSON.number)),
                ])
            })
    }

    /// How late a hub's sessions can close.
    static func latestClosing(_ closing: LatestClosingTime) -> JSON {
        .object([
            ("share", .number(closing.share)),
            ("withoutCar", .optional(closing.withoutCar.clock, JSON.text)),
            ("everyone", .optional(closing.everyone.clock, JSON.text)),
        ])
    }
}
