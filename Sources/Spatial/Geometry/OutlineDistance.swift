package import HubModel

/// How far a point is from an outline, in plain arithmetic.
package enum OutlineDistance {
    /// Metres from the point to the outline: 0 inside, else to the nearest ring. Infinite for an empty outline.
    package static func metres(from point: Point, to outline: Outline) -> Double {
        var isInside = false
        var nearest = Double.infinity
        for ring in outline.polygons.lazy.flatMap({ $0 }) {
            for (a, b) in zip(ring, ring.dropFirst()) {
                if (a.y > point.y) != (b.y > point.y), point.x < a.x + (point.y - a.y) / (b.y - a.y) * (b.x - a.x) {
                    isInside.toggle()
                }
                nearest = min(nearest, segment(from: point, a, b))
            }
        }
        return isInside ? 0 : nearest
    }

    private static func segment(from point: Point, _ a: Point, _ b: Point) -> Double {
        let (dx, dy) = (b.x - a.x, b.y - a.y)
        let length = dx * dx + dy * dy
        guard length > 0 else { return point.distance(to: a) }
        let along = min(1, max(0, ((point.x - a.x) * dx + (point.y - a.y) * dy) / length))
        return point.distance(to: Point(x: a.x + along * dx, y: a.y + along * dy))
    }
}
