package import HubModel
package import Spatial

extension TimetableFeed {
    /// Where each stop stands in a projected coordinate system; nil where the feed gives no usable place.
    /// - Throws: `SpatialError` when PROJ knows no way from longitude and latitude to the system.
    package func stopPoints(in system: CoordinateSystem) throws -> [Point?] {
        let transform = try CoordinateTransform(from: try CoordinateSystem("EPSG:4326"), to: system)
        let known = stops.indices.filter { stops[$0].place != nil }
        var points = [Point?](repeating: nil, count: stops.count)
        for (stop, point) in zip(known, transform.leniently(known.compactMap { stops[$0].place })) {
            points[stop] = point
        }
        return points
    }
}
