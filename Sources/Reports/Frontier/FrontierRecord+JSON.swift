internal import HubModel

extension FrontierRecord {
    /// The whole answer, as `frontier.json` holds it.
    package var json: String {
        JSON.object([
            ("schema", .text(Self.schema)), ("hubplan", .text(version)),
            (
                "study",
                .object([("name", .text(study.name)), ("path", .text(study.path)), ("sha256", .text(study.sha256))])
            ),
            ("service", .text(region.services[service].id)), ("steps", .text(kind.rawValue)),
            ("unit", .text(unit.document)), ("hubs", .optional(hubs) { .whole($0) }), ("gapAsked", .number(gap)),
            ("curves", .array(curves.map(json))), ("survivors", .array(survivors.map(json))),
            ("remarks", .array(remarks.map { .text($0) })), ("isWhole", .bool(stop == nil)),
            ("stoppedAt", .array(stoppedAt.map { .whole($0) })), ("solves", .whole(solves)), ("work", .whole(work)),
            (
                "inputs",
                .array(
                    region.inputs.map {
                        .object([("path", .text($0.path)), ("role", .text($0.role)), ("sha256", .text($0.sha256))])
                    })
            ),
        ]).pretty
    }

    private func json(_ curve: Curve) -> JSON {
        .object([
            ("rule", .optional(curve.rule) { .text(region.rules[$0].id) }),
            (
                "price",
                .optional(curve.price) { price in
                    .object([
                        ("asked", .whole(price.asked)), ("beside", .whole(price.base)),
                        ("least", .number(price.least)), ("most", .number(price.most)),
                        ("childrenWithinLimitChange", .whole(price.reachedChange)),
                        ("meanMinutesChange", .optional(price.minutesChange) { .number($0) }),
                    ])
                }
            ),
            ("steps", .array(curve.steps.map(json))),
        ])
    }

    private func json(_ step: Step) -> JSON {
        .object([
            ("asked", .whole(step.asked)), ("inside", .optional(step.inside) { .whole($0) }),
            ("value", .optional(step.value) { .number($0) }), ("limit", .optional(step.limit) { .number($0) }),
            ("isProved", .bool(step.isProved)), ("objective", .optional(step.objective) { .whole($0) }),
            ("bound", .whole(step.bound)), ("solvedAt", .optional(step.solvedAt) { .whole($0) }),
            ("children", .optional(step.everyone) { .whole($0.children) }),
            ("childrenWithinLimit", .optional(step.everyone) { .whole($0.reached) }),
            ("meanMinutes", .optional(step.everyone?.meanMinutes) { .number($0) }),
            ("meanMinutesWithoutCar", .optional(step.withoutCar?.meanMinutes) { .number($0) }),
            ("hubs", .array(step.hubs.map { .text(region.sites[Int($0)].id) })),
            ("clash", .optional(step.clash) { .text($0) }),
        ])
    }

    private func json(_ survivors: Survivors) -> JSON {
        .object([
            ("asked", .whole(survivors.asked)),
            ("sites", .array(survivors.sites.map { .text(region.sites[Int($0)].id) })),
        ])
    }
}

extension SearchTrack.Unit {
    /// In files for other programs.
    var document: String {
        switch self {
        case .reached: "reached"
        case .meanMinutes: "meanMinutes"
        case .score: "score"
        }
    }
}
