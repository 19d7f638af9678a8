internal import HubModel

/// The tables of a frontier, for the page and for spreadsheets alike.
enum FrontierTables {
    /// One row a rule and step.
    static func steps(_ record: FrontierRecord) -> Table {
        let words = FrontierWords(record)
        return Table(
            name: "frontier", caption: words.title,
            columns: [
                .text("rule", "Rule", "The rule, by its id in the study; empty where steps count hubs in all."),
                .whole("asked", "Hubs asked for", unit: "hubs", "In the rule's places, or in all."),
                .whole("inside", "Hubs inside", unit: "hubs", "Of the plan found, in the rule's places."),
                .number("value", "Found", "What the plan found gives, in the unit of the column unit."),
                .number("limit", "No list can beat", "What no plan of the step can beat, in the same unit."),
                .text("unit", "Unit", "reached: weight within the limit; meanMinutes; or score."),
                .text("proof", "Proof", "proved, band (found, with what no list can beat), clash or none."),
                .whole("children_within_limit", "Within the limit", unit: "children", "Of the plan found."),
                .number("mean_minutes_there_and_back", "Mean minutes", unit: "minutes", "Of the plan found, everyone."),
                .number(
                    "mean_minutes_without_car", "Mean minutes without a car", unit: "minutes",
                    "Of the plan found, households without a car."),
                .whole("solved_at", "Solved at", "The step whose solve gave the plan."),
                .text("clash", "Why not", "Why no plan can keep the rules, where none can."),
            ],
            rows: record.curves.flatMap { curve in curve.steps.map { row($0, of: curve, record) } })
    }

    private static func row(
        _ step: FrontierRecord.Step, of curve: FrontierRecord.Curve, _ record: FrontierRecord
    ) -> [Table.Cell] {
        func number(_ value: Double?) -> Table.Cell {
            value.map { record.unit == .reached ? .whole(Int64($0)) : .text(Table.Cell.fixed($0, digits: 4)) } ?? .none
        }
        let proof =
            step.clash != nil
            ? "clash" : step.value == nil ? "none" : step.isProved ? "proved" : step.limit == nil ? "none" : "band"
        return [
            curve.rule.map { .text(record.region.rules[$0].id) } ?? .none, .whole(step.asked),
            step.inside.map { .whole($0) } ?? .none, number(step.value), number(step.limit),
            .text(record.unit.document), .text(proof), step.everyone.map { .whole($0.reached) } ?? .none,
            .minutes(step.everyone?.meanMinutes), .minutes(step.withoutCar?.meanMinutes),
            step.solvedAt.map { .whole($0) } ?? .none, step.clash.map { .text($0) } ?? .none,
        ]
    }

    /// The steps of one curve for the page, in words.
    static func page(_ curve: FrontierRecord.Curve, of record: FrontierRecord) -> Table {
        let words = FrontierWords(record)
        let isShare = record.kind == .share
        return Table(
            caption: "\(Words.sentence(words.steps(curve))): step by step",
            columns: [.whole("asked", "Asked for")] + (isShare ? [.whole("inside", "In the list found")] : []) + [
                .whole("reached", "Within the limit"), .number("minutes", "Mean minutes"),
                .number("without", "Mean minutes without a car"), .text("certainty", "How sure"),
            ],
            rows: curve.steps.map { step in
                [.whole(step.asked)] + (isShare ? [step.inside.map { .whole($0) } ?? .none] : []) + [
                    step.everyone.map { .whole($0.reached) } ?? .none, .minutes(step.everyone?.meanMinutes),
                    .minutes(step.withoutCar?.meanMinutes), .text(words.certainty(step)),
                ]
            })
    }

    /// One row a rule, step and hub.
    static func hubs(_ record: FrontierRecord) -> Table {
        var rows: [[Table.Cell]] = []
        for curve in record.curves {
            let name: Table.Cell = curve.rule.map { .text(record.region.rules[$0].id) } ?? .none
            for step in curve.steps {
                let survivors = Set(record.survivors.first { $0.asked == step.asked }?.sites ?? [])
                for hub in step.hubs {
                    let site = record.region.sites[Int(hub)]
                    let inside = curve.rule.map { record.region.rules[$0].sites[Int(hub)].inside }
                    rows.append([
                        name, .whole(step.asked), .text(site.id), .text(site.name),
                        .text(record.region.place(of: site)), inside.map { .whole($0 ? 1 : 0) } ?? .none,
                        record.survivors.isEmpty ? .none : .whole(survivors.contains(hub) ? 1 : 0),
                    ])
                }
            }
        }
        return Table(
            name: "hubs", caption: "The hubs of every step",
            columns: [
                .text("rule", "Rule", "The rule, by its id in the study."),
                .whole("asked", "Hubs asked for", "The step."), .text("hub_id", "Hub id", "The site."),
                .text("hub_name", "Hub", "Its name."), .text("place", "Place", "The place it stands in."),
                .whole("inside", "Inside", "1 in a place of the rule, 0 outside."),
                .whole(
                    "under_every_rule", "Under every rule", "1 in the plan of this step under every rule asked for."),
            ], rows: rows)
    }
}
