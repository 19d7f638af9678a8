internal import HubModel

/// A frontier in lines for a terminal.
package enum FrontierText {
    /// A heading, a line a step, and the price of the step that the study asks for.
    package static func lines(_ curve: FrontierRecord.Curve, of record: FrontierRecord) -> [String] {
        let words = FrontierWords(record)
        var rows = [["asked", "inside", "within limit", "mean minutes", "without a car", ""]]
        for step in curve.steps {
            rows.append([
                Words.count(step.asked), step.inside.map { Words.count($0) } ?? "–",
                step.everyone.map { Words.count($0.reached) } ?? "–", minutes(step.everyone),
                minutes(step.withoutCar), words.certainty(step),
            ])
        }
        let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        let table = rows.map { row in
            let cells = row.indices.map { column in
                column == 5
                    ? row[column] : String(repeating: " ", count: widths[column] - row[column].count) + row[column]
            }
            return "  " + cells.joined(separator: "  ")
        }
        return ["\(words.hubs), \(words.steps(curve)): \(words.value)"] + table + [words.extent(curve)]
            + [words.price(curve)].compactMap { $0 }
    }

    private static func minutes(_ figures: TravelFigures?) -> String {
        figures?.meanMinutes.map { Words.decimal($0, digits: 1) } ?? "–"
    }
}
