internal import HubModel
package import Spatial

/// Reads barriers and crossings from files of places that GDAL knows.
package enum BarrierFile {
    /// One layer of barriers: the lines of a file, and the edges of its polygons.
    /// - Parameters:
    ///   - path: the file, as GDAL names it.
    ///   - layer: its layer; may be left out when it has one only.
    ///   - filter: a column and the value that wanted rows have there, such as `kind` and `river`; nil takes all rows.
    ///   - title: for people: "River Wendle".
    ///   - effect: whether it blocks or costs minutes.
    ///   - crs: the study's projected coordinate system.
    /// - Throws: `SpatialError` when the file cannot be read; `TravelError` when a row holds a point, or no row is wanted.
    package static func barriers(
        _ path: String, layer: String? = nil, where filter: (column: String, value: String)? = nil, title: String,
        effect: BarrierLayer.Effect, crs: CoordinateSystem
    ) throws -> BarrierLayer {
        let read = try VectorFile.read(path, layer: layer, columns: filter.map { [$0.column] } ?? [])
        let rows = wanted(read, filter)
        var lines: [[Point]] = []
        for (row, shape) in zip(rows, try projected(read, rows, to: crs)) {
            switch shape {
            case .lines(let parts)?: lines += parts
            case .polygons(let outline)?: lines += outline.polygons.flatMap { $0 }
            case .point?:
                throw TravelError("The file \(path), row \(row + 1), holds a point; barriers are lines or polygons.")
            case nil: continue
            }
        }
        guard !lines.isEmpty else {
            let which = filter.map { " whose \($0.column) is \"\($0.value)\"" } ?? ""
            throw TravelError("The file \(path) has no lines\(which); check the barrier \(title) in the study.")
        }
        return BarrierLayer(title: title, lines: lines, effect: effect)
    }

    /// The crossings of a file of points.
    /// - Parameters:
    ///   - path: the file, as GDAL names it.
    ///   - layer: its layer; may be left out when it has one only.
    ///   - name: the column of names; nil numbers the crossings from 1.
    ///   - minutes: the column of minutes that passing takes; nil, or an empty value, for none.
    ///   - walkersOnly: a column and the values of crossings that carry no vehicles, such as `kind` and `footbridge`.
    ///   - crs: the study's projected coordinate system.
    /// - Throws: `SpatialError` when the file cannot be read; `TravelError` naming the row when one holds no point or its
    ///   minutes are not a number from 0 to 1,440.
    package static func crossings(
        _ path: String, layer: String? = nil, name: String? = nil, minutes: String? = nil,
        walkersOnly: (column: String, values: Set<String>)? = nil, crs: CoordinateSystem
    ) throws -> [Crossing] {
        let columns = Set([name, minutes, walkersOnly?.column].compactMap { $0 })
        let read = try VectorFile.read(path, layer: layer, columns: columns)
        let shapes = try projected(read, Array(0..<read.count), to: crs)
        func value(_ column: String?, _ row: Int) -> String? { column.flatMap { read.column($0)?[row] } }
        return try shapes.enumerated().map { row, shape in
            guard case .point(let point)? = shape else {
                throw TravelError("The file \(path), row \(row + 1), holds no point; a crossing is a point.")
            }
            let said = value(minutes, row) ?? ""
            guard let taken = said.isEmpty ? 0 : Double(said), (0...1440).contains(taken) else {
                throw TravelError(
                    "The file \(path), row \(row + 1), column \"\(minutes ?? "")\", is \"\(said)\"; give minutes from 0 to "
                        + "1440.")
            }
            let isWalkersOnly = walkersOnly.map { only in
                value(only.column, row).map { only.values.contains($0) } ?? false
            }
            return Crossing(
                title: value(name, row) ?? "crossing \(row + 1)", point: point, minutes: taken,
                carriesVehicles: !(isWalkersOnly ?? false))
        }
    }

    private static func wanted(_ read: VectorLayer, _ filter: (column: String, value: String)?) -> [Int] {
        guard let filter, let values = read.column(filter.column) else { return Array(0..<read.count) }
        return values.indices.filter { values[$0] == filter.value }
    }

    private static func projected(_ read: VectorLayer, _ rows: [Int], to crs: CoordinateSystem) throws -> [Shape?] {
        let shapes = rows.map { read.shapes[$0] }
        guard let given = read.crs else {
            throw TravelError(
                "The file \(read.path) states no coordinate system; give barriers and crossings as GeoJSON or GeoPackage."
            )
        }
        return given.definition == crs.definition ? shapes : try CoordinateTransform(from: given, to: crs)(shapes)
    }
}
