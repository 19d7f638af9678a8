internal import HubModel

/// The tables that are both files of the run folder and parts of its page.
enum RunTables {
    /// One row a demand point with children: who goes where, and how long it takes.
    static func assignments(_ view: RunView) -> Table {
        var rows: [[Table.Cell]] = []
        for service in view.services {
            for (index, point) in service.demand.enumerated() where point.children > 0 {
                let area = view.region.areas[Int(point.area)]
                let site = view.region.sites[Int(service.figures.assignedSite[index])]
                rows.append([
                    .text(area.code), .text(area.name), .text(service.service.id), .text(point.household.key),
                    .whole(point.children), .text(site.id), .text(site.name),
                    .tenths(service.figures.minutes[index]),
                ])
            }
        }
        return Table(
            caption: "Who goes where",
            columns: [
                .text("area_code", "Area code"), .text("area_name", "Area"), .text("service", "Service"),
                .text("household", "Household"), .number("children", "Children"), .text("hub_id", "Hub id"),
                .text("hub_name", "Hub"), .number("minutes_there_and_back", "Minutes, \(view.minutesLabel)"),
            ],
            rows: rows
        )
    }

    /// One row a group of children and service.
    static func groups(_ view: RunView) -> Table {
        var columns: [Table.Column] = [
            .text("service", "Service"), .text("kind", "Kind"), .text("group_id", "Group id"), .text("group", "Group"),
            .number("children", "Children"), .number("mean_minutes_there_and_back", "Mean minutes"),
            .number("median_minutes_there_and_back", "Half travel at most"),
            .number("p90_minutes_there_and_back", "Nine in ten travel at most"),
            .number("reached", "Reached"), .number("share_reached", "Share reached"),
            .number("out_of_reach", "Out of reach"),
        ]
        let withheld = Table.Column.text("withheld", "Withheld")
        if view.record.baseline != nil {
            columns += [
                .number("today_mean_minutes_there_and_back", "Mean minutes today"),
                .number("today_share_reached", "Share reached today"),
                .number("today_out_of_reach", "Out of reach today"),
            ]
        }
        let rows = view.services.flatMap { service in
            groupRows(service).map { kind, group in
                let figures = group.plan
                var row: [Table.Cell] = [
                    .text(service.service.id), .text(kind), .text(group.id), .text(group.title),
                    figures.childrenCell, figures.meanCell, figures.medianCell, figures.ninetiethCell,
                    figures.reachedCell, figures.shareCell, figures.outOfReachCell,
                ]
                if view.record.baseline != nil {
                    row += [
                        group.today?.meanCell ?? .none, group.today?.shareCell ?? .none,
                        group.today?.outOfReachCell ?? .none,
                    ]
                }
                return row + [.text(withheldColumns(group))]
            }
        }
        return Table(caption: "Minutes by group", columns: columns + [withheld], rows: rows, heading: 3)
    }

    /// Names of the columns that are blank because they are withheld.
    private static func withheldColumns(_ group: ShownGroup) -> String {
        let told = ["mean_minutes_there_and_back", "share_reached", "out_of_reach"]
        let today = (group.today?.withheldColumns ?? []).filter(told.contains).map { "today_" + $0 }
        return (group.plan.withheldColumns + today).joined(separator: " ")
    }

    /// Kind and group, with the same group's figures today.
    private static func groupRows(_ view: ServiceView) -> [(String, ShownGroup)] {
        let figures = view.figures
        let today = view.baseline
        let households = [
            ShownGroup(Household.withoutCar.key, Household.withoutCar.title, figures.withoutCar, today?.withoutCar),
            ShownGroup(Household.withCar.key, Household.withCar.title, figures.withCar, today?.withCar),
            ShownGroup("everyone", "all households", figures.everyone, today?.everyone),
            ShownGroup(
                "asWithoutCar", "all, as households without a car travel", figures.asWithoutCar, today?.asWithoutCar),
        ]
        let places = figures.byDisadvantage.map { group in
            ShownGroup(
                group.id, group.title, group.figures, today?.byDisadvantage.first { $0.id == group.id }?.figures)
        }
        return households.map { ("household", $0) } + places.map { ("disadvantage", $0) }
            + view.groups.map { ("group", $0) }
    }

    /// One row a hub, the place before the building.
    static func hubs(_ view: RunView) -> Table {
        let rows = view.services.flatMap { service in
            service.hubs.enumerated().map { number, hub -> [Table.Cell] in
                [
                    .text(service.service.id), .whole(number + 1), .text(hub.place), .text(hub.site.id),
                    .text(hub.site.name), .whole(hub.figures.children), .minutes(hub.figures.meanMinutes),
                    .text(hub.standingWords ?? ""),
                    .text(hub.standing?.place ?? ""), .text(hub.origin.rawValue),
                    .metres(hub.site.point.x), .metres(hub.site.point.y),
                ]
            }
        }
        return Table(
            caption: "Hubs",
            columns: [
                .text("service", "Service"), .number("number", "Number"), .text("place", "Place"),
                .text("id", "Id"), .text("name", "Building"), .number("children", "Children"),
                .number("mean_minutes_there_and_back", "Mean minutes"), .text("standing", "Standing"),
                .text("qualifying_place", "Qualifying place"), .text("origin", "Origin"),
                .number("x", "x"), .number("y", "y"),
            ],
            rows: rows, heading: 4
        )
    }
}

extension Household {
    /// In files.
    var key: String {
        switch self {
        case .withoutCar: "withoutCar"
        case .withCar: "withCar"
        }
    }
}
