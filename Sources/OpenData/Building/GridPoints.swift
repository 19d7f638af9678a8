internal import HubModel
internal import Spatial

/// Coordinates of files in the national grid.
final class GridPoints {
    let grid: CoordinateSystem
    private let degrees: CoordinateSystem
    private var transforms: [String: CoordinateTransform] = [:]

    init() throws {
        grid = try CoordinateSystem("EPSG:27700")
        degrees = try CoordinateSystem("EPSG:4326")
    }

    /// The points of two columns, which may hold metres of the national grid or degrees; nil for what is no place.
    func points(x: [String], y: [String]) throws -> [Point?] {
        let read = zip(x, y).map { x, y -> Point? in
            guard let x = DecimalNumber.read(x), let y = DecimalNumber.read(y) else { return nil }
            return Point(x: x, y: y)
        }
        let isDegrees = read.allSatisfy { $0.map { abs($0.x) <= 180 && abs($0.y) <= 90 } ?? true }
        guard isDegrees, read.contains(where: { $0.map { $0.x != 0 || $0.y != 0 } ?? false }) else { return read }
        var moved = try transform(from: degrees).leniently(read.compactMap { $0 })[...]
        return read.map { point in
            guard let point else { return nil }
            let there = moved.removeFirst()
            // What stands at 0,0 is no place in either system.
            return point.x == 0 && point.y == 0 ? point : there
        }
    }

    /// Outlines in the national grid, to a tenth of a metre, valid.
    /// - Returns: one a shape; `isRepaired` for those that crossed themselves or held a stray ring.
    func outlines(_ shapes: [Shape?], from system: CoordinateSystem?, file: String) throws -> [(
        outline: Outline, isRepaired: Bool
    )] {
        guard let system else {
            throw OpenDataError(
                "The file \(file) does not say which coordinate system it is in; fetch it in a format that does, such as "
                    + "GeoPackage.")
        }
        let moved = system == grid ? shapes : try transform(from: system)(shapes)
        return try moved.map { shape in
            guard case .polygons(let outline)? = shape else { return (.empty, false) }
            let repaired = try Geometry.repaired(Self.rounded(outline))
            return (repaired.outline, repaired.reason != nil)
        }
    }

    private func transform(from system: CoordinateSystem) throws -> CoordinateTransform {
        if let known = transforms[system.definition] { return known }
        let transform = try CoordinateTransform(from: system, to: grid)
        transforms[system.definition] = transform
        return transform
    }

    private static func rounded(_ outline: Outline) -> Outline {
        Outline(
            polygons: outline.polygons.map { rings in
                rings.map { ring in ring.map { Point(x: tenth($0.x), y: tenth($0.y)) } }
            })
    }

    private static func tenth(_ metres: Double) -> Double { (metres * 10).rounded() / 10 }
}
