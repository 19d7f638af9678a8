internal import HubModel

extension PlanComparison {
    /// The comparison as `compare.json` holds it.
    package var json: String {
        JSON.object([
            ("schema", .text(Self.schema)), ("hubplan", .text(version)),
            (
                "runs",
                .array(
                    runs.map {
                        .object([
                            ("name", .text($0.name)), ("standing", .text($0.standing)),
                            (
                                "study",
                                .object([
                                    ("name", .text($0.study)), ("path", .text($0.studyPath)),
                                    ("sha256", .text($0.sha256)),
                                ])
                            ),
                        ])
                    })
            ),
            ("figures", .array(cells.map(json))),
            (
                "sites",
                .array(
                    sites.map { site in
                        .object([
                            ("service", .text(site.service)), ("id", .text(site.id)), ("name", .text(site.name)),
                            ("place", .text(site.place)), ("open", .array(site.isOpen.map(JSON.bool))),
                            ("core", .bool(site.isCore)),
                        ])
                    })
            ),
            ("differences", .array(differences.map(json))),
            (
                "dominance",
                .array(
                    dominance.map { found in
                        .object([
                            ("costsOf", .text(runs[found.yardstick].name)), ("better", .text(runs[found.better].name)),
                            ("worse", .text(runs[found.worse].name)), ("betterOn", .array(found.counts.map(JSON.text))),
                        ])
                    })
            ),
            ("findings", .array(findings.map { .text($0.sentence) })),
        ]).pretty
    }

    private func json(_ cell: Cell) -> JSON {
        .object([
            ("plan", .text(runs[cell.plan].name)), ("costsOf", .text(runs[cell.yardstick].name)),
            ("service", .text(cell.service)), ("hubs", .whole(cell.hubs)),
            ("unknown", .array(cell.unknown.map(JSON.text))), ("objective", .whole(cell.figures.objective)),
            ("everyone", ResultDocument.travel(cell.figures.everyone)),
            ("withoutCar", ResultDocument.travel(cell.figures.withoutCar)),
            ("doublyDisadvantaged", .optional(cell.doubly, ResultDocument.travel)),
            ("locatedInside", .optional(cell.share) { .whole($0.inside) }),
            ("servedInside", .optional(cell.share?.serving?.share, JSON.number)),
            ("cannotTravel", .whole(cell.cannotTravel)), ("keepsRules", .bool(cell.keepsRules)),
        ])
    }

    private func json(_ difference: Difference) -> JSON {
        let region = difference.record.region
        func ids(_ sites: [UInt32]) -> JSON { .array(sites.map { .text(region.sites[Int($0)].id) }) }
        let services = (difference.record.change?.services ?? []).map { change in
            JSON.object([
                ("service", .text(region.services[change.service].id)), ("kept", ids(change.kept)),
                ("gained", ids(change.gained)), ("lost", ids(change.lost)),
                ("reachedChange", .whole(change.reachedChange)),
                ("meanMinutesChange", .optional(change.meanMinutesChange, JSON.number)),
            ])
        }
        return .object([
            ("plan", .text(runs[difference.plan].name)), ("beside", .text(runs[0].name)),
            ("services", .array(services)),
            (
                "changes",
                .array(
                    difference.rows.map { row in
                        .object([
                            ("service", .text(row.service)), ("kind", .text(row.kind)), ("id", .text(row.id)),
                            ("title", .text(row.title)), ("shorter", .whole(row.change.shorter)),
                            ("meanSaved", .optional(row.change.meanSaved, JSON.number)),
                            ("longer", .whole(row.change.longer)),
                            ("meanAdded", .optional(row.change.meanAdded, JSON.number)),
                            ("unchanged", .whole(row.change.same)), ("roundedTo", .whole(row.roundedTo)),
                        ])
                    })
            ),
            (
                "moves",
                .array(
                    difference.flows.map {
                        .object([
                            ("service", .text($0.service)), ("from", .text($0.from)), ("to", .text($0.to)),
                            ("children", .whole($0.children)),
                        ])
                    })
            ),
        ])
    }
}
