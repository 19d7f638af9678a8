internal import HubModel

extension RunTables {
    /// One row a hub and site that could take its place, and one for a hub without any.
    static func ties(_ view: RunView) -> Table? {
        guard view.services.contains(where: { $0.ties != nil }) else { return nil }
        let rows = view.services.flatMap { service in
            service.hubs.enumerated().flatMap { number, hub -> [[Table.Cell]] in
                guard let ties = service.ties(of: hub) else { return [] }
                let start: [Table.Cell] = [
                    .text(service.service.id), .whole(number + 1), .text(hub.place), .text(hub.site.id),
                    .text(ties.verdict.rawValue),
                ]
                guard !ties.ties.isEmpty else {
                    return [start + [.text(""), .text(""), .text(""), .text(""), .none, .none, .text("")]]
                }
                return ties.ties.map { tie in
                    let site = view.region.sites[Int(tie.site)]
                    return start + [
                        .text(view.place(of: site)), .text(site.id), .text(site.name),
                        .text(tie.isSamePlace ? "yes" : "no"), .minutes(service.mean(tie.cost.tenthMinutes)),
                        .whole(tie.cost.reached), .text(tie.isNearby ? "yes" : "no"),
                    ]
                }
            }
        }
        return Table(
            name: "ties", caption: "Interchangeable sites",
            columns: [
                .text("service", "Service", "The service, by its id in the study."),
                .whole("number", "Number", "The hub's, as in hubs.csv."),
                .text("place", "Place", "The hub's place."), .text("hub_id", "Hub id", "The hub's site."),
                .text(
                    "verdict", "Settled?",
                    "given: not chosen here. only: the rules leave no plan without this place, proved. firm: every plan "
                        + "that keeps the rules without this place costs more than the error, proved. firmBySwaps: no single move elsewhere costs as little. nearTie: one to a site nearby does, or another "
                        + "plan with one nearby. farTie: only one to a site far away does."
                ),
                .text(
                    "tied_place", "Interchangeable place",
                    "The place of a site that could take the hub's; blank for none."),
                .text("tied_id", "Interchangeable site", "That site."),
                .text("tied_name", "Building", "Its name."),
                .text("same_place", "Same place", "yes where both stand in one place, otherwise no."),
                .number(
                    "mean_minutes_change", "Change of the mean", unit: "minutes",
                    "Mean minutes of all children of the service with the hub moved, less without: exact."),
                .whole(
                    "reached_change", "Change in reach", unit: "children",
                    "Children within the limit with the hub moved, less without: exact."),
                .text(
                    "nearby", "Nearby",
                    "yes where families without a car at that site reach the hub within the limit, otherwise no."),
            ],
            rows: rows, heading: 2)
    }

    /// One row a voice and service.
    static func voices(_ view: RunView) -> Table? {
        guard !view.record.request.voices.isEmpty else { return nil }
        return Table(
            name: "voices", caption: "What residents said",
            columns: [
                .whole("row", "Row", "In the study's file of voices, from 1."),
                .text("service", "Service", "The service, by its id in the study."),
                .text("stance", "Stance", "support, object or veto."),
                .text("target", "Site or place", "What the voice is about."),
                .text(
                    "state", "What became of it",
                    "honoured, notHonoured or impossible; blank where it was not looked at."),
                .text("by_move", "Settled a tie", "yes where a hub was moved for it, otherwise no."),
                .number(
                    "mean_minutes_cost", "Cost in minutes", unit: "minutes",
                    "Mean minutes of all children with the voice honoured, less without: of the best plans known."),
                .whole(
                    "reached_cost", "Change in reach", unit: "children",
                    "Children within the limit with the voice honoured, less without: of the best plans known."),
                .text("exact", "Exact", "yes where both plans are proved, otherwise no; blank without a cost."),
                .text("who", "Who", "Who speaks; blank where places alone are published."),
                .text("date", "Date", "As the file has it."),
                .text("reason", "Reason", "As the file has it; blank where places alone are published."),
            ],
            rows: VoiceRow.rows(view).map { row in
                [
                    .whole(row.voice.row), .text(view.services[row.service].service.id),
                    .text(row.voice.stance.rawValue),
                    .text(row.target), .text(row.outcome?.state.rawValue ?? ""),
                    .text(row.outcome.map { $0.isByMove ? "yes" : "no" } ?? ""),
                    .minutes(row.outcome?.cost?.meanMinutes), row.outcome?.cost?.reached.map { .whole($0) } ?? .none,
                    .text(row.outcome?.cost.map { $0.isExact ? "yes" : "no" } ?? ""), .text(row.voice.who),
                    .text(row.voice.date), .text(row.voice.reason),
                ]
            },
            heading: 3)
    }

    /// One row a group and service: who gains and who loses beside the baseline.
    static func changes(_ view: RunView) -> Table? {
        guard view.record.change != nil else { return nil }
        let rows = view.services.flatMap { service in
            (service.change.map { ChangeRow.rows(service, $0) } ?? []).map { row -> [Table.Cell] in
                [
                    .text(service.service.id), .text(row.kind), .text(row.id), .text(row.title),
                    .whole(row.change.children), .whole(row.change.shorter), .minutes(row.change.meanSaved),
                    .whole(row.change.longer), .minutes(row.change.meanAdded), .whole(row.change.same),
                ]
            }
        }
        return Table(
            name: "changes", caption: "Beside \(view.record.baselineTitle ?? "the baseline"): who gains, who loses",
            columns: [
                .text("service", "Service", "The service, by its id in the study."),
                .text("kind", "Kind", "household or disadvantage: what the row is one of."),
                .text("group_id", "Group id", "The group, by its id in hubplan."),
                .text("group", "Group", "The group in words."),
                .whole("children", "Children", unit: "children", "In the group."),
                .whole(
                    "shorter", "Shorter journey", unit: "children",
                    "Those whose journey is shorter than in the baseline."),
                .number("mean_minutes_saved", "Their minutes saved", unit: "minutes", "Their mean, there and back."),
                .whole("longer", "Longer journey", unit: "children", "Those whose journey is longer."),
                .number("mean_minutes_added", "Their minutes added", unit: "minutes", "Their mean, there and back."),
                .whole(
                    "unchanged", "No change", unit: "children",
                    "Those whose journey is as long to the tenth of a minute."),
            ],
            rows: rows, heading: 3)
    }
}
