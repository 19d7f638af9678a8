internal import HubModel
internal import Spatial

/// Where each row of a given list says its hub is: an id, a name, or a point in the study's coordinate system.
struct PlanPositions {
    enum Position {
        case id(String)
        /// Of the building.
        case name(String)
        case point(Point, given: String)
    }

    private let positions: [Position]

    subscript(row: Int) -> Position { positions[row] }

    /// - Parameter knownIDs: ids of the study's sites.
    init(_ table: VectorLayer, path: String, crs: String?, studyCRS: String, knownIDs: Set<String>) throws {
        if let ids = Self.column(["site", "site_id", "id"], in: table),
            !Self.hasPoints(table) || ids.values.contains(where: { knownIDs.contains($0 ?? "") })
        {
            positions = try ids.values.enumerated().map { row, value in
                guard let value, !value.isEmpty else {
                    throw HubPlanError("\(path), row \(row + 1), column \(ids.name): the site is blank.")
                }
                return .id(value)
            }
            return
        }
        if !Self.hasPoints(table), let names = Self.column(["name", "site_name"], in: table) {
            positions = try names.values.enumerated().map { row, value in
                guard let value, !value.isEmpty else {
                    throw HubPlanError("\(path), row \(row + 1), column \(names.name): the site is blank.")
                }
                return .name(value)
            }
            return
        }
        let (points, system) = try Self.points(of: table, path: path, crs: crs, studyCRS: studyCRS)
        let given = points.map { "\($0.x.plain), \($0.y.plain)" }
        let target = try CoordinateSystem(studyCRS)
        let moved = system == target ? points : try CoordinateTransform(from: system, to: target)(points)
        if let row = moved.firstIndex(where: { !$0.isOnMap }) {
            throw HubPlanError(
                "\(path), row \(row + 1): (\(given[row])) is not a place. Give it coordinates in metres or degrees.")
        }
        positions = zip(moved, given).map { .point($0, given: $1) }
    }

    /// Whether rows carry points besides an id that may be a row number.
    private static func hasPoints(_ table: VectorLayer) -> Bool {
        table.shapes.contains { $0 != nil }
            || (column(["easting", "longitude", "lon", "lng", "x"], in: table) != nil
                && column(["northing", "latitude", "lat", "y"], in: table) != nil)
    }

    private static func points(
        of table: VectorLayer, path: String, crs: String?, studyCRS: String
    ) throws -> ([Point], CoordinateSystem) {
        if table.shapes.contains(where: { $0 != nil }) {
            guard let system = try crs.map({ try CoordinateSystem($0) }) ?? table.crs else {
                throw HubPlanError("\(path) does not say which coordinate system its points are in: give --plan-crs.")
            }
            let points = try table.shapes.enumerated().map { row, shape in
                guard case .point(let point)? = shape else {
                    throw HubPlanError("\(path), row \(row + 1): a hub must be a point.")
                }
                return point
            }
            return (points, system)
        }
        let pairs: [(x: [String], y: [String], system: String?)] = [
            (["easting"], ["northing"], crs ?? studyCRS),
            (["longitude", "lon", "lng"], ["latitude", "lat"], "EPSG:4326"),
            (["x"], ["y"], crs),
        ]
        for pair in pairs {
            guard let x = column(pair.x, in: table), let y = column(pair.y, in: table) else { continue }
            guard let system = pair.system else {
                throw HubPlanError(
                    "\(path) has columns x and y but does not say in which coordinate system: give --plan-crs.")
            }
            let points = try (0..<table.count).map { row in
                Point(
                    x: try number(x.values[row], path: path, row: row, column: x.name),
                    y: try number(y.values[row], path: path, row: row, column: y.name))
            }
            return (points, try CoordinateSystem(system))
        }
        throw HubPlanError(
            "\(path) names no site and no point: it needs a column id or name, or easting and northing, or longitude and "
                + "latitude, or x and y; its columns are \(table.columns.joined(separator: ", ")).")
    }

    /// The first of these columns that the table has, whatever the case of its name.
    private static func column(_ names: [String], in table: VectorLayer) -> (name: String, values: [String?])? {
        for name in names {
            if let found = table.columns.first(where: { $0.lowercased() == name }), let values = table.column(found) {
                return (found, values)
            }
        }
        return nil
    }

    private static func number(_ text: String?, path: String, row: Int, column: String) throws -> Double {
        guard let value = text.flatMap({ Double($0) }), value.isFinite else {
            throw HubPlanError("\(path), row \(row + 1), column \(column): \"\(text ?? "")\" is not a number.")
        }
        return value
    }
}
