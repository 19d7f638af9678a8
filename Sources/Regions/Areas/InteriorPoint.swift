package import HubModel

/// A point inside an outline, for layers that give no point of their own.
package enum InteriorPoint {
    /// The middle of the widest stretch inside the outline, on the level halfway up its largest polygon.
    /// The plain centre of gravity may lie outside a bent place; this point does not.
    /// - Returns: nil for an outline without area.
    package static func of(_ outline: Outline) -> Point? {
        guard let polygon = outline.polygons.max(by: { bounds($0).area < bounds($1).area }) else { return nil }
        let box = bounds(polygon)
        guard box.area > 0 else { return nil }
        // Levels off the middle are for the rare ring with a level edge or a hole exactly there.
        for part in [0.5, 0.43, 0.57, 0.31, 0.69] {
            let level = box.bottom + part * (box.top - box.bottom)
            let crossings = crossings(of: polygon, at: level).sorted()
            let stretches = stride(from: 0, to: crossings.count - 1, by: 2).map { (crossings[$0], crossings[$0 + 1]) }
            guard let widest = stretches.max(by: { $0.1 - $0.0 < $1.1 - $1.0 }), widest.1 > widest.0 else { continue }
            return Point(x: (widest.0 + widest.1) / 2, y: level)
        }
        return nil
    }

    /// Where the rings of a polygon cross a level, holes included.
    private static func crossings(of polygon: [[Point]], at level: Double) -> [Double] {
        polygon.flatMap { ring in
            zip(ring, ring.dropFirst()).compactMap { a, b in
                guard (a.y <= level) != (b.y <= level) else { return nil }
                return a.x + (level - a.y) / (b.y - a.y) * (b.x - a.x)
            }
        }
    }

    private static func bounds(_ polygon: [[Point]]) -> (bottom: Double, top: Double, area: Double) {
        let shell = polygon.first ?? []
        guard let first = shell.first else { return (0, 0, 0) }
        let (left, right) = shell.reduce((first.x, first.x)) { (min($0.0, $1.x), max($0.1, $1.x)) }
        let (bottom, top) = shell.reduce((first.y, first.y)) { (min($0.0, $1.y), max($0.1, $1.y)) }
        return (bottom, top, (right - left) * (top - bottom))
    }
}
