internal import CGEOS
package import HubModel

/// Ground cut into faces by lines: the lines are joined and noded, and whatever they enclose becomes a polygon.
package struct Polygonizer: Sendable {
    /// What the lines enclose, holes cut out; neighbours share their vertices exactly.
    package private(set) var faces: [Outline] = []
    /// - Parameter lines: each of two or more points with finite coordinates; shorter ones are left out.
    /// - Throws: `SpatialError` when GEOS cannot join the lines.
    package init(_ lines: [[Point]]) throws {
        let usable = lines.filter { Set($0).count > 1 }
        guard !usable.isEmpty else { return }
        let context = try GEOSContext()
        let whole = try context.lines(usable)
        defer { GEOSGeom_destroy_r(context.handle, whole) }
        let noded = try context.checked(GEOSUnaryUnion_r(context.handle, whole), "join \(usable.count) lines")
        defer { GEOSGeom_destroy_r(context.handle, noded) }
        let polygons = GEOSPolygonize_full_r(context.handle, noded, nil, nil, nil)
        defer { GEOSGeom_destroy_r(context.handle, polygons) }
        let found = try context.checked(polygons, "cut the ground into faces")
        faces = try context.parts(of: found).map { try context.outline($0) }
    }
}

extension GEOSContext {
    /// A multiline. Whoever receives it destroys it.
    fileprivate func lines(_ lines: [[Point]]) throws -> OpaquePointer {
        var parts: [OpaquePointer?] = []
        do {
            for line in lines { parts.append(try self.line(line)) }
        } catch {
            parts.forEach { GEOSGeom_destroy_r(handle, $0) }
            throw error
        }
        let kind = Int32(GEOS_MULTILINESTRING.rawValue)
        return try checked(
            GEOSGeom_createCollection_r(handle, kind, &parts, UInt32(parts.count)), "join lines into one shape")
    }

    private func line(_ points: [Point]) throws -> OpaquePointer {
        let sequence = points.withUnsafeBytes { bytes in
            GEOSCoordSeq_copyFromBuffer_r(
                handle, bytes.baseAddress?.assumingMemoryBound(to: Double.self), UInt32(points.count), 0, 0)
        }
        return try checked(
            GEOSGeom_createLineString_r(handle, try checked(sequence, "read the points of a line")),
            "make a line of \(points.count) points")
    }

    /// The simple parts of a geometry, owned by it; the geometry itself when it is simple, none when it is empty.
    fileprivate func parts(of geometry: OpaquePointer?) throws -> [OpaquePointer] {
        guard let geometry, GEOSisEmpty_r(handle, geometry) == 0 else { return [] }
        return try (0..<max(0, GEOSGetNumGeometries_r(handle, geometry))).map { number in
            try checked(GEOSGetGeometryN_r(handle, geometry, number), "read a part of a shape")
        }
    }
}
