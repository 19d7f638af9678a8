internal import HubModel

/// Which columns of an imported table say where from, where to and what it costs, with unit and direction.
struct MatrixColumns: Hashable, Sendable {
    var from: String
    var to: String
    var cost: String
    var unit: MatrixRequest.Unit
    var direction: MatrixRequest.Direction

    /// r5r's `travel_time_matrix` (`from_id`, `to_id`, `travel_time_p50`), pandana's `nodes_in_range` (`source`,
    /// `destination`, `weight`), and plain words.
    private static let fromNames = ["from_id", "source", "origin_id", "origin", "from", "area"]
    private static let toNames = ["to_id", "destination", "destination_id", "to", "site"]
    private static let costNames = ["travel_time_p50", "travel_time", "minutes", "seconds", "metres", "weight"]

    /// - Parameters:
    ///   - request: what the study states.
    ///   - there: the file's columns.
    /// - Throws: `TravelError` for a column that is not there, and for a unit or direction that nothing tells.
    init(_ request: MatrixRequest, among there: [String]) throws {
        func column(_ stated: String?, _ names: [String], _ field: String) throws -> String {
            if let stated {
                guard there.contains(stated) else {
                    throw request.failure(
                        "the file '\(request.file.title)' has no column '\(stated)'."
                            + NearestName.hint(stated, among: there)
                            + " Columns there are: \(there.joined(separator: ", ")).")
                }
                return stated
            }
            guard let found = names.first(where: there.contains) else {
                throw request.failure(
                    "the file '\(request.file.title)' has no column of a name known for '\(field)' "
                        + "(\(names.joined(separator: ", "))). Name it with `\(field)`; columns there are: "
                        + "\(there.joined(separator: ", ")).")
            }
            return found
        }
        from = try column(request.from, Self.fromNames, "from")
        to = try column(request.to, Self.toNames, "to")
        cost = try column(request.cost, Self.costNames, "minutes")
        guard Set([from, to, cost]).count == 3 else {
            throw request.failure("'from', 'to' and 'minutes' must be three columns, not \(from), \(to) and \(cost).")
        }
        unit = try request.unit(of: cost)
        direction = try request.direction(of: cost)
    }
}

extension MatrixRequest {
    func failure(_ sentence: String) -> TravelError { TravelError("\(place): \(sentence)") }

    /// r5r gives whole minutes one way, at a percentile of the departures: `travel_time_p50`.
    private static func isR5R(_ column: String) -> Bool { column.hasPrefix("travel_time") }

    /// - Parameter column: of costs; nil for a wide table, whose columns tell no unit.
    func unit(of column: String?) throws -> Unit {
        if let unit { return unit }
        if let column {
            if Self.isR5R(column) { return .minutes }
            if let named = Unit(rawValue: column) { return named }
        }
        throw failure("it does not say what its costs are counted in. State `unit: minutes`, `seconds` or `metres`.")
    }

    func direction(of column: String?) throws -> Direction {
        if let direction { return direction }
        if let column, Self.isR5R(column) { return .oneWay }
        throw failure(
            "it does not say whether its costs are there and back. State `direction: thereAndBack`, or `oneWay` to count "
                + "each twice.")
    }
}
