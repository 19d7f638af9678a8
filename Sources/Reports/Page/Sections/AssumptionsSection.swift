internal import HubModel

/// Every number of the travel model with unit, source and mark.
enum AssumptionsSection {
    static func html(_ view: RunView) -> HTML {
        """
        <section aria-labelledby="assumptions">
        <h2 id="assumptions">What was assumed</h2>
        <p>Each number can be changed in the study. “Looked up” was read from the source named, “measured” was measured \
        on real data, “assumed” was chosen because no source gives it: try other values. \
        How exact minutes are: \(Words.ended(view.record.quality.source))</p>
        \(services(view))\(limits(view))\(view.services.indices.map { table($0, in: view) })</section>

        """
    }

    private static func services(_ view: RunView) -> HTML {
        Table(
            caption: "What each service is",
            columns: [
                .text("service", "Service"), .text("people", "Serves"), .text("open", "Open"),
                .text("weight", "Counted by"), .text("reach", "Reached within"), .text("far", "Out of reach beyond"),
                .text("least", "What is made least"),
            ],
            rows: view.services.map { service in
                let hours = service.service.opens.flatMap { open in
                    service.service.closes.map { "\(open) to \($0)" }
                }
                return [
                    .text(service.service.title), .text(service.service.people), .text(hours ?? "not stated"),
                    .text(service.service.weightTitle), .text(Words.limit(service.service.reachLimit)),
                    .text(Words.limit(service.service.outOfReachLimit)),
                    .text(
                        service.request.objective == .mean
                            ? "mean minutes" : "children beyond reach, then mean minutes"),
                ]
            }
        ).html
    }

    /// Services that travel alike share one table.
    private static func table(_ position: Int, in view: RunView) -> HTML {
        guard let travel = view.services[position].travel,
            !view.services[..<position].contains(where: { $0.travel == travel })
        else { return .empty }
        let alike = view.services.filter { $0.travel == travel }.map(\.plural)
        return Table(
            caption: "\(Words.list(alike, atMost: 4)): travel of \(travel.traveller)",
            columns: columns, rows: travel.parameters.map(row)
        ).html
    }

    /// What counts as reached, as near a boundary and as a tie.
    private static func limits(_ view: RunView) -> HTML {
        var rows: [[Table.Cell]] = []
        for service in view.services {
            rows += service.service.parameters.map { parameter in
                var parameter = parameter
                parameter.title = "\(service.plural): \(Words.midSentence(parameter.title))"
                return row(parameter)
            }
        }
        for rule in view.region.rules where rule.accuracy > 0 {
            rows.append(
                row(
                    Parameter(
                        key: rule.id, title: "Nearer than this to the boundary of \(rule.title) a site is borderline",
                        value: rule.accuracy, unit: "metres",
                        source: rule.accuracySource.isEmpty ? "the study, which gives no source" : rule.accuracySource,
                        mark: rule.accuracyMark, stated: true)))
        }
        if view.services.contains(where: { $0.ties != nil }) { rows.append(row(view.record.request.ties.parameter)) }
        return Table(caption: "Limits, and how exact things are", columns: columns, rows: rows).html
    }

    private static let columns: [Table.Column] = [
        .text("assumption", "Assumption"), .number("value", "Value"), .text("unit", "Unit"),
        .text("mark", "Mark"), .text("source", "Source"), .text("stated", "Set by"),
    ]

    private static func row(_ parameter: Parameter) -> [Table.Cell] {
        [
            .text(parameter.title), .text(Words.plain(parameter.value)), .text(parameter.unit),
            .text(parameter.mark.rawValue), .text(parameter.source), .text(parameter.stated ? "the study" : "default"),
        ]
    }
}
