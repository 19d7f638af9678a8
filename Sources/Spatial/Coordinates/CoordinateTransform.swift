internal import CPROJ
package import HubModel

/// Moves points from one coordinate system to another, x before y (longitude before latitude) on both sides.
///
/// Belongs to one task at a time. Making one takes some 50 ms, so make one for a batch of points.
package final class CoordinateTransform {
    package let source: CoordinateSystem
    package let target: CoordinateSystem
    /// Every operation that PROJ has chosen for points of this transform, in the order of first use.
    package private(set) var operations: [Operation] = []
    private let context: ProjContext
    private let transformation: OpaquePointer

    /// A coordinate operation in PROJ's own words.
    package struct Operation: Hashable, Sendable {
        /// "Inverse of OSGB36 to WGS 84 (9) + British National Grid".
        package let name: String
        /// PROJ's figure for the error of the change of datum; nil when it has none.
        package let accuracyMetres: Double?
        /// File name of the grid used; nil when there is none.
        package let grid: String?
        /// Points transformed in this way.
        package fileprivate(set) var points: Int
    }

    /// The operation that most points took; nil before the first batch.
    package var operation: Operation? {
        operations.reduce(nil) { most, next in next.points > most?.points ?? 0 ? next : most }
    }

    /// - Throws: `SpatialError` when PROJ knows no way from one to the other.
    package init(from source: CoordinateSystem, to target: CoordinateSystem) throws {
        let context = try ProjContext()
        let between = "from \(source.title) to \(target.title)"
        guard let raw = proj_create_crs_to_crs(context.handle, source.definition, target.definition, nil) else {
            throw SpatialError(
                "PROJ knows no way to take coordinates \(between): \(context.lastError ?? "no reason given")."
            )
        }
        defer { proj_destroy(raw) }
        guard let normalised = proj_normalize_for_visualization(context.handle, raw) else {
            throw SpatialError("PROJ cannot put x before y \(between): \(context.lastError ?? "no reason given").")
        }
        self.context = context
        self.source = source
        self.target = target
        transformation = normalised
    }

    deinit {
        proj_destroy(transformation)
    }

    /// The points in the target system, in the same order.
    /// - Throws: `SpatialError` naming the first point that cannot be transformed, counted from 1.
    package func callAsFunction(_ points: [Point]) throws -> [Point] {
        try transformed(points) { "number \($0 + 1) of \(points.count)" }
    }

    /// The shapes in the target system, in the same order; vertices move, edges stay straight between them.
    /// - Throws: `SpatialError` naming the first row, counted from 1, with a point that cannot be transformed.
    package func callAsFunction(_ shapes: [Shape?]) throws -> [Shape?] {
        var points: [Point] = []
        var ends: [Int] = []
        for shape in shapes {
            shape?.appendPoints(to: &points)
            ends.append(points.count)
        }
        let moved = try transformed(points) { failed in
            "of the shape in row \((ends.firstIndex { $0 > failed } ?? 0) + 1)"
        }
        var rest = moved[...]
        return shapes.map { $0?.takingPoints(from: &rest) }
    }

    /// Each point in the target system; nil for those that cannot be transformed.
    package func leniently(_ points: [Point]) -> [Point?] {
        let moved = Self.run(transformation, points)
        let known = points.indices.filter { moved[$0].x.isFinite && moved[$0].y.isFinite }
        recordOperations(known.map { points[$0] }, known.map { moved[$0] })
        return moved.map { $0.x.isFinite && $0.y.isFinite ? $0 : nil }
    }

    /// The outlines in the target system, in the same order.
    package func callAsFunction(_ outlines: [Outline]) throws -> [Outline] {
        let shapes: [Shape?] = try self(outlines.map { Shape.polygons($0) })
        return shapes.map { shape in
            if case .polygons(let outline)? = shape { outline } else { .empty }
        }
    }
}

