internal import HubModel

/// The one shape of table in which the page tells how children travel, whoever they are.
enum FiguresTable {
    struct Row {
        var title: String
        var figures: ShownFigures
        /// The same children with today's hubs.
        var today: ShownFigures?

        init(title: String, figures: TravelFigures, today: TravelFigures? = nil) {
            self.title = title
            self.figures = ShownFigures(figures)
            self.today = today.map { ShownFigures($0) }
        }

        init(_ group: ShownGroup) {
            title = Words.sentence(group.title)
            figures = group.plan
            today = group.today
        }
    }

    static func table(_ caption: String, first: String, rows: [Row], service: ServiceView, in view: RunView) -> Table {
        let reach = Words.limit(service.service.reachLimit)
        let far = Words.limit(service.service.outOfReachLimit)
        var columns: [Table.Column] = [
            .text("group", first),
            .number("children", "Children"),
            .number("mean_minutes_there_and_back", "Mean minutes (\(view.minutesLabel))"),
            .number("median_minutes_there_and_back", "Half need at most"),
            .number("p90_minutes_there_and_back", "Nine in ten need at most"),
            .number("share_reached", "Within \(reach)"),
            .number("out_of_reach", "Children beyond \(far)"),
        ]
        let hasToday = rows.contains { $0.today != nil }
        if hasToday {
            columns += [
                .number("today_mean_minutes_there_and_back", "Mean minutes \(view.besideWords)"),
                .number("change_minutes_there_and_back", "Change in minutes"),
                .number("today_share_reached", "Within \(reach) \(view.besideWords)"),
            ]
        }
        return Table(
            caption: caption, columns: columns,
            rows: rows.map { row in
                let figures = row.figures
                var cells: [Table.Cell] = [
                    .text(row.title), figures.childrenCell, figures.meanCell, figures.medianCell,
                    figures.ninetiethCell, figures.shareCell, figures.outOfReachCell,
                ]
                if hasToday {
                    cells += [
                        row.today?.meanCell ?? .none, figures.changeCell(since: row.today),
                        row.today?.shareCell ?? .none,
                    ]
                }
                return cells
            }
        )
    }
}
