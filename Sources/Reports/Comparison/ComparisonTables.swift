internal import HubModel

/// The tables of a comparison, for the page and for spreadsheets alike.
enum ComparisonTables {
    // MARK: Figures

    /// One row a plan, yardstick and service.
    static func figures(_ comparison: PlanComparison) -> Table {
        Table(
            name: "figures", caption: "Every plan by the costs of every run",
            columns: [
                .text("plan", "Plan", "The run folder whose hubs are measured."),
                .text("costs_of", "By the costs of", "The run folder whose study measures them."),
                .text("service", "Service", "The service, by its id in that study."),
            ] + figureColumns,
            rows: comparison.cells.map { cell in
                [
                    .text(comparison.runs[cell.plan].name), .text(comparison.runs[cell.yardstick].name),
                    .text(cell.service),
                ] + figureCells(cell)
            })
    }

    /// The same for the page: one service by the costs of one run.
    static func page(_ comparison: PlanComparison, yardstick: Int, service: String) -> Table? {
        let cells = comparison.cells.filter { $0.yardstick == yardstick && $0.service == service }
        guard let title = cells.first?.title else { return nil }
        // Hubs that cannot be measured have a column where there are some.
        let shown = figureColumns.indices.filter { number in
            figureColumns[number].key != "unknown_hubs" || cells.contains { !$0.unknown.isEmpty }
        }
        // Whether a plan keeps the rules must be seen before anything else of it, on a narrow screen too.
        .sorted { (figureColumns[$0].key == "rules" ? -1 : $0) < (figureColumns[$1].key == "rules" ? -1 : $1) }
        return Table(
            caption: "\(Words.sentence(Words.plural(title))), by the costs of \(comparison.runs[yardstick].name)",
            columns: [.text("plan", "Plan")] + shown.map { figureColumns[$0] },
            rows: cells.map { cell in
                let cells = figureCells(cell)
                return [.text(comparison.runs[cell.plan].name)] + shown.map { cells[$0] }
            })
    }

    private static let figureColumns: [Table.Column] = [
        .whole("hubs", "Hubs", "Hubs measured."),
        .whole("unknown_hubs", "Not measured", "Hubs of the plan that are no sites for the service in that study."),
        .number("mean_minutes", "Mean minutes", unit: "minutes", "Mean of all children, there and back."),
        .whole("reached", "Within reach", unit: "children", "Children within the service's limit."),
        .whole("out_of_reach", "Out of reach", unit: "children", "Children beyond the further limit."),
        .number(
            "mean_minutes_without_car", "Mean without a car", unit: "minutes",
            "Of children in households without a car."),
        .whole(
            "reached_without_car", "Within reach without a car", unit: "children",
            "Children of households without a car within the limit."),
        .number(
            "mean_minutes_doubly", "Mean in doubly disadvantaged places", unit: "minutes",
            "Of children who live there; empty without a rule."),
        .whole(
            "cannot_travel", "Cannot get there and home", unit: "children",
            "Children for whom no journey there and home is known."),
        .whole("located_inside", "Hubs in such places", "Hubs that stand in places of the share's rule."),
        .number(
            "served_inside", "Served who live there", unit: "fraction",
            "Of the children served the fraction who live in such places, 0 to 1."),
        .text("rules", "Rules", "kept, or broken: whether the plan keeps the rules of that study."),
    ]

    private static func figureCells(_ cell: PlanComparison.Cell) -> [Table.Cell] {
        [
            .whole(cell.hubs), .whole(cell.unknown.count), .minutes(cell.figures.everyone.meanMinutes),
            .whole(cell.figures.everyone.reached), .whole(cell.figures.everyone.outOfReach),
            .minutes(cell.figures.withoutCar.meanMinutes), .whole(cell.figures.withoutCar.reached),
            .minutes(cell.doubly?.meanMinutes), .whole(cell.cannotTravel),
            cell.share.map { .whole($0.inside) } ?? .none, .fraction(cell.share?.serving?.share),
            .text(cell.keepsRules ? "kept" : "broken"),
        ]
    }

    // MARK: Sites

