internal import HubModel

extension ResultDocument {
    /// How settled each place of a service is; null where it was not looked for.
    static func ties(_ view: ServiceView, in region: Region) -> JSON {
        .optional(view.ties) { ties in
            .object([
                ("chosen", .whole(ties.chosen)), ("only", .whole(ties.only)), ("firm", .whole(ties.firm)),
                ("proved", .whole(ties.proved)),
                ("nearTies", .whole(ties.nearTies)), ("farTies", .whole(ties.farTies)), ("others", .whole(ties.others)),
                ("notAllowed", .whole(ties.notAllowed)), ("ruledOut", .whole(ties.ruledOut)),
                (
                    "hubs",
                    .array(view.hubs.compactMap { hub in view.ties(of: hub).map { entry($0, hub, view, region) } })
                ),
            ])
        }
    }

    private static func entry(_ ties: HubTies, _ hub: HubView, _ view: ServiceView, _ region: Region) -> JSON {
        .object([
            ("id", .text(hub.site.id)), ("place", .text(hub.place)), ("verdict", .text(ties.verdict.rawValue)),
            ("error", cost(ties.error, view)),
            (
                "ties",
                .array(
                    ties.ties.map { tie in
                        let site = region.sites[Int(tie.site)]
                        return .object([
                            ("id", .text(site.id)), ("name", .text(site.name)),
                            ("place", .text(region.place(of: site))),
                            ("samePlace", .bool(tie.isSamePlace)), ("nearby", .bool(tie.isNearby)),
                            ("cost", cost(tie.cost, view)),
                        ])
                    })
            ),
            ("otherPlan", .array(ties.otherPlan.map { .text(region.sites[Int($0)].id) })),
        ])
    }

    static func cost(_ cost: MoveCost, _ view: ServiceView) -> JSON {
        .object([
            ("objective", .whole(cost.objective)),
            ("meanMinutes", .optional(view.mean(cost.tenthMinutes), JSON.number)),
            ("reached", .whole(cost.reached)),
        ])
    }

    static func moves(_ view: RunView) -> JSON {
        .array(
            view.record.moves.map { move in
                let service = view.services[move.service]
                return .object([
                    ("service", .text(service.service.id)),
                    ("from", .text(view.region.sites[Int(move.from)].id)),
                    ("to", .text(view.region.sites[Int(move.to)].id)), ("cost", cost(move.cost, service)),
                ])
            })
    }

    static func voices(_ view: RunView) -> JSON {
        .array(
            VoiceRow.rows(view).map { row in
                .object([
                    ("row", .whole(row.voice.row)), ("service", .text(view.services[row.service].service.id)),
                    ("stance", .text(row.voice.stance.rawValue)), ("target", .text(row.target)),
                    ("who", .text(row.voice.who)), ("date", .text(row.voice.date)), ("reason", .text(row.voice.reason)),
                    ("state", .optional(row.outcome) { .text($0.state.rawValue) }),
                    ("byMove", .bool(row.outcome?.isByMove ?? false)),
                    ("cost", .optional(row.outcome?.cost, voiceCost)),
                ])
            })
    }

    private static func voiceCost(_ cost: VoiceOutcome.Cost) -> JSON {
        .object([
            ("exact", .bool(cost.isExact)), ("objectiveLeast", .whole(cost.least)),
            ("objectiveMost", .optional(cost.most, JSON.whole)),
            ("meanMinutes", .optional(cost.meanMinutes, JSON.number)),
            ("reached", .optional(cost.reached, JSON.whole)),
        ])
    }

    /// What the plan is set beside, and who gains and who loses; null without a baseline.
    static func baseline(_ view: RunView) -> JSON {
        .optional(view.record.baselineTitle) { title in
            .object([
                ("title", .text(title)),
                (
                    "services",
                    .array(
                        view.services.compactMap { service in
                            guard let figures = service.baseline, let change = service.change else { return nil }
                            return comparison(service, figures, change, in: view.region)
                        })
                ),
            ])
        }
    }

    private static func comparison(
        _ service: ServiceView, _ figures: ServiceFigures, _ change: PlanDifference.ServiceDifference,
        in region: Region
    ) -> JSON {
        func ids(_ sites: [UInt32]) -> JSON { .array(sites.map { .text(region.sites[Int($0)].id) }) }
        return .object([
            ("id", .text(service.service.id)), ("kept", ids(change.kept)), ("new", ids(change.gained)),
            ("closed", ids(change.lost)), ("reachedChange", .whole(change.reachedChange)),
            ("meanMinutesChange", .optional(change.meanMinutesChange, JSON.number)),
            ("withoutCar", travel(figures.withoutCar)), ("withCar", travel(figures.withCar)),
            ("everyone", travel(figures.everyone)),
            (
                "changes",
                .array(
                    ChangeRow.rows(service, change).map { row in
                        .object([
                            ("kind", .text(row.kind)), ("id", .text(row.id)), ("title", .text(row.title)),
                            ("shorter", .whole(row.change.shorter)),
                            ("meanSaved", .optional(row.change.meanSaved, JSON.number)),
                            ("longer", .whole(row.change.longer)),
                            ("meanAdded", .optional(row.change.meanAdded, JSON.number)),
                            ("unchanged", .whole(row.change.same)),
                        ])
                    })
            ),
        ])
    }
}
