internal import HubModel

/// `assumptions.csv`: every number and choice that the plan rests on, with where it comes from and who changed it.
enum AssumptionsTable {
    static let description = TableDescription(
        name: "assumptions", title: "Every number and choice that the plan rests on",
        columns: [
            TableDescription.Column(
                "key", "Key",
                meaning: "Where it stands in the study, its levels parted by full stops."),
            TableDescription.Column(
                "service", "Service",
                meaning: "The service that it is about, by its id; blank where it is about all."),
            TableDescription.Column(
                "what", "What",
                meaning: "What it is, in plain words."),
            TableDescription.Column(
                "value", "Value",
                meaning: "A number, or words where a choice was made."),
            TableDescription.Column(
                "unit", "Unit",
                meaning: "What a number counts; blank for words."),
            TableDescription.Column(
                "default", "Default",
                meaning: "What hubplan takes where a study says nothing; blank where it takes nothing."),
            TableDescription.Column(
                "source", "Source",
                meaning: "Where the value comes from."),
            TableDescription.Column(
                "mark", "Mark", values: Mark.allCases.map(\.rawValue) + [decided],
                meaning: """
                    looked up: read in the source. measured: measured on real data. assumed: chosen because no source gives it. \
                    decided: a choice of the study.
                    """),
            TableDescription.Column(
                "changed_by", "Changed by",
                meaning: "Who put another value in the default's place; blank where nobody did."),
        ])

    /// What the study decides is neither looked up nor measured, and no default stands behind it.
    private static let decided = "decided"

    static func table(_ run: DossierRun) -> PlainTable {
        PlainTable(description, rows: questions(run) + travel(run) + quality(run) + rules(run) + outputs(run))
    }

    /// What each service is asked for.
    private static func questions(_ run: DossierRun) -> [[String]] {
        run.services.flatMap { service -> [[String]] in
            func choice(_ key: String, _ what: String, _ value: String, _ unit: String) -> [String] {
                [
                    "services.\(service.id).\(key)", service.id, what, value, unit, "", "the study", decided,
                    run.authors,
                ]
            }
            return [
                choice("count", "How many hubs are asked for", String(service.count), "hubs"),
                choice(
                    "objective", "What is made least",
                    service.objectiveKind == "reach" ? "children beyond reach, then mean minutes" : "mean minutes", ""),
                choice("children", "Whom it serves", service.people, ""),
                choice("need", "What a child counts", service.weight, ""),
                choice("share", "Hubs in doubly disadvantaged places", service.shareAsked, "hubs"),
            ] + service.parameters.map { row($0, key: $0.key, service: service.id, in: run) }
        }
    }

    private static func travel(_ run: DossierRun) -> [[String]] {
        run.parameters.travel.flatMap { travel in
            [
                [
                    "services.\(travel.service).travel.traveller", travel.service, "Who travels", travel.traveller, "",
                    "",
                    "the study", decided, run.authors,
                ]
            ]
                + travel.parameters.map {
                    row($0, key: "services.\(travel.service).travel.\($0.key)", service: travel.service, in: run)
                }
        }
    }

    private static func row(
        _ parameter: DossierRun.Parameter, key: String, service: String, in run: DossierRun
    ) -> [String] {
        [
            key, service, parameter.title, parameter.value.plain, parameter.unit,
            (parameter.default ?? parameter.value).plain, parameter.source, parameter.mark,
            isChanged(parameter) ? run.authors : "",
        ]
    }

    /// A study that states the default has changed nothing.
    private static func isChanged(_ parameter: DossierRun.Parameter) -> Bool {
        parameter.default.map { $0 != parameter.value } ?? false
    }

    private static func quality(_ run: DossierRun) -> [[String]] {
        let quality = run.parameters.travelQuality
        return quality.errorBands.map { band in
            [
                "travel.error", "", "How far estimated minutes may be off" + (band.mode.map { ", \($0)" } ?? ""),
                band.fraction.plain, "fraction", band.fraction.plain, quality.source,
                Mark.measured.rawValue, "",
            ]
        }
    }

    private static func rules(_ run: DossierRun) -> [[String]] {
        run.rules.flatMap { rule in
            [
                [
                    "disadvantage.\(rule.id)", "", "Definition of doubly disadvantaged",
                    "\(rule.title) (\(rule.date))", "", "", rule.source, decided, run.authors,
                ],
                [
                    "disadvantage.\(rule.id).accuracy", "", "How near to the boundary a site is marked as borderline",
                    rule.accuracyMetres.plain, "metres", "",
                    rule.accuracySource.isEmpty ? "the study, which gives no source" : rule.accuracySource,
                    rule.accuracyMark, run.authors,
                ],
            ]
        }
    }

    private static func outputs(_ run: DossierRun) -> [[String]] {
        let standard = PopulationGroup.suppressBelow
        return [
            row(run.parameters.ties, key: run.parameters.ties.key, service: "", in: run),
            [
                "suppressBelow", "", "Counts of groups from 1 to below this one are withheld",
                String(run.region.suppressBelow), "people", String(standard),
                "rule of ten of the ONS Secure Research Service for outputs that leave it", Mark.assumed.rawValue,
                run.region.suppressBelow == standard ? "" : run.authors,
            ],
            [
                "solve.gap", "", "How near to the best possible a plan must be for the search to end",
                run.parameters.gap.plain, "fraction", "0.001", "hubplan's --gap", decided,
                run.parameters.gap == 0.001 ? "" : "whoever ran the command",
            ],
        ]
    }
}
