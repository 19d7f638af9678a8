internal import HubModel
internal import Spatial

/// Points, names, settlement and outlines of the areas.
struct AreaBuilder {
    let tables: AreaTables
    let projector: Projector
    let outlineReader: OutlineReader

    private var study: StudyAreas { tables.study.areas }
    private var frame: AreaFrame { tables.frame }

    struct Built {
        var areas: [Area]
        var attributes: [String: [String]]
        /// Empty, or one an area.
        var outlines: [Outline]
    }

    func build(log: inout BuildLog) throws -> Built {
        let outlines = try outlines(log: &log)
        let points = try points(outlines: outlines, log: &log)
        let names = try study.name.map { try tables.texts($0) } ?? frame.codes
        let settlements = try settlements(log: &log)
        let areas = frame.codes.indices.map { area in
            Area(
                code: frame.codes[area], name: names[area].isEmpty ? frame.codes[area] : names[area],
                point: points[area], settlement: settlements[area])
        }
        var attributes: [String: [String]] = [:]
        for attribute in study.attributes {
            attributes[attribute.id] = try tables.attribute(attribute.id, at: attribute.column.place)
        }
        return Built(areas: areas, attributes: attributes, outlines: outlines)
    }

    // MARK: Points

    private func points(outlines: [Outline], log: inout BuildLog) throws -> [Point] {
        let place = study.point?.place ?? study.source.place
        if let columns = study.point {
            let xs = try coordinates(columns.x)
            let ys = try coordinates(columns.y)
            let system = try projector.system(columns.crs, at: columns.place)
            return try checked(zip(xs, ys).map { Point(x: $0, y: $1) }, in: system, at: place)
        }
        let own = frame.rows.compactMap { row -> Point? in
            guard case .point(let point) = frame.layer.shapes[row] else { return nil }
            return point
        }
        if own.count == frame.rows.count {
            return try checked(own, in: try projector.system(of: frame.layer, source: study.source), at: place)
        }
        guard !outlines.isEmpty else {
            throw place.failure(
                "the areas have no points: give `point` with the columns of their coordinates, "
                    + "or a layer of points or polygons.")
        }
        log.warn(
            "The areas have no population-weighted points, so journeys start at a point inside each outline. "
                + "Give `point` where weighted points are to be had.")
        return try outlines.enumerated().map { area, outline in
            guard let point = InteriorPoint.of(outline) else {
                throw place.failure("area \(frame.codes[area]) has neither a point nor an outline. Give it one.")
            }
            return point
        }
    }

    private func coordinates(_ column: StudyColumn) throws -> [Double] {
        let values = try tables.texts(column)
        let bad = values.indices.filter { PlainNumber.read(values[$0]) == nil }
        guard bad.isEmpty else {
            let source = column.inTable(among: tables.study.tables)?.table.source ?? tables.study.areas.source
            throw column.place.failure(
                "\(Wording.count(bad.count, "area")) "
                    + "\(Wording.verb(bad.count, "has", "have")) no number in '\(column.text)' of '\(source.file)' "
                    + "(\(Wording.firstFive(bad.map { "\(frame.codes[$0]): '\(values[$0])'" }))). Complete them.")
        }
        return values.compactMap { PlainNumber.read($0) }
    }

    /// Points of areas must all be good: people live there.
    private func checked(_ points: [Point], in system: CoordinateSystem, at place: StudyPlace) throws -> [Point] {
        let zeros = points.indices.filter { points[$0].x == 0 && points[$0].y == 0 }
        guard zeros.isEmpty else {
            throw place.failure(
                "\(Wording.count(zeros.count, "area")) "
                    + "\(Wording.verb(zeros.count, "stands", "stand")) at 0,0 (\(codes(zeros))). Correct their "
                    + "coordinates."
            )
        }
        let isUsable = try projector.areInAreaOfUse(points, from: system)
        let outside = points.indices.filter { !isUsable[$0] }
        guard outside.isEmpty else {
            let swapped = outside.map { Point(x: points[$0].y, y: points[$0].x) }
            let fits = try projector.areInAreaOfUse(swapped, from: system).allSatisfy { $0 }
            let hint = fits ? "With x and y swapped they would fit: swap them." : "Check the columns and `crs`."
            throw place.failure(
                "\(Wording.count(outside.count, "area")) "
                    + "\(Wording.verb(outside.count, "stands", "stand")) outside where \(projector.target.title) "
                    + "may be used "
                    + "(\(codes(outside))). \(hint)")
        }
        return try projector.points(points, from: system).enumerated().map { area, point in
            guard let point else {
                throw place.failure(
                    "area \(frame.codes[area]) at \(points[area].x), \(points[area].y) cannot be taken to "
                        + "\(projector.target.title). Correct its coordinates.")
            }
            return point
        }
    }

    private func codes(_ areas: [Int]) -> String {
        "first five: " + Wording.firstFive(areas.map { frame.codes[$0] })
    }

    // MARK: Settlement

    private func settlements(log: inout BuildLog) throws -> [Settlement] {
        guard let settlement = study.settlement else {
            log.note("The study does not say which areas are rural (`settlement`): all count as urban.")
            return frame.codes.map { _ in .urban }
        }
        let values = try tables.texts(settlement.column)
        let kinds = values.map { value -> Settlement? in
            settlement.urban.contains(value) ? .urban : settlement.rural.contains(value) ? .rural : nil
        }
        let unknown = kinds.indices.filter { kinds[$0] == nil }
        guard unknown.isEmpty else {
            throw settlement.column.place.failure(
                "\(Wording.count(unknown.count, "area")) "
                    + "\(Wording.verb(unknown.count, "has", "have")) a value of '\(settlement.column.text)' that is "
                    + "neither "
                    + "urban nor rural (\(Wording.firstFive(unknown.map { "\(frame.codes[$0]): '\(values[$0])'" }))). "
                    + "Add it to `urban` or `rural`.")
        }
        return kinds.compactMap { $0 }
    }

    // MARK: Outlines

    private func outlines(log: inout BuildLog) throws -> [Outline] {
        guard let outlines = study.outlines else {
            let hasPolygons = frame.rows.contains { row in
                if case .polygons = frame.layer.shapes[row] { true } else { false }
            }
            guard hasPolygons else { return [] }
            let keys = try frame.layer.texts(study.key, at: study.source.place)
            return try outlineReader.shapes(
                of: frame.layer, rows: frame.rows, keys: keys, source: study.source, role: "areas", log: &log)
        }
        let places = try outlineReader.read(
            outlines, role: "outlines of areas", only: { frame.index[$0] != nil }, log: &log)
        var result = Array(repeating: Outline.empty, count: frame.codes.count)
        for place in places {
            if let area = frame.index[place.code] { result[area] = place.outline }
        }
        guard !places.isEmpty else {
            throw outlines.source.place.failure(
                "the outlines do not join: none of the areas' codes (\(Wording.firstFive(frame.codes))) stands in "
                    + "column "
                    + "'\(outlines.key)' of '\(outlines.source.file)'. Check the key and the vintage.")
        }
        let without = result.indices.filter { result[$0].isEmpty }
        if !without.isEmpty {
            log.warn(
                "\(Wording.count(without.count, "area")) "
                    + "\(Wording.verb(without.count, "has", "have")) no outline in '\(outlines.source.file)' "
                    + "(\(codes(without)))."
            )
        }
        return result
    }
}
