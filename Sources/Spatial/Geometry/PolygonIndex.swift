internal import CGEOS
package import HubModel

/// Which of many outlines hold a point: a tree of boxes over prepared geometries.
///
/// Belongs to one task at a time.
package final class PolygonIndex {
    private let context: GEOSContext
    private let tree: OpaquePointer
    private var geometries: [OpaquePointer] = []
    private var prepared: [OpaquePointer] = []
    /// Prepared boundaries, made when first asked for.
    private var boundaries: [(boundary: OpaquePointer, prepared: OpaquePointer)?]

    /// - Parameter outlines: Valid outlines, numbered from 0 in this order. An empty one holds nothing.
    /// - Throws: `SpatialError` naming the first outline that GEOS cannot take, counted from 1.
    package init(_ outlines: [Outline]) throws {
        context = try GEOSContext()
        tree = try context.checked(GEOSSTRtree_create_r(context.handle, 10), "make an index of polygons")
        boundaries = Array(repeating: nil, count: outlines.count)
        geometries.reserveCapacity(outlines.count)
        prepared.reserveCapacity(outlines.count)
        for (number, outline) in outlines.enumerated() {
            let geometry: OpaquePointer
            do {
                geometry = try context.geometry(outline)
            } catch let error as SpatialError {
                throw SpatialError("Outline \(number + 1) of \(outlines.count): \(error.description)")
            }
            geometries.append(geometry)
            prepared.append(try context.checked(GEOSPrepare_r(context.handle, geometry), "prepare a polygon"))
            if !outline.isEmpty {
                // GEOS keeps the pointer as a label only; one is added since a label of 0 would be no pointer.
                GEOSSTRtree_insert_r(context.handle, tree, geometry, UnsafeMutableRawPointer(bitPattern: number + 1))
            }
        }
        // The tree builds itself on its first query; asking once makes that happen here.
        _ = candidates(near: Point(x: 0, y: 0), within: 0)
    }

    deinit {
        for case let (boundary, prepared)? in boundaries {
            GEOSPreparedGeom_destroy_r(context.handle, prepared)
            GEOSGeom_destroy_r(context.handle, boundary)
        }
        prepared.forEach { GEOSPreparedGeom_destroy_r(context.handle, $0) }
        GEOSSTRtree_destroy_r(context.handle, tree)
        geometries.forEach { GEOSGeom_destroy_r(context.handle, $0) }
    }

    package var count: Int { geometries.count }

    /// Numbers of the outlines that hold the point, boundary included, ascending.
    package func containing(_ point: Point) -> [Int] {
        guard let geometry = GEOSGeom_createPointFromXY_r(context.handle, point.x, point.y) else { return [] }
        defer { GEOSGeom_destroy_r(context.handle, geometry) }
        return candidates(touching: geometry).filter {
            GEOSPreparedCovers_r(context.handle, prepared[$0], geometry) == 1
        }
    }

    /// The outline whose boundary (holes included) is nearest to the point, at most `metres` away.
    /// Equal distances go to the lower number.
    package func nearestBoundary(to point: Point, within metres: Double) -> (index: Int, metres: Double)? {
        guard let geometry = GEOSGeom_createPointFromXY_r(context.handle, point.x, point.y) else { return nil }
        defer { GEOSGeom_destroy_r(context.handle, geometry) }
        var nearest: (index: Int, metres: Double)?
        for index in candidates(near: point, within: metres) {
            guard let boundary = boundary(index) else { continue }
            var distance = 0.0
            guard GEOSPreparedDistance_r(context.handle, boundary, geometry, &distance) == 1 else { continue }
            if distance <= metres, distance < nearest?.metres ?? .infinity {
                nearest = (index, distance)
            }
        }
        return nearest
    }

    private func boundary(_ index: Int) -> OpaquePointer? {
        if let made = boundaries[index] { return made.prepared }
        guard let boundary = GEOSBoundary_r(context.handle, geometries[index]) else { return nil }
        guard let prepared = GEOSPrepare_r(context.handle, boundary) else {
            GEOSGeom_destroy_r(context.handle, boundary)
            return nil
        }
        boundaries[index] = (boundary, prepared)
        return prepared
    }

    private func candidates(near point: Point, within metres: Double) -> [Int] {
        guard
            let box = GEOSGeom_createRectangle_r(
                context.handle, point.x - metres, point.y - metres, point.x + metres, point.y + metres
            )
        else { return [] }
        defer { GEOSGeom_destroy_r(context.handle, box) }
        return candidates(touching: box)
    }

    /// Outlines whose boxes touch the geometry's box, ascending.
    private func candidates(touching geometry: OpaquePointer) -> [Int] {
        var found: [Int] = []
        withUnsafeMutablePointer(to: &found) { found in
            GEOSSTRtree_query_r(
                context.handle, tree, geometry,
                { label, found in
                    guard let label else { return }
                    found?.assumingMemoryBound(to: [Int].self).pointee.append(Int(bitPattern: label) - 1)
                },
                found
            )
        }
        return found.sorted()
    }
}
