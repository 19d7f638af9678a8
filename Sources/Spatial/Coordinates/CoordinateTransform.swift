internal import CPROJ
package import HubModel

/// Moves points from one coordinate system to another, x before y (longitude before latitude) on both sides.
///
/// Belongs to one task at a time. Making one takes some 50 ms, so make one for a batch of points.
package final class CoordinateTransform {
    private let context: ProjContext
    private let transformation: OpaquePointer
    private let source: CoordinateSystem
    private let target: CoordinateSystem
    /// How the last batch was transformed; nil before the first one.
    package private(set) var operation: Operation?

    /// A coordinate operation in PROJ's own words.
    package struct Operation: Hashable, Sendable {
        /// "Inverse of OSGB36 to WGS 84 (9) + British National Grid".
        package let name: String
        /// PROJ's figure for the error of the change of datum; nil when it has none.
        package let accuracyMetres: Double?
        /// File name of the grid used; nil when there is none.
        package let grid: String?
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
    /// - Throws: `SpatialError` naming the first point that cannot be transformed.
    package func callAsFunction(_ points: [Point]) throws -> [Point] {
        guard !points.isEmpty else { return [] }
        var result = points
        let stride = MemoryLayout<Point>.stride
        result.withUnsafeMutableBytes { bytes in
            let x = bytes.baseAddress?.assumingMemoryBound(to: Double.self)
            let y = x.map { $0 + 1 }
            let count = bytes.count / stride
            proj_errno_reset(transformation)
            proj_trans_generic(
                transformation, PJ_FWD, x, stride, count, y, stride, count, nil, 0, 0, nil, 0, 0
            )
        }
        if let failed = result.firstIndex(where: { !$0.x.isFinite || !$0.y.isFinite }) {
            let point = points[failed]
            throw SpatialError(
                "The point x \(point.x), y \(point.y) (number \(failed + 1) of \(points.count)) cannot be taken from "
                    + "\(source.title) to \(target.title): it lies outside what the two systems cover. "
                    + "Check that its coordinates are not swapped and that the coordinate system is the right one."
            )
        }
        operation = lastOperation()
        return result
    }

    private func lastOperation() -> Operation? {
        guard let used = proj_trans_get_last_used_operation(transformation) else { return nil }
        defer { proj_destroy(used) }
        let name = proj_get_name(used).map { String(cString: $0) } ?? ""
        let accuracy = proj_coordoperation_get_accuracy(context.handle, used)
        var grid: String?
        var shortName: UnsafePointer<CChar>?
        if proj_coordoperation_get_grid_used_count(context.handle, used) > 0,
            proj_coordoperation_get_grid_used(context.handle, used, 0, &shortName, nil, nil, nil, nil, nil, nil) != 0
        {
            grid = shortName.map { String(cString: $0) }
        }
        return Operation(name: name, accuracyMetres: accuracy < 0 ? nil : accuracy, grid: grid)
    }
}
