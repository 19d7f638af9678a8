internal import HubModel
internal import Spatial

/// Where the rows of a layer of sites stand, with a reason for each that stands nowhere sensible.
struct SiteCoordinates {
    /// One entry a row asked for: its point in the study's system, or what is wrong with its coordinates.
    let places: [Result<Point, Fault>]

    struct Fault: Error {
        /// "at 0,0"
        var reason: String
        /// Whether the coordinates are there but wrong, which speaks against the layer as a whole.
        var isWrong: Bool
    }

    init(_ site: StudySiteLayer, layer: VectorLayer, rows: [Int], projector: Projector) throws {
        let raw: [Result<Point, Fault>]
        let system: CoordinateSystem
        if let columns = site.point {
            raw = try Self.columns(columns, layer: layer, rows: rows)
            system = try projector.system(columns.crs, at: columns.place)
        } else {
            raw = rows.map { Self.point(of: layer.shapes[$0]) }
            guard rows.contains(where: { layer.shapes[$0] != nil }) else {
                throw site.place.failure(
                    "the file '\(site.source.file)' has no points. Give `point` with the columns of the coordinates.")
            }
            system = try projector.system(of: layer, source: site.source)
        }
        places = try Self.moved(raw, from: system, projector: projector)
    }

    /// Of sites that stand in the study itself.
    /// - Throws: for a point that the study's system does not cover.
    init(_ points: [StudySitePoint], projector: Projector) throws {
        places = try points.map { .success(try projector.point($0.position)) }
    }

    private static func columns(_ columns: StudyPoint, layer: VectorLayer, rows: [Int]) throws -> [Result<Point, Fault>]
    {
        let xs = try layer.texts(columns.x.text, at: columns.x.place)
        let ys = try layer.texts(columns.y.text, at: columns.y.place)
        return rows.map { row in
            if xs[row].isEmpty || ys[row].isEmpty {
                return .failure(Fault(reason: "without coordinates", isWrong: false))
            }
            guard let x = PlainNumber.read(xs[row]), let y = PlainNumber.read(ys[row]) else {
                return .failure(Fault(reason: "with coordinates '\(xs[row])', '\(ys[row])'", isWrong: true))
            }
            return zeroChecked(Point(x: x, y: y))
        }
    }

    private static func point(of shape: Shape?) -> Result<Point, Fault> {
        switch shape {
        case .point(let point): zeroChecked(point)
        case .polygons(let outline):
            InteriorPoint.of(outline).map { zeroChecked($0) }
                ?? .failure(Fault(reason: "with an empty outline", isWrong: true))
        case .lines: .failure(Fault(reason: "drawn as a line", isWrong: true))
        case nil: .failure(Fault(reason: "without coordinates", isWrong: false))
        }
    }

    private static func zeroChecked(_ point: Point) -> Result<Point, Fault> {
        point.x == 0 && point.y == 0 ? .failure(Fault(reason: "at 0,0", isWrong: true)) : .success(point)
    }

    private static func moved(
        _ raw: [Result<Point, Fault>], from system: CoordinateSystem, projector: Projector
    ) throws -> [Result<Point, Fault>] {
        let given = raw.map { (try? $0.get()) ?? Point(x: 0, y: 0) }
        let isUsable = try projector.areInAreaOfUse(given, from: system)
        let isUsableSwapped = try projector.areInAreaOfUse(given.map { Point(x: $0.y, y: $0.x) }, from: system)
        let moved = try projector.points(given, from: system)
        return raw.indices.map { index in
            raw[index].flatMap { point in
                if isUsable[index], let moved = moved[index] { return .success(moved) }
                let position = "\(point.x), \(point.y)"
                return .failure(
                    Fault(
                        reason: isUsableSwapped[index]
                            ? "at \(position), which fits with x and y swapped"
                            : "at \(position), outside where \(projector.target.title) may be used",
                        isWrong: true))
            }
        }
    }
}
