internal import HubModel

extension RunTables {
    /// One row a service and kind of household; nil where it was not worked out.
    static func travel(_ view: RunView) -> Table? {
        let rows = view.services.flatMap { service in
            service.households.map { travel -> [Table.Cell] in
                [.text(service.service.id), .text(travel.household.key), .whole(travel.children)]
                    + travel.byMode.map { .whole($0) }
                    + [
                        .whole(travel.cannotTravel), .minutes(travel.clockMinutes), .pounds(travel.poundsPerVisit),
                        .pounds(travel.poundsPerYear),
                    ]
            }
        }
        guard !rows.isEmpty else { return nil }
        return Table(
            name: "travel", caption: "How families travel",
            columns: [
                .text("service", "Service", "The service, by its id in the study."),
                .text("household", "Household", "withoutCar or withCar: the kind of household."),
                .whole("children", "Children", unit: "children", "Those of the service in such households."),
            ]
                + JourneyMode.allCases.map { mode in
                    .whole(
                        key(mode), Words.sentence(mode.title), unit: "children",
                        "Those whose journey with the least generalised minutes is \(mode.title).")
                }
                + [
                    .whole(
                        "cannot_travel", "Cannot get there and home", unit: "children",
                        "Those who cannot get to their hub and home again in any way."),
                    .number(
                        "mean_clock_minutes_there_and_back", "Mean minutes on the clock", unit: "minutes",
                        "Of those who can travel: unweighted, without money."),
                    .number(
                        "mean_pounds_per_visit", "Mean cost of a visit", unit: "pounds",
                        "Of those who can travel: what the household pays for going there and back."),
                    .number(
                        "mean_pounds_per_year", "Mean cost of a year of visits", unit: "pounds",
                        "The same for the visits of a year; blank where their number is not known."),
                ],
            rows: rows)
    }

    private static func key(_ mode: JourneyMode) -> String {
        switch mode {
        case .onFoot: "on_foot"
        case .byBus: "by_bus"
        case .byCar: "by_car"
        case .byCycle: "by_cycle"
        case .asImported: "as_imported"
        }
    }
}
