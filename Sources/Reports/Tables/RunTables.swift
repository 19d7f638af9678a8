internal import HubModel

/// The tables that are both files of the run folder and parts of its page.
enum RunTables {
    /// Those that are files, in the order in which a spreadsheet shows them.
    static func files(_ view: RunView) -> [Table] {
        let equality = view.region.groups.isEmpty ? nil : EqualityTable.csv(view)
        return [hubs(view), groups(view)] + [equality].compactMap { $0 } + [assignments(view)]
            + [ties(view), voices(view), changes(view), travel(view), candidates(view)].compactMap { $0 }
    }

    /// One row a site of the study; nil where buildings are left out.
    private static func candidates(_ view: RunView) -> Table? {
        guard !view.record.showsPlacesOnly else { return nil }
        return CandidateTable.table(view.region) { site in
            view.services.filter { $0.hubOfSite[site] != nil }.map(\.service.id)
        }
    }

    /// One row a demand point with children: who goes where, and how long it takes.
    static func assignments(_ view: RunView) -> Table {
        var rows: [[Table.Cell]] = []
        for service in view.services {
            for (index, point) in service.demand.enumerated() where point.children > 0 {
                let area = view.region.areas[Int(point.area)]
                let site = view.region.sites[Int(service.figures.assignedSite[index])]
                rows.append(
                    [
                        .text(area.code), .text(area.name), .text(service.service.id), .text(point.household.key),
                        .whole(point.children), .text(site.id), .text(site.name),
                        .tenths(service.figures.minutes[index]),
                    ] + (service.baseline.map { [.tenths($0.minutes[index])] } ?? [])
                        + ([service.figures] + [service.baseline].compactMap { $0 }).map { figures in
                            .text(service.hasNoWay(index, in: figures) ? "yes" : "")
                        })
            }
        }
        return Table(
            name: "assignments", caption: "Who goes where",
            columns: [
                .text("area_code", "Area code", "The area, by its code in the study's data."),
                .text("area_name", "Area", "The area's name."),
                .text("service", "Service", "The service, by its id in the study."),
                .text("household", "Household", "withoutCar or withCar: the kind of household."),
                .whole("children", "Children", unit: "children", "Those of the area and the kind of household."),
                .text("hub_id", "Hub id", "The hub with the least minutes for them."),
                .text("hub_name", "Hub", "Its name."),
                .number(
                    "minutes_there_and_back", "Minutes, \(view.minutesLabel)", unit: "minutes",
                    "Generalised minutes to that hub and back. \(standIn)"),
            ] + before(view) + noWay(view),
            rows: rows
        )
    }

    /// The same minutes in the baseline; none without one.
    private static func before(_ view: RunView) -> [Table.Column] {
        guard view.record.baseline != nil else { return [] }
        return [
            .number(
                "\(view.besideKey)_minutes_there_and_back", "Minutes \(view.besideWords), \(view.minutesLabel)",
                unit: "minutes", "Generalised minutes to the nearest hub and back, \(view.besideWords).")
        ]
    }

    private static let standIn = "Who has no way there and home counts as the longest journey that the study counts."

    /// Which of those minutes stand in for a journey that there is not.
    private static func noWay(_ view: RunView) -> [Table.Column] {
        let plan = Table.Column.text(
            "no_way", "No way",
            "yes where they have no way to a hub and home: the minutes are then the longest journey that the study counts."
        )
        guard view.record.baseline != nil else { return [plan] }
        return [
            plan,
            .text(
                "\(view.besideKey)_no_way", "No way \(view.besideWords)",
                "The same \(view.besideWords), with those hubs alone."),
        ]
    }

