internal import CGEOS
package import HubModel

/// Single questions about outlines. Lengths and areas are in the units of the coordinates: metres in a study.
package enum Geometry {
    /// A valid form of an outline, with the reason when it had to be repaired.
    ///
    /// A bow-tie becomes its two triangles; overlapping polygons are joined; lines and points that are left over
    /// are dropped. What cannot enclose anything (a ring of fewer than three points) is dropped first.
    /// - Returns: `reason` is nil when the outline was valid and is returned as it came. Otherwise it is words such as
    ///   "self-intersection near x 10.5, y 20".
    package static func repaired(_ outline: Outline) throws -> (outline: Outline, reason: String?) {
        let context = try GEOSContext()
        let (kept, dropped) = withoutDegenerateRings(outline)
        let geometry = try context.geometry(kept)
        defer { GEOSGeom_destroy_r(context.handle, geometry) }

        var words: UnsafeMutablePointer<CChar>?
        var place: OpaquePointer?
        let validity = GEOSisValidDetail_r(context.handle, geometry, 0, &words, &place)
        defer {
            GEOSFree_r(context.handle, words)
            GEOSGeom_destroy_r(context.handle, place)
        }
        if validity == 1 {
            return dropped == 0 ? (outline, nil) : (kept, "\(dropped) ring(s) of fewer than three points")
        }
        guard validity == 0 else { throw context.failure("check a shape's validity") }
        let reason = words.map { String(cString: $0).lowercased() } ?? "invalid shape"
        let repaired = try context.madeValid(geometry)
        defer { GEOSGeom_destroy_r(context.handle, repaired) }
        return (try context.outline(repaired), reason + context.nearby(place))
    }

    /// Area in square units of the coordinates, holes taken off.
    package static func area(_ outline: Outline) throws -> Double {
        let context = try GEOSContext()
        let geometry = try context.geometry(outline)
        defer { GEOSGeom_destroy_r(context.handle, geometry) }
        var area = 0.0
        guard GEOSArea_r(context.handle, geometry, &area) == 1 else { throw context.failure("measure an area") }
        return area
    }

    /// Fewer points for a map: none moves further than `tolerance`, and rings neither vanish nor cross themselves.
    package static func simplified(_ outline: Outline, tolerance: Double) throws -> Outline {
        try changed(outline, "simplify a shape") { GEOSTopologyPreserveSimplify_r($0, $1, tolerance) }
    }

    /// All outlines as one, inner boundaries gone. Overlaps are allowed.
    package static func union(_ outlines: [Outline]) throws -> Outline {
        try changed(Outline(polygons: outlines.flatMap(\.polygons)), "join shapes") { GEOSUnaryUnion_r($0, $1) }
    }

    /// - Parameter change: Makes a new geometry, given the context's handle and the outline's geometry.
    private static func changed(
        _ outline: Outline, _ attempt: String, _ change: (OpaquePointer, OpaquePointer) -> OpaquePointer?
    ) throws -> Outline {
        let context = try GEOSContext()
        let geometry = try context.geometry(outline)
        defer { GEOSGeom_destroy_r(context.handle, geometry) }
        let result = try context.checked(change(context.handle, geometry), attempt)
        defer { GEOSGeom_destroy_r(context.handle, result) }
        return try context.outline(result)
    }

    /// The outline without rings of fewer than three different points in a row, and their number.
    /// A polygon goes with its shell.
    private static func withoutDegenerateRings(_ outline: Outline) -> (Outline, dropped: Int) {
        func encloses(_ ring: [Point]) -> Bool {
            ring.first == ring.last ? ring.count > 3 : ring.count > 2
        }
        var dropped = 0
        let polygons = outline.polygons.compactMap { rings -> [[Point]]? in
            let kept = rings.filter(encloses)
            dropped += rings.count - kept.count
            guard let shell = rings.first, encloses(shell) else { return nil }
            return kept
        }
        return (Outline(polygons: polygons), dropped)
    }
}

extension GEOSContext {
    /// A valid geometry of the same area, by GEOS's structural method: rings are repaired, then joined.
    fileprivate func madeValid(_ geometry: OpaquePointer) throws -> OpaquePointer {
        let settings = try checked(GEOSMakeValidParams_create_r(handle), "prepare a repair")
        defer { GEOSMakeValidParams_destroy_r(handle, settings) }
        _ = GEOSMakeValidParams_setMethod_r(handle, settings, GEOS_MAKE_VALID_STRUCTURE)
        _ = GEOSMakeValidParams_setKeepCollapsed_r(handle, settings, 0)
        return try checked(GEOSMakeValidWithParams_r(handle, geometry, settings), "repair a shape")
    }

    /// " near x 10.5, y 20"; empty without a place.
    fileprivate func nearby(_ place: OpaquePointer?) -> String {
        var (x, y) = (0.0, 0.0)
        guard let place, GEOSGeomGetX_r(handle, place, &x) == 1, GEOSGeomGetY_r(handle, place, &y) == 1 else {
            return ""
        }
        return " near x \(FieldReader.text(x)), y \(FieldReader.text(y))"
    }
}
