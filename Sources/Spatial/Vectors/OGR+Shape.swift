internal import CGDAL
internal import HubModel

extension OutputLayer.GeometryKind {
    /// Lines and polygons are always written as multi, so that a layer holds one kind only.
    var ogr: OGRwkbGeometryType {
        switch self {
        case .none: wkbNone
        case .point: wkbPoint
        case .lines: wkbMultiLineString
        case .polygons: wkbMultiPolygon
        }
    }
}

extension Shape {
    var kind: OutputLayer.GeometryKind {
        switch self {
        case .point: .point
        case .lines: .lines
        case .polygons: .polygons
        }
    }

    /// A new OGR geometry, which the caller must hand on or destroy.
    func makeOGR() -> OGRGeometryH? {
        switch self {
        case .point(let point):
            let geometry = OGR_G_CreateGeometry(wkbPoint)
            OGR_G_SetPoint_2D(geometry, 0, point.x, point.y)
            return geometry
        case .lines(let lines):
            let whole = OGR_G_CreateGeometry(wkbMultiLineString)
            for line in lines {
                OGR_G_AddGeometryDirectly(whole, Self.makeLine(wkbLineString, line))
            }
            return whole
        case .polygons(let outline):
            let whole = OGR_G_CreateGeometry(wkbMultiPolygon)
            for rings in outline.polygons {
                let polygon = OGR_G_CreateGeometry(wkbPolygon)
                for ring in rings {
                    let closed = ring.first == ring.last ? ring : ring + ring.prefix(1)
                    OGR_G_AddGeometryDirectly(polygon, Self.makeLine(wkbLinearRing, closed))
                }
                OGR_G_AddGeometryDirectly(whole, polygon)
            }
            return whole
        }
    }

    /// A line or ring whose points are copied in one call.
    private static func makeLine(_ kind: OGRwkbGeometryType, _ points: [Point]) -> OGRGeometryH? {
        let geometry = OGR_G_CreateGeometry(kind)
        let stride = Int32(MemoryLayout<Point>.stride)
        points.withUnsafeBytes { bytes in
            guard let start = bytes.baseAddress else { return }
            OGR_G_SetPoints(
                geometry, Int32(points.count), start, stride, start + MemoryLayout<Double>.stride, stride, nil, 0
            )
        }
        return geometry
    }
}
