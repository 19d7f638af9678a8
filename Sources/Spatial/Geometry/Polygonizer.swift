internal import CGEOS
package import HubModel

/// Ground cut into faces by lines: the lines are joined and noded, and whatever they enclose becomes a polygon.
package struct Polygonizer: Sendable {
    /// What the lines enclose, holes cut out; neighbours share their vertices exactly.
    package private(set) var faces: [Outline] = []
    /// The lines after noding: they meet at their ends only, and no stretch lies in two of them.
    package private(set) var edges: [[Point]] = []
    /// Edges with an end that joins nothing. They bound no face.
    package private(set) var dangles: [[Point]] = []
    /// Edges joined at both ends that have the same face on either side. They bound no face.
    package private(set) var cutEdges: [[Point]] = []

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
        var (cuts, loose, invalid): (OpaquePointer?, OpaquePointer?, OpaquePointer?) = (nil, nil, nil)
        let polygons = GEOSPolygonize_full_r(context.handle, noded, &cuts, &loose, &invalid)
        defer { for geometry in [cuts, loose, invalid, polygons] { GEOSGeom_destroy_r(context.handle, geometry) } }
        let found = try context.checked(polygons, "cut the ground into faces")
        faces = try context.parts(of: found).map { try context.outline($0) }
        edges = try context.parts(of: noded).map { try context.coordinates(of: $0) }
        dangles = try context.parts(of: loose).map { try context.coordinates(of: $0) }
        cutEdges = try context.parts(of: cuts).map { try context.coordinates(of: $0) }
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
