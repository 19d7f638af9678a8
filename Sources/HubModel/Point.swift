/// A place on the map in the study's projected coordinate system, in metres.
package struct Point: Hashable, Sendable {
    package var x: Double
    package var y: Double

    package init(x: Double, y: Double) {
        self.x = x
        self.y = y
    }

    /// Straight-line distance in metres.
    package func distance(to other: Point) -> Double {
        let dx = x - other.x
        let dy = y - other.y
        return (dx * dx + dy * dy).squareRoot()
    }

    /// No projected coordinate of the Earth lies further out than this many metres.
    package static let furthest = 1e8

    /// Whether it can be a place at all.
    package var isOnMap: Bool { abs(x) <= Self.furthest && abs(y) <= Self.furthest }
}