    /// One row a site that holds a hub in some plan.
    static func sites(_ comparison: PlanComparison, service: String? = nil) -> Table {
        let shown = comparison.sites.filter { service == nil || $0.service == service }
        let title = comparison.cells.first { $0.service == service }?.title
        return Table(
            name: "sites",
            caption: title.map { "\(Words.sentence(Words.plural($0))): which plan has which" }
                ?? "Sites and the plans that have them",
            columns: (service == nil ? [.text("service", "Service", "The service, by its id in the studies.")] : [])
                + [
                    .text("place", "Place", "The neighbourhood, or the area where the study has none."),
                    .text("id", "Id", "The site, by its id in the studies' data."),
                    .text("name", "Building", "Its name."),
                ]
                + comparison.runs.enumerated().map { number, run in
                    .text("plan_\(number + 1)", run.name, "yes where the plan of \(run.name) has a hub here.")
                } + [.text("in_all", "In all", "yes where every plan has it.")],
            rows: shown.map { site in
                (service == nil ? [.text(site.service)] : [])
                    + [.text(site.place), .text(site.id), .text(site.name)]
                    + site.isOpen.map { .text($0 ? "yes" : "") } + [.text(site.isCore ? "yes" : "")]
            })
    }

    // MARK: Changes

    /// One row a difference and group of children.
    static func changes(_ comparison: PlanComparison) -> Table {
        Table(
            name: "changes", caption: "Who gains and who loses beside \(comparison.runs[0].name), by its costs",
            columns: [
                .text("plan", "Plan", "The run folder that is set beside the first."),
                .text("service", "Service", "The service, by its id in the study."),
                .text(
                    "kind", "Kind",
                    "How children are told apart: household, disadvantage, decile, group, place, or an attribute of the areas."
                ), .text("id", "Id", "Of the group."),
            ]
                + changeColumns
                + [
                    .whole(
                        "rounded_to", "Rounded to",
                        "What counts are rounded to, so that no small count can be told; 1 for none.")
                ],
            rows: comparison.differences.flatMap { difference in
                difference.rows.map { row in
                    [
                        .text(comparison.runs[difference.plan].name), .text(row.service), .text(row.kind),
                        .text(row.id),
                    ] + changeCells(row) + [.whole(row.roundedTo)]
                }
            })
    }

    /// The same for the page: one service of one difference, of some kinds.
    static func changes(
        _ difference: PlanComparison.Difference, service: String, kinds: [String], caption: String, atMost limit: Int
    ) -> Table? {
        let rows = difference.rows.filter { $0.service == service && kinds.contains($0.kind) }
        guard !rows.isEmpty else { return nil }
        let isLong = rows.count > limit
        let shown =
            isLong
            ? Array(
                rows.enumerated().sorted {
                    (-($0.element.change.shorter + $0.element.change.longer), $0.offset)
                        < (-($1.element.change.shorter + $1.element.change.longer), $1.offset)
                }.prefix(limit).map(\.element)) : rows
        return Table(
            caption: isLong ? "\(caption): the \(limit) where most changes, of \(Words.count(rows.count))" : caption,
            columns: changeColumns, rows: shown.map(changeCells))
    }

    private static let changeColumns: [Table.Column] = [
        .text("group", "Children", "The group in words."),
        .whole(
            "shorter", "Shorter journey", unit: "children", "Children whose journey is shorter than in the first plan."),
        .number("mean_saved", "Their mean minutes saved", unit: "minutes", "There and back."),
        .whole("longer", "Longer journey", unit: "children", "Children whose journey is longer."),
        .number("mean_added", "Their mean minutes added", unit: "minutes", "There and back."),
        .whole("same", "No change", unit: "children", "Children whose journey is as long to the tenth of a minute."),
    ]

    private static func changeCells(_ row: PlanComparison.Row) -> [Table.Cell] {
        [
            .text(Words.sentence(row.title)), .whole(row.change.shorter), .minutes(row.change.meanSaved),
            .whole(row.change.longer), .minutes(row.change.meanAdded), .whole(row.change.same),
        ]
    }

    /// One row a pair of hubs between which children move.
    static func flows(_ comparison: PlanComparison) -> Table {
        Table(
            name: "moves", caption: "Children who go to another hub than in \(comparison.runs[0].name), by its costs",
            columns: [
                .text("plan", "Plan", "The run folder that is set beside the first."),
                .text("service", "Service", "The service, by its id in the study."),
                .text("from_hub", "From", "Their hub in the first plan, by its id."),
                .text("to_hub", "To", "Their hub in the other plan, by its id."),
                .whole("children", "Children", unit: "children", "How many."),
            ],
            rows: comparison.differences.flatMap { difference in
                difference.flows.map { flow in
                    [
                        .text(comparison.runs[difference.plan].name), .text(flow.service), .text(flow.from),
                        .text(flow.to),
                        .whole(flow.children),
                    ]
                }
            })
    }
}
