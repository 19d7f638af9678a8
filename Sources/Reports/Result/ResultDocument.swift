internal import HubModel

/// `result.json`: all that another program needs of a run. Its schema has a version; a member is never given another
/// meaning under the same version. Minutes are there and back, in minutes; shares and gaps are fractions.
package enum ResultDocument {
    package static let schema = "hubplan-result/1"

    /// The whole document, for people and programs, as the run folder holds it.
    package static func text(_ record: RunRecord) -> String {
        json(RunView(record)).pretty
    }

    static func json(_ view: RunView) -> JSON {
        let record = view.record
        return .object([
            ("schema", .text(schema)),
            ("hubplan", .text(record.version)),
            (
                "study",
                .object([
                    ("name", .text(record.study.name)), ("path", .text(record.study.path)),
                    ("sha256", .text(record.study.sha256)),
                    ("authors", .array(record.study.authors.map(JSON.text))),
                ])
            ),
            ("status", status(view)),
            ("publish", .text(record.showsPlacesOnly ? "places" : "everything")),
            ("services", .array(view.services.map { service($0, in: view) })),
            ("totalShare", .optional(record.figures.totalShare, rule)),
            ("keepsEveryRule", .bool(record.figures.keepsEveryRule)),
            ("best", .optional(record.comparison) { best($0, in: view) }),
            ("baseline", baseline(view)),
            ("moves", moves(view)),
            ("voices", voices(view)),
            ("matching", .array(record.matching.map { match($0, in: view) })),
            ("parameters", parameters(view)),
            ("region", region(view.region)),
            ("rules", .array(view.region.rules.map(definition))),
            ("inputs", .array(view.region.inputs.map(input))),
            ("findings", .array(view.region.findings.map(finding))),
        ])
    }

    private static func status(_ view: RunView) -> JSON {
        let solution = view.record.solution
        let code = solution.map { $0.isOptimal ? "optimal" : "stopped" } ?? "measured"
        return .object([
            ("code", .text(code)),
            ("words", .text(ProofWords.sentence(view.record))),
            ("stop", .optional(solution) { stop($0) }),
            ("stoppedAt", .array((solution?.stoppedAt ?? []).map(JSON.whole))),
            ("objective", .whole(view.record.figures.services.reduce(Int64(0)) { $0 + $1.objective })),
            ("bound", .optional((solution ?? view.record.comparison?.solution)?.bound, JSON.whole)),
            (
                "gap",
                .optional(
                    (solution ?? view.record.comparison?.solution).flatMap { ProofWords.gap(of: view.record, to: $0) },
                    JSON.number)
            ),
            ("totalBound", .optional(solution?.totalBound, JSON.whole)),
            ("totalWeights", .array((solution?.totalWeights ?? []).map(JSON.whole))),
            ("work", .optional(solution) { .whole($0.work) }),
            ("method", .optional(solution) { .text($0.method) }),
        ])
    }

    /// Whether the clock, a person or a request to repeat stopped the run differs between a run and its repetition, so
    /// only `timing.json` tells.
    private static func stop(_ solution: Solution) -> JSON {
        .text((solution.stop.isFromOutside ? .checkpoint : solution.stop).rawValue)
    }

    private static func best(_ best: BestPlan, in view: RunView) -> JSON {
        .object([
            ("objective", .whole(best.solution.objective)),
            ("bound", .optional(best.solution.bound, JSON.whole)),
            ("gap", .optional(best.solution.gap, JSON.number)),
            ("stop", stop(best.solution)),
            ("stoppedAt", .array(best.solution.stoppedAt.map(JSON.whole))),
            ("totalBound", .optional(best.solution.totalBound, JSON.whole)),
            ("totalWeights", .array(best.solution.totalWeights.map(JSON.whole))),
            ("work", .whole(best.solution.work)),
            ("method", .text(best.solution.method)),
            (
                "plan",
                .object(
                    zip(view.services, best.plan.open).map { service, open in
                        (service.service.id, .array(open.map { .text(view.region.sites[Int($0)].id) }))
                    })
            ),
            (
                "services",
                .array(
                    zip(best.figures.services, best.solution.services).map { figures, outcome in
                        .object([
                            ("id", .text(view.region.services[figures.service].id)),
                            ("objective", .whole(figures.objective)),
                            ("bound", .optional(outcome.bound, JSON.whole)),
                            ("withoutCar", travel(figures.withoutCar)),
                            ("everyone", travel(figures.everyone)),
                        ])
                    })
            ),
        ])
    }

    private static func match(_ match: MatchedEntry, in view: RunView) -> JSON {
        .object([
            ("service", .text(view.services[match.service].service.id)),
            ("entry", .text(match.entry)),
            ("site", .text(view.region.sites[Int(match.site)].id)),
            ("metres", .optional(match.metres, JSON.number)),
        ])
    }

    private static func parameters(_ view: RunView) -> JSON {
        let limits = view.record.limits
        return .object([
            ("gap", .number(limits.gap)),
            ("work", .optional(limits.work, JSON.whole)),
            ("nodes", .optional(limits.nodes, JSON.whole)),
            ("memory", .optional(limits.memory, JSON.whole)),
            // Text, since it may be larger than what other programs take for a whole number.
            ("seed", .text(String(limits.seed))),
            (
                "travelQuality",
                .object([
                    ("title", .text(view.record.quality.title)),
                    (
                        "errorBands",
                        .array(
                            view.record.quality.errorBands.map { band in
                                .object([
                                    ("mode", .optional(band.mode, JSON.text)), ("fraction", .number(band.fraction)),
                                ])
                            })
                    ),
                    ("source", .text(view.record.quality.source)),
                ])
            ),
            ("travel", .array(view.services.compactMap(travelSettings))),
            ("ties", parameter(view.record.request.ties.parameter)),
        ])
    }

    private static func travelSettings(_ service: ServiceView) -> JSON? {
        service.travel.map { travel in
            .object([
                ("service", .text(service.service.id)),
                ("traveller", .text(travel.traveller)),
                ("parameters", .array(travel.parameters.map(parameter))),
            ])
        }
    }

    static func parameter(_ parameter: Parameter) -> JSON {
        .object([
            ("key", .text(parameter.key)), ("title", .text(parameter.title)), ("value", .number(parameter.value)),
            ("unit", .text(parameter.unit)), ("source", .text(parameter.source)),
            ("mark", .text(parameter.mark.rawValue)), ("stated", .bool(parameter.stated)),
            ("default", .optional(parameter.standard, JSON.number)),
        ])
    }

    private static func region(_ region: Region) -> JSON {
        .object([
            ("name", .text(region.name)), ("crs", .text(region.crs)), ("areas", .whole(region.areas.count)),
            ("suppressBelow", .whole(region.suppressBelow)),
            ("sites", .whole(region.sites.count)), ("neighbourhoods", .whole(region.neighbourhoods.count)),
        ])
    }

    private static func definition(_ rule: DisadvantageRule) -> JSON {
        .object([
            ("id", .text(rule.id)), ("title", .text(rule.title)), ("date", .text(rule.date)),
            ("source", .text(rule.source)), ("explanation", .text(rule.explanation)),
            ("places", .whole(rule.placeCount)), ("placeKind", .text(rule.placeKind)),
            ("accuracyMetres", .number(rule.accuracy)), ("accuracySource", .text(rule.accuracySource)),
            ("accuracyMark", .text(rule.accuracyMark.rawValue)),
        ])
    }

    private static func input(_ file: InputFile) -> JSON {
        .object([
            ("path", .text(file.path)), ("role", .text(file.role)), ("sha256", .text(file.sha256)),
            ("bytes", .whole(file.bytes)), ("records", .optional(file.records, JSON.whole)),
            ("licence", .optional(file.licence, JSON.text)), ("uses", .array(file.uses.map(use))),
        ])
    }

    private static func use(_ use: InputUse) -> JSON {
        .object([
            ("role", .text(use.role)), ("vintage", .optional(use.vintage, JSON.text)), ("read", .whole(use.read)),
            ("kept", .whole(use.kept)),
            ("dropped", .array(use.dropped.map { .object([("rows", .whole($0.rows)), ("why", .text($0.why))]) })),
        ])
    }

    private static func finding(_ finding: Finding) -> JSON {
        .object([("kind", .text(finding.kind.rawValue)), ("sentence", .text(finding.sentence))])
    }
}
