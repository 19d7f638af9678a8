internal import HubModel

extension ResultDocument {
    /// One service: what was asked, the plan, and every figure of it.
    static func service(_ view: ServiceView, in run: RunView) -> JSON {
        .object(asked(view) + found(view, in: run) + [("ties", ties(view, in: run.region))] + told(view, in: run))
    }

    private static func asked(_ view: ServiceView) -> [(String, JSON)] {
        [
            ("id", .text(view.service.id)),
            ("title", .text(view.service.title)),
            ("people", .text(view.service.people)),
            ("weight", .text(view.service.weightTitle)),
            ("reachLimitMinutes", .number(Double(view.service.reachLimit) / 10)),
            ("outOfReachLimitMinutes", .number(Double(view.service.outOfReachLimit) / 10)),
            ("count", .whole(view.request.count)),
            ("objectiveKind", .text(view.request.objective.rawValue)),
            ("shareAsked", .text(ShareWords.asked(view))),
            ("parameters", .array(view.service.parameters.map(ResultDocument.parameter))),
        ]
    }

    private static func found(_ view: ServiceView, in run: RunView) -> [(String, JSON)] {
        let bound: JSON = .optional(view.outcome?.bound, JSON.whole)
        let hubs = view.hubs.enumerated().map { index, item in hub(item, number: index + 1, in: view) }
        return [
            ("objective", .whole(view.figures.objective)),
            ("bound", bound),
            ("gap", .optional(view.outcome?.gap, JSON.number)),
            ("mostReached", .optional(view.outcome?.mostReached, JSON.whole)),
            ("plan", .array(view.hubs.map { .text($0.site.id) })),
            ("hubs", .array(hubs)),
            ("shares", .array(view.figures.shares.map { share($0, in: run.region) })),
            ("rules", .array(view.figures.rules.map(rule))),
        ]
    }

    private static func told(_ view: ServiceView, in run: RunView) -> [(String, JSON)] {
        let figures = view.figures
        let distribution: [(String, JSON)] = [
            ("binMinutes", .whole(10)),
            ("withoutCar", .array(figures.distribution.map { .whole($0.withoutCar) })),
            ("withCar", .array(figures.distribution.map { .whole($0.withCar) })),
        ]
        return [
            ("withoutCar", travel(figures.withoutCar)),
            ("withCar", travel(figures.withCar)),
            ("everyone", travel(figures.everyone)),
            ("asWithoutCar", travel(figures.asWithoutCar)),
            ("byDisadvantage", .array(figures.byDisadvantage.map(group))),
            ("groups", .array(view.groups.map { shown($0, figures: $0.plan) })),
            ("distribution", .object(distribution)),
            ("households", households(view)),
            (
                "today",
                .optional(run.record.baselineTitle == "today" ? view.baseline : nil) { today($0, groups: view.groups) }
            ),
        ]
    }

    static func travel(_ figures: TravelFigures) -> JSON {
        .object([
            ("children", .whole(figures.children)),
            ("meanMinutes", .optional(figures.meanMinutes, JSON.number)),
            ("medianMinutes", .number(Double(figures.median) / 10)),
            ("ninetiethMinutes", .number(Double(figures.ninetieth) / 10)),
            ("reached", .whole(figures.reached)),
            ("shareReached", .optional(figures.shareReached, JSON.number)),
            ("outOfReach", .whole(figures.outOfReach)),
        ])
    }

    static func rule(_ check: RuleCheck) -> JSON {
        .object([
            ("title", .text(check.title)), ("found", .whole(check.found)), ("least", .whole(check.least)),
            ("most", .optional(check.most, JSON.whole)), ("kept", .bool(check.isKept)),
        ])
    }

    private static func hub(_ hub: HubView, number: Int, in view: ServiceView) -> JSON {
        .object([
            ("number", .whole(number)),
            ("id", .text(hub.site.id)),
            ("name", .text(hub.site.name)),
            ("place", .text(hub.place)),
            ("x", .number(hub.site.point.x)),
            ("y", .number(hub.site.point.y)),
            ("origin", .text(hub.origin.rawValue)),
            ("inside", .optional(hub.standing) { .bool($0.inside) }),
            ("borderline", .optional(hub.standing) { .bool($0.borderline) }),
            ("metresToBoundary", .optional(hub.standing?.metresToBoundary, JSON.number)),
            ("children", .whole(hub.figures.children)),
            ("meanMinutes", .optional(hub.figures.meanMinutes, JSON.number)),
            ("latestClosing", .optional(view.closings[hub.index], latestClosing)),
        ])
    }

    private static func share(_ share: ShareFigures, in region: Region) -> JSON {
        .object([
            ("rule", .whole(share.rule)), ("hubs", .whole(share.hubs)), ("inside", .whole(share.inside)),
            ("borderlineInside", .whole(share.borderlineInside)),
            ("borderlineOutside", .whole(share.borderlineOutside)),
            ("required", .optional(share.required, JSON.whole)),
            ("serving", .optional(share.serving) { serving($0, in: region) }),
        ])
    }

    private static func serving(_ serving: ServingFigures, in region: Region) -> JSON {
        .object([
            ("reached", .whole(serving.reached)), ("reachedInside", .whole(serving.reachedInside)),
            ("share", .optional(serving.share, JSON.number)), ("hubsMostlyInside", .whole(serving.mostlyInside)),
            ("flagged", .array(serving.flagged.map { .text(region.sites[Int($0)].id) })),
        ])
    }

    private static func group(_ group: GroupFigures) -> JSON {
        .object([("id", .text(group.id)), ("title", .text(group.title)), ("figures", travel(group.figures))])
    }

    private static func shown(_ group: ShownGroup, figures: ShownFigures) -> JSON {
        .object([
            ("id", .text(group.id)), ("title", .text(group.title)),
            ("family", .optional(group.family, JSON.text)),
            (
                "figures",
                .object([
                    ("children", .optional(figures.children.number, JSON.whole)),
                    ("meanMinutes", .optional(figures.meanMinutes.number, JSON.number)),
                    ("medianMinutes", .optional(figures.median.number) { .number(Double($0) / 10) }),
                    ("ninetiethMinutes", .optional(figures.ninetieth.number) { .number(Double($0) / 10) }),
                    ("reached", .optional(figures.reached.number, JSON.whole)),
                    ("shareReached", .optional(figures.shareReached.number, JSON.number)),
                    ("outOfReach", .optional(figures.outOfReach.number, JSON.whole)),
                    ("withheld", .array(figures.withheld.map(JSON.text))),
                ])
            ),
        ])
    }

    private static func today(_ figures: ServiceFigures, groups: [ShownGroup]) -> JSON {
        .object([
            ("hubs", .whole(figures.hubs.count)),
            ("withoutCar", travel(figures.withoutCar)),
            ("withCar", travel(figures.withCar)),
            ("everyone", travel(figures.everyone)),
            ("asWithoutCar", travel(figures.asWithoutCar)),
            ("byDisadvantage", .array(figures.byDisadvantage.map(group))),
            ("groups", .array(groups.compactMap { group in group.today.map { shown(group, figures: $0) } })),
        ])
    }
}