extension CoordinateTransform {
    private func transformed(_ points: [Point], name: (Int) -> String) throws -> [Point] {
        let moved = Self.run(transformation, points)
        if let failed = moved.firstIndex(where: { !$0.x.isFinite || !$0.y.isFinite }) {
            throw SpatialError(
                "The point x \(points[failed].x), y \(points[failed].y) (\(name(failed))) cannot be taken from "
                    + "\(source.title) to \(target.title): it lies outside what the two systems cover. "
                    + "Check that its coordinates are not swapped and that the coordinate system is the right one."
            )
        }
        recordOperations(points, moved)
        return moved
    }

    private static func run(_ transformation: OpaquePointer, _ points: [Point]) -> [Point] {
        var result = points
        let stride = MemoryLayout<Point>.stride
        result.withUnsafeMutableBytes { bytes in
            guard let x = bytes.baseAddress?.assumingMemoryBound(to: Double.self) else { return }
            let count = bytes.count / stride
            proj_errno_reset(transformation)
            proj_trans_generic(transformation, PJ_FWD, x, stride, count, x + 1, stride, count, nil, 0, 0, nil, 0, 0)
        }
        return result
    }

    /// Finds which operation PROJ chose for each point, exactly: asks for that of the first point, runs it alone over
    /// the rest, takes away all that it moves alike, and goes on with what remains. England needs one round;
    /// after sixteen, points that are still left go uncounted.
    private func recordOperations(_ points: [Point], _ moved: [Point]) {
        var remaining = (points, moved)
        for _ in 0..<16 {
            guard let first = remaining.0.first else { return }
            _ = Self.run(transformation, [first])
            guard let used = proj_trans_get_last_used_operation(transformation) else { return }
            defer { proj_destroy(used) }
            let alone = Self.run(used, remaining.0)
            let others = remaining.0.indices.dropFirst().filter { alone[$0] != remaining.1[$0] }
            record(used, points: remaining.0.count - others.count)
            remaining = (others.map { remaining.0[$0] }, others.map { remaining.1[$0] })
        }
    }

    private func record(_ used: OpaquePointer, points: Int) {
        // Putting x before y is ours, not a part of the operation that anybody would look up.
        let name = (proj_get_name(used).map { String(cString: $0) } ?? "unnamed operation")
            .split(separator: " + ").filter { !$0.hasPrefix("axis order change") }.joined(separator: " + ")
        if let known = operations.firstIndex(where: { $0.name == name }) {
            operations[known].points += points
            return
        }
        let accuracy = proj_coordoperation_get_accuracy(context.handle, used)
        var grid: UnsafePointer<CChar>?
        if proj_coordoperation_get_grid_used_count(context.handle, used) > 0 {
            proj_coordoperation_get_grid_used(context.handle, used, 0, &grid, nil, nil, nil, nil, nil, nil)
        }
        operations.append(
            Operation(
                name: name, accuracyMetres: accuracy < 0 ? nil : accuracy, grid: grid.map { String(cString: $0) },
                points: points
            )
        )
    }
}

extension Shape {
    fileprivate func appendPoints(to points: inout [Point]) {
        switch self {
        case .point(let point): points.append(point)
        case .lines(let lines): for line in lines { points += line }
        case .polygons(let outline): for rings in outline.polygons { for ring in rings { points += ring } }
        }
    }

    /// A shape of the same make-up with its points taken from the front of `rest`.
    fileprivate func takingPoints(from rest: inout ArraySlice<Point>) -> Shape {
        func take(_ line: [Point]) -> [Point] {
            defer { rest = rest.dropFirst(line.count) }
            return Array(rest.prefix(line.count))
        }
        switch self {
        case .point(let point): return .point(take([point])[0])
        case .lines(let lines): return .lines(lines.map(take))
        case .polygons(let outline): return .polygons(Outline(polygons: outline.polygons.map { $0.map(take) }))
        }
    }
}
