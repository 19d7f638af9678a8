internal import CGDAL
internal import HubModel

extension Shape {
    /// Why a geometry cannot be read, as the end of a sentence.
    struct Refusal: Error {
        let reason: String
    }

    /// The shape of an OGR geometry, which stays the caller's; nil for none and for an empty one.
    init?(ogr geometry: OGRGeometryH?) throws {
        guard let geometry, OGR_G_IsEmpty(geometry) == 0 else { return nil }
        let kind = OGR_GT_Flatten(OGR_G_GetGeometryType(geometry))
        if OGR_GT_IsNonLinear(kind) != 0 {
            let flat = OGR_G_GetLinearGeometry(geometry, 0, nil)
            defer { OGR_G_DestroyGeometry(flat) }
            try self.init(ogr: flat)
            return
        }
        switch kind {
        case wkbPoint:
            self = .point(try Self.finite([Point(x: OGR_G_GetX(geometry, 0), y: OGR_G_GetY(geometry, 0))])[0])
        case wkbLineString:
            self = .lines([try Self.points(geometry)])
        case wkbMultiLineString:
            self = .lines(try Self.parts(geometry).map(Self.points))
        case wkbPolygon:
            self = .polygons(Outline(polygons: [try Self.parts(geometry).map(Self.points)]))
        case wkbMultiPolygon:
            let polygons = try Self.parts(geometry).filter { OGR_G_IsEmpty($0) == 0 }
                .map { try Self.parts($0).map(Self.points) }
            self = .polygons(Outline(polygons: polygons))
        case wkbMultiPoint where OGR_G_GetGeometryCount(geometry) == 1:
            try self.init(ogr: OGR_G_GetGeometryRef(geometry, 0))
        default:
            let title = OGRGeometryTypeToName(kind).map { String(cString: $0).lowercased() } ?? "unknown kind"
            throw Refusal(
                reason: "its shape is a \(title) with \(OGR_G_GetGeometryCount(geometry)) parts, and hubplan reads "
                    + "points, lines and polygons only; split it into one feature for each part"
            )
        }
    }

    private static func parts(_ geometry: OGRGeometryH) throws -> [OGRGeometryH] {
        (0..<OGR_G_GetGeometryCount(geometry)).compactMap { OGR_G_GetGeometryRef(geometry, $0) }
    }

    /// The points of a line or ring, copied in one call.
    private static func points(_ line: OGRGeometryH) throws -> [Point] {
        let count = Int(OGR_G_GetPointCount(line))
        var points = [Point](repeating: Point(x: 0, y: 0), count: count)
        let stride = Int32(MemoryLayout<Point>.stride)
        points.withUnsafeMutableBytes { bytes in
            guard let start = bytes.baseAddress else { return }
            OGR_G_GetPoints(line, start, stride, start + MemoryLayout<Double>.stride, stride, nil, 0)
        }
        return try finite(points)
    }

    private static func finite(_ points: [Point]) throws -> [Point] {
        guard points.allSatisfy({ $0.x.isFinite && $0.y.isFinite }) else {
            throw Refusal(reason: "a coordinate of its shape is not a number; correct or remove the feature")
        }
        return points
    }
}
