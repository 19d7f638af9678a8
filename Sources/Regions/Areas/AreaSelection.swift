internal import HubModel
internal import Spatial

/// Which rows of the areas' layer belong to the study: those that `where` and `within` keep, and with `buffer` those
/// across their border.
struct AreaSelection {
    /// Ascending.
    private(set) var rows: [Int]
    /// The rows among them that stand across the border.
    private(set) var across: Set<Int> = []
    /// The kept areas and what lies within the buffer of them; nil without a buffer.
    private(set) var zone: AreaZone?

    /// - Throws: when no area is left.
    init(_ areas: StudyAreas, layer: VectorLayer, projector: Projector, outlineReader: OutlineReader) throws {
        let source = areas.source
        rows = try layer.rows(passing: areas.filters)
        guard !rows.isEmpty else {
            throw source.place.failure(
                "the file '\(source.file)' gives no area: none of its "
                    + "\(Wording.count(layer.count, "row")) passes `where`.")
        }
        guard areas.within != nil || areas.buffer != nil else { return }
        let points = try Self.points(areas, layer: layer, projector: projector)
        if let within = areas.within {
            let polygons = try BufferZone(Self.polygons(within, reader: outlineReader), metres: 0)
            rows = rows.filter { points[$0].map(polygons.holds) ?? false }
            guard !rows.isEmpty else {
                throw within.source.place.failure(
                    "no area's point stands inside the polygons of '\(within.source.file)'. Draw them wider, or check "
                        + "that they lie where the areas do.")
            }
        }
        guard let buffer = areas.buffer else { return }
        let zone = try Self.zone(
            areas, metres: buffer.metres, layer: layer, rows: rows, points: points, reader: outlineReader)
        let kept = Set(rows)
        across = Set(layer.shapes.indices.filter { !kept.contains($0) && (points[$0].map(zone.holds) ?? false) })
        rows = kept.union(across).sorted()
        self.zone = zone
    }

    /// Tells how far the study reaches beyond the areas it names.
    func note(in log: inout BuildLog, buffer: StudyBuffer?) {
        guard let buffer else { return }
        let kilometres = (buffer.metres / 1_000).plain
        let people = buffer.countsPeople ? "the people there count too" : "the people there do not count"
        log.note(
            "\(Wording.count(rows.count - across.count, "area")) \(Wording.verb(rows.count - across.count, "is", "are")) "
                + "of the place itself; \(Wording.count(across.count, "more", "more")) across its border, within "
                + "\(kilometres) km of it, \(Wording.verb(across.count, "belongs", "belong")) to the study: hubs may "
                + "stand there within that distance, and \(people).")
    }

    /// The point of every row, in the study's system; nil where it has none.
    private static func points(_ areas: StudyAreas, layer: VectorLayer, projector: Projector) throws -> [Point?] {
        let raw: [Point?]
        let system: CoordinateSystem
        if let columns = areas.point {
            let xs = try layer.texts(columns.x.text, at: columns.x.place).map(PlainNumber.read)
            let ys = try layer.texts(columns.y.text, at: columns.y.place).map(PlainNumber.read)
            raw = zip(xs, ys).map { x, y in x.flatMap { x in y.map { Point(x: x, y: $0) } } }
            system = try projector.system(columns.crs, at: columns.place)
        } else {
            raw = layer.shapes.map { if case .point(let point) = $0 { point } else { nil } }
            guard raw.contains(where: { $0 != nil }) else {
                throw areas.source.place.failure(
                    "`within` and `buffer` go by the areas' points, and '\(areas.source.file)' has none: give `point` "
                        + "with the columns of their coordinates, or a layer of points.")
            }
            system = try projector.system(of: layer, source: areas.source)
        }
        let nowhere = Point(x: .nan, y: .nan)
        return zip(raw, try projector.points(raw.map { $0 ?? nowhere }, from: system)).map { $0 == nil ? nil : $1 }
    }

    private static func polygons(_ within: StudyWithin, reader: OutlineReader) throws -> [Outline] {
        let layer = try reader.files.layer(within.source, role: "outline of the study")
        let rows = try layer.rows(passing: within.filters)
        guard !rows.isEmpty else {
            throw within.source.place.failure("no polygon of '\(within.source.file)' passes `where`.")
        }
        var log = BuildLog()
        return try reader.shapes(
            of: layer, rows: rows, keys: layer.shapes.indices.map { "row \($0 + 1)" }, source: within.source,
            role: "outline of the study", log: &log)
    }

    private static func zone(
        _ areas: StudyAreas, metres: Double, layer: VectorLayer, rows: [Int], points: [Point?], reader: OutlineReader
    ) throws -> AreaZone {
        // What is wrong with outlines is told when they are read for the map.
        var log = BuildLog()
        guard let outlines = areas.outlines else {
            return .points(NearestPoint(rows.compactMap { points[$0] }), metres: metres)
        }
        let keys = try layer.texts(areas.key, at: areas.source.place)
        let codes = Set(rows.map { keys[$0] })
        let places = try reader.read(outlines, role: "outlines of areas", only: codes.contains, log: &log)
        return .outlines(try BufferZone(places.map(\.outline), metres: metres))
    }
}

/// Areas and what lies within a distance of their outlines, or of their points where they have no outlines.
enum AreaZone {
    case outlines(BufferZone)
    case points(NearestPoint, metres: Double)

    func holds(_ point: Point) -> Bool {
        switch self {
        case .outlines(let zone): zone.holds(point)
        case .points(let nearest, let metres): (nearest(to: point)?.metres ?? .infinity) <= metres
        }
    }
}
