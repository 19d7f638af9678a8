internal import HubModel

/// The tables of an option set, for the page and for spreadsheets alike.
enum OptionsTables {
    /// One row an option.
    static func options(_ record: OptionsRecord) -> Table {
        Table(
            name: "options", caption: "The options, the best list first",
            columns: [
                .whole("option", "Option", "1 is the best list."),
                .whole("children_within_limit", "Within the limit", unit: "children", "There and back."),
                .number("mean_minutes_there_and_back", "Mean minutes", unit: "minutes", "Everyone."),
                .number(
                    "mean_minutes_without_car", "Mean minutes without a car", unit: "minutes", "Of those households."),
                .whole("inside", "In disadvantaged places", unit: "hubs", "By the study's rule."),
                .number("per_cent_above", "Per cent above the best list", "Of what the plan was made for."),
                .number("per_cent_above_at_most", "At most, proved", "Above the best list that there can be."),
                .whole(
                    "away", "Hubs elsewhere", unit: "hubs",
                    "The fewest that are away from all hubs of an earlier option."),
            ],
            rows: record.options.enumerated().map { number, option in
                [
                    .whole(number + 1), .whole(option.everyone.reached), .minutes(option.everyone.meanMinutes),
                    .minutes(option.withoutCar.meanMinutes), option.inside.map { .whole($0) } ?? .none,
                    .text(OptionsWords.percent(option.above)),
                    option.mostAbove.map { .text(OptionsWords.percent($0)) } ?? .none,
                    option.away.min().map { .whole($0) } ?? .none,
                ]
            })
    }

    /// One row an option and hub.
    static func hubs(_ record: OptionsRecord) -> Table {
        var rows: [[Table.Cell]] = []
        for (number, option) in record.options.enumerated() {
            for hub in option.hubs {
                let site = record.region.sites[Int(hub)]
                rows.append([
                    .whole(number + 1), .text(site.id), .text(site.name), .text(record.region.place(of: site)),
                    .whole(record.options.count { $0.hubs.contains(hub) }),
                ])
            }
        }
        return Table(
            name: "hubs", caption: "The hubs of every option",
            columns: [
                .whole("option", "Option", "1 is the best list."), .text("id", "Hub id", "The site."),
                .text("name", "Hub", "Its name."), .text("place", "Place", "The place it stands in."),
                .whole("in_options", "In options", "Options that have this site."),
            ], rows: rows)
    }

    /// One option as a list of hubs that somebody has thought of, in the columns that such a list has.
    static func list(_ option: Int, of record: OptionsRecord) -> Table {
        let service = record.region.services[record.service].id
        return Table(
            name: "option-\(option + 1)", caption: "The hubs of option \(option + 1)",
            columns: [
                .text("service", "Service", "The service, by its id in the study."),
                .text("id", "Hub id", "The site."), .text("name", "Hub", "Its name."),
                .text("place", "Place", "The place it stands in."),
            ],
            rows: record.options[option].hubs.map { hub in
                let site = record.region.sites[Int(hub)]
                return [.text(service), .text(site.id), .text(site.name), .text(record.region.place(of: site))]
            })
    }

    /// One row a place.
    static func places(_ record: OptionsRecord) -> Table {
        Table(
            name: "places", caption: "How often each place has a hub",
            columns: [
                .text("place", "Place", "By name."),
                .whole("options", "Options with a hub there", "Of all options; it says nothing about importance."),
            ],
            rows: record.places.map { [.text($0.name), .whole($0.options)] })
    }
}
