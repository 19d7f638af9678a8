internal import HubModel

/// `equality.csv` and the tables of the annex: each group beside all children, and beside today.
enum EqualityTable {
    /// One row a service and group.
    static func csv(_ view: RunView) -> Table {
        let hasToday = view.record.baseline != nil
        return Table(
            name: "equality", caption: "Groups beside all children",
            columns: [
                .text("service", "Service", "The service, by its id in the study."),
                .text("family", "Family", "The family that the group is one of; blank for a group alone."),
                .text("group_id", "Group id", "The group, by its id in the study."),
                .text("group", "Group", "The group in words."),
                .text(
                    "verdict", "Verdict",
                    "worse, better or alike beside all children, by the margin that equality.html states; withheld or empty."
                ),
            ] + figureColumns(nil, in: view),
            rows: view.services.flatMap { service in
                service.equalityRows(in: view).map { row in
                    [
                        .text(service.service.id), .text(row.group.family ?? ""), .text(row.group.id),
                        .text(row.group.title), .text(row.verdict.rawValue),
                    ] + cells(row, hasToday: hasToday)
                }
            },
            heading: 3
        )
    }

    static func page(_ service: ServiceView, in view: RunView) -> Table {
        let hasToday = service.baseline != nil
        return Table(
            caption: "\(service.plural): groups beside all children",
            columns: [.text("group", "Group")] + figureColumns(service, in: view),
            rows: service.equalityRows(in: view).map { row in
                [.text(Words.sentence(row.group.title))] + cells(row, hasToday: hasToday)
            }
        )
    }

    private static func figureColumns(_ service: ServiceView?, in view: RunView) -> [Table.Column] {
        let reach = service.map { "Within " + Words.limit($0.service.reachLimit) } ?? "Share reached"
        let far = service.map { "Children beyond " + Words.limit($0.service.outOfReachLimit) } ?? "Out of reach"
        let columns: [Table.Column] = [
            .whole("children", "Children", unit: "children", "In the group; blank here and below where withheld."),
            .number("mean_minutes_there_and_back", "Mean minutes", unit: "minutes", "Their mean."),
            .number(
                "more_minutes_than_all", "Minutes more than all children", unit: "minutes",
                "That mean less the mean of all children, were they to travel alike."),
            .number(
                "p90_minutes_there_and_back", "Nine in ten need at most", unit: "minutes",
                "Nine in ten of them travel at most this long."),
            .number(
                "share_reached", reach, unit: "fraction", "The fraction of them within the service's limit, 0 to 1."),
            .number(
                "more_reached_than_all", "Points more than of all children", unit: "fraction",
                "That fraction less the fraction of all children."),
            .whole("out_of_reach", far, unit: "children", "Those beyond the service's further limit."),
        ]
        guard view.record.baseline != nil else { return columns }
        return columns + [
            .number(
                "change_minutes_since_\(view.besideKey)", "Change in minutes since \(view.sinceWords)", unit: "minutes",
                "Their mean less their mean with the hubs of \(view.sinceWords) alone."),
            .number(
                "change_share_reached_since_\(view.besideKey)", "Change in points since \(view.sinceWords)",
                unit: "fraction",
                "The fraction within the limit less the same then."),
        ]
    }

    private static func cells(_ row: EqualityRow, hasToday: Bool) -> [Table.Cell] {
        let plan = row.group.plan
        let cells = [
            plan.childrenCell, plan.meanCell,
            plan.meanMinutes.isWithheld ? .withheld : row.moreMinutes.map(plan.change) ?? .none, plan.ninetiethCell,
            plan.shareCell,
            plan.shareReached.isWithheld ? .withheld : .points(row.moreReached), plan.outOfReachCell,
        ]
        guard hasToday else { return cells }
        return cells + [plan.changeCell(since: row.group.today), plan.shareChangeCell(since: row.group.today)]
    }
}
