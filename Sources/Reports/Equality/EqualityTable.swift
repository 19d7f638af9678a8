internal import HubModel

/// `equality.csv` and the tables of the annex: each group beside all children, and beside today.
enum EqualityTable {
    /// One row a service and group.
    static func csv(_ view: RunView) -> Table {
        let hasToday = view.record.baseline != nil
        return Table(
            caption: "Groups beside all children",
            columns: [
                .text("service", "Service"), .text("family", "Family"), .text("group_id", "Group id"),
                .text("group", "Group"), .text("verdict", "Verdict"),
            ] + figureColumns(nil, hasToday: hasToday),
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
            columns: [.text("group", "Group")] + figureColumns(service, hasToday: hasToday),
            rows: service.equalityRows(in: view).map { row in
                [.text(Words.sentence(row.group.title))] + cells(row, hasToday: hasToday)
            }
        )
    }

    private static func figureColumns(_ service: ServiceView?, hasToday: Bool) -> [Table.Column] {
        let reach = service.map { "Within " + Words.limit($0.service.reachLimit) } ?? "Share reached"
        let far = service.map { "Children beyond " + Words.limit($0.service.outOfReachLimit) } ?? "Out of reach"
        let columns: [Table.Column] = [
            .number("children", "Children"),
            .number("mean_minutes_there_and_back", "Mean minutes"),
            .number("more_minutes_than_all", "More than all children"),
            .number("p90_minutes_there_and_back", "Nine in ten need at most"),
            .number("share_reached", reach),
            .number("more_reached_than_all", "More than of all children"),
            .number("out_of_reach", far),
        ]
        guard hasToday else { return columns }
        return columns + [
            .number("change_minutes_since_today", "Change in minutes since today"),
            .number("change_share_reached_since_today", "Change in share since today"),
        ]
    }

    private static func cells(_ row: EqualityRow, hasToday: Bool) -> [Table.Cell] {
        let plan = row.group.plan
        let cells = [
            plan.childrenCell, plan.meanCell,
            plan.meanMinutes.isWithheld ? .withheld : .change(row.moreMinutes), plan.ninetiethCell, plan.shareCell,
            plan.shareReached.isWithheld ? .withheld : .points(row.moreReached), plan.outOfReachCell,
        ]
        guard hasToday else { return cells }
        return cells + [plan.changeCell(since: row.group.today), plan.shareChangeCell(since: row.group.today)]
    }
}