    /// One row a group of children and service.
    static func groups(_ view: RunView) -> Table {
        var columns: [Table.Column] = [
            .text("service", "Service", "The service, by its id in the study."),
            .text("kind", "Kind", "household, disadvantage or group: what the row is one of."),
            .text("group_id", "Group id", "The group, by its id in the study or in hubplan."),
            .text("group", "Group", "The group in words."),
            .whole("children", "Children", unit: "children", "In the group."),
            .number(
                "mean_minutes_there_and_back", "Mean minutes", unit: "minutes", "Their mean. \(standIn)"),
            .number(
                "median_minutes_there_and_back", "Half travel at most", unit: "minutes",
                "Half of them travel at most this long."),
            .number(
                "p90_minutes_there_and_back", "Nine in ten travel at most", unit: "minutes",
                "Nine in ten of them travel at most this long."),
            .whole("reached", "Reached", unit: "children", "Those within the service's limit, the limit included."),
            .number("share_reached", "Share reached", unit: "fraction", "The same as a fraction of the group, 0 to 1."),
            .whole("out_of_reach", "Out of reach", unit: "children", "Those beyond the service's further limit."),
        ]
        let withheld = Table.Column.text(
            "withheld", "Withheld", "Names of the columns that are blank since a small count could be told from them.")
        if view.record.baseline != nil {
            columns += [
                .number(
                    "\(view.besideKey)_mean_minutes_there_and_back", "Mean minutes \(view.besideWords)",
                    unit: "minutes",
                    "Their mean \(view.besideWords), with those hubs alone."),
                .number(
                    "\(view.besideKey)_share_reached", "Share reached \(view.besideWords)", unit: "fraction",
                    "The fraction of them within the limit \(view.besideWords), 0 to 1."),
                .whole(
                    "\(view.besideKey)_out_of_reach", "Out of reach \(view.besideWords)", unit: "children",
                    "Those beyond the further limit \(view.besideWords)."),
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
                return row + [.text(withheldColumns(group, beside: view.besideKey))]
            }
        }
        return Table(
            name: "groups", caption: "Minutes by group", columns: columns + [withheld], rows: rows, heading: 3)
    }

    /// Names of the columns that are blank because they are withheld.
    private static func withheldColumns(_ group: ShownGroup, beside key: String) -> String {
        let told = ["mean_minutes_there_and_back", "share_reached", "out_of_reach"]
        let today = (group.today?.withheldColumns ?? []).filter(told.contains).map { "\(key)_" + $0 }
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
                    .text(hub.qualifyingPlace ?? ""), .text(hub.origin.rawValue),
                    .metres(hub.site.point.x), .metres(hub.site.point.y),
                ] + (service.compared(hub).map { [.text($0)] } ?? []) + servingCells(hub, of: service, in: view)
                    + closingCells(service, hub, in: view) + outsiderCells(hub, of: service, in: view)
            }
        }
        let compared: [Table.Column] =
            view.record.change == nil
            ? []
            : [
                .text(
                    "compared", "Beside the baseline",
                    "new, reopened where a hub had closed there, or kept where the baseline has a hub at this site.")
            ]
        return Table(
            name: "hubs", caption: "Hubs",
            columns: [
                .text("service", "Service", "The service, by its id in the study."),
                .whole("number", "Number", "From 1 in each service, as on the map."),
                .text("place", "Place", "The neighbourhood, or the area where the study has none."),
                .text("id", "Id", "The site, by its id in the study's data."),
                .text("name", "Building", "Its name."),
                .whole("children", "Children", unit: "children", "Those whose nearest hub this is."),
                .number(
                    "mean_minutes_there_and_back", "Mean minutes", unit: "minutes",
                    "Their mean, to it and back. \(standIn)"),
                .text(
                    "standing", "Standing",
                    "inside or outside the places of the share's rule, with \", borderline\" where the data cannot tell."
                ),
                .text("qualifying_place", "Qualifying place", "The place of that rule it stands in, where inside."),
                .text(
                    "origin", "Origin",
                    "chosen, required by the study, stands today, or reopened: chosen, and a hub that had closed."),
                .number("x", "x", unit: "metres", "Eastward, in the study's coordinate system."),
                .number("y", "y", unit: "metres", "Northward, in the study's coordinate system."),
            ] + compared + servingColumns(view) + closingColumns(view) + outsiderColumns(view),
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
