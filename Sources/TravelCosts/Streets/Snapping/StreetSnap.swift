package import HubModel

/// Where a place meets the streets: a point of an edge.
package struct StreetSnap: Hashable, Sendable {
    /// Number of an edge of the network.
    package var edge: UInt32
    /// Along the edge from its `from`.
    package var millimetres: UInt32
    /// Straight metres from the place to the street.
    package var offset: Double
    /// The point of the street, in the study's coordinate system.
    package var point: Point
}

/// The straight stretch between two corners of an edge.
enum Stretch {
    /// How far along from `a` (0...1) the point of it lies that is nearest to `point`, and how far off that is, squared.
    static func nearest(_ point: Point, _ a: Point, _ b: Point) -> (along: Double, squared: Double) {
        let (dx, dy) = (b.x - a.x, b.y - a.y)
        let squaredLength = dx * dx + dy * dy
        let raw = squaredLength > 0 ? ((point.x - a.x) * dx + (point.y - a.y) * dy) / squaredLength : 0
        let along = min(max(raw, 0), 1)
        let (x, y) = (a.x + along * dx - point.x, a.y + along * dy - point.y)
        return (along, x * x + y * y)
    }
}
