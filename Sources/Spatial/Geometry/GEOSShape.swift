internal import CGEOS
internal import HubModel

/// Outlines to GEOS geometries and back. Whoever receives a geometry destroys it.
extension GEOSContext {
    /// A polygon, or a multipolygon for any number of polygons but one. Rings that are not closed are closed.
    func geometry(_ outline: Outline) throws -> OpaquePointer {
        var parts: [OpaquePointer?] = []
        do {
            for polygon in outline.polygons {
                parts.append(try self.polygon(polygon))
            }
        } catch {
            parts.forEach { GEOSGeom_destroy_r(handle, $0) }
            throw error
        }
        if parts.count == 1, let only = parts[0] { return only }
        let kind = Int32(GEOS_MULTIPOLYGON.rawValue)
        return try checked(
            GEOSGeom_createCollection_r(handle, kind, &parts, UInt32(parts.count)), "join polygons into one shape"
        )
    }

    func point(_ point: Point) throws -> OpaquePointer {
        try checked(GEOSGeom_createPointFromXY_r(handle, point.x, point.y), "make a point")
    }

    /// The polygons of a geometry; lines and points, which have no area, are left out.
    func outline(_ geometry: OpaquePointer) throws -> Outline {
        var polygons: [[[Point]]] = []
        try collectPolygons(of: geometry, into: &polygons)
        return Outline(polygons: polygons)
    }

    private func collectPolygons(of geometry: OpaquePointer, into polygons: inout [[[Point]]]) throws {
        switch GEOSGeomTypeId_r(handle, geometry) {
        case Int32(GEOS_POLYGON.rawValue):
            guard GEOSisEmpty_r(handle, geometry) == 0 else { return }
            let shell = try checked(GEOSGetExteriorRing_r(handle, geometry), "read a polygon's outer ring")
            var rings = [try coordinates(of: shell)]
            for number in 0..<max(0, GEOSGetNumInteriorRings_r(handle, geometry)) {
                let hole = try checked(GEOSGetInteriorRingN_r(handle, geometry, number), "read a polygon's hole")
                rings.append(try coordinates(of: hole))
            }
            polygons.append(rings)
        case Int32(GEOS_MULTIPOLYGON.rawValue), Int32(GEOS_GEOMETRYCOLLECTION.rawValue):
            for number in 0..<max(0, GEOSGetNumGeometries_r(handle, geometry)) {
                let part = try checked(GEOSGetGeometryN_r(handle, geometry, number), "read a part of a shape")
                try collectPolygons(of: part, into: &polygons)
            }
        default:
            return
        }
    }

    private func polygon(_ rings: [[Point]]) throws -> OpaquePointer {
        guard let first = rings.first else {
            return try checked(GEOSGeom_createEmptyPolygon_r(handle), "make an empty polygon")
        }
        let shell = try ring(first)
        var holes: [OpaquePointer?] = []
        do {
            for hole in rings.dropFirst() {
                holes.append(try ring(hole))
            }
        } catch {
            holes.forEach { GEOSGeom_destroy_r(handle, $0) }
            GEOSGeom_destroy_r(handle, shell)
            throw error
        }
        return try checked(GEOSGeom_createPolygon_r(handle, shell, &holes, UInt32(holes.count)), "make a polygon")
    }

    private func ring(_ points: [Point]) throws -> OpaquePointer {
        let closed = points.first == points.last ? points : points + points.prefix(1)
        let sequence = closed.withUnsafeBytes { bytes in
            GEOSCoordSeq_copyFromBuffer_r(
                handle, bytes.baseAddress?.assumingMemoryBound(to: Double.self), UInt32(closed.count), 0, 0
            )
        }
        let coordinates = try checked(sequence, "read the points of a ring")
        return try checked(
            GEOSGeom_createLinearRing_r(handle, coordinates), "make a ring of \(points.count) points"
        )
    }

    /// The points of a line or ring.
    func coordinates(of line: OpaquePointer) throws -> [Point] {
        let sequence = try checked(GEOSGeom_getCoordSeq_r(handle, line), "read a ring")
        var count: UInt32 = 0
        guard GEOSCoordSeq_getSize_r(handle, sequence, &count) == 1 else { throw failure("count a ring's points") }
        var points = [Point](repeating: Point(x: 0, y: 0), count: Int(count))
        let copied = points.withUnsafeMutableBytes { bytes in
            GEOSCoordSeq_copyToBuffer_r(
                handle, sequence, bytes.baseAddress?.assumingMemoryBound(to: Double.self), 0, 0
            )
        }
        guard copied == 1 else { throw failure("read a ring's points") }
        return points
    }
}
