internal import HubModel
internal import Regions
internal import Reports
internal import TravelCosts

/// The tables that planners write and hubplan reads, each with its Table Schema (Frictionless Standards 1.0).
package enum InputTables {
    private struct Input {
        var description: TableDescription
        /// Where hubplan is given it.
        var use: String
    }

    private static let all = [
        Input(
            description: ListTable.description,
            use: "hubplan evaluate STUDY --plan list.csv; solve and evaluate --baseline list.csv"),
        Input(description: VoicesTable.description, use: "in a study: voices: {file: voices.csv}"),
        Input(
            description: JourneysTable.description,
            use:
                "in a study: travel: {by: imported, matrix: {file: journeys.csv, unit: minutes, direction: thereAndBack}}"
        ),
        Input(description: FormTables.areas, use: "in the empty study that hubplan init writes"),
        Input(description: FormTables.sites, use: "in the empty study that hubplan init writes"),
    ]

    /// Every table with what it is for.
    package static var overview: String {
        let width = all.map(\.description.name.count).max() ?? 0
        let tables = all.flatMap { input -> [String] in
            let margin = String(repeating: " ", count: width - input.description.name.count)
            return [
                "  \(input.description.name)\(margin)  \(input.description.title)",
                "  \(String(repeating: " ", count: width))  \(input.use)",
            ]
        }
        return
            (["Tables that you write and hubplan reads:"] + tables + [
                "",
                "hubplan tables NAME tells the columns of one, and with --json its Table Schema.",
                "The tables that hubplan writes are told in the datapackage.json beside them.",
            ]).joined(separator: "\n")
    }

    /// The columns of one table, for people.
    /// - Parameter name: of the table.
    /// - Returns: a line a column, with what it is for.
    /// - Throws: `HubPlanError` for a name that no table has.
    package static func text(_ name: String) throws -> String {
        let input = try find(name)
        let table = input.description
        let columns = table.columns.flatMap { column -> [String] in
            let facts = [kind(column.kind), column.unit, column.isRequired ? "needed" : nil].compactMap { $0 }
            return ["  \(column.name) (\(facts.joined(separator: ", ")))", "      \(column.meaning)"]
        }
        return (["\(table.name).csv: \(table.title)", table.about, "For: \(input.use)", ""] + columns)
            .joined(separator: "\n")
    }

    /// - Parameter name: of the table.
    /// - Returns: its Table Schema.
    /// - Throws: `HubPlanError` for a name that no table has.
    package static func schema(_ name: String) throws -> String { TablePackage.schema(of: try find(name).description) }

    private static func find(_ name: String) throws -> Input {
        let names = all.map(\.description.name)
        guard let place = names.firstIndex(of: name) else {
            throw HubPlanError(
                "There is no table '\(name)' that hubplan reads.\(NearestName.hint(name, among: names)) There are "
                    + "\(names.joined(separator: ", ")).")
        }
        return all[place]
    }

    private static func kind(_ kind: TableDescription.Kind) -> String {
        switch kind {
        case .text: "text"
        case .whole: "whole number"
        case .number: "number"
        case .date: "date"
        }
    }
}
