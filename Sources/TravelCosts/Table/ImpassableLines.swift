package import HubModel

/// Lines that cannot be crossed, to tell whether a short straight way would cross one of them.
package struct ImpassableLines: Sendable {
    private let grid: SegmentGrid?

    /// - Parameter lines: in the study's coordinate system.
    package init(_ lines: [[Point]]) {
        let segments = lines.flatMap { line in
            zip(line, line.dropFirst()).map { SegmentGrid.Segment(a: $0.0, b: $0.1) }
        }
        grid = segments.isEmpty ? nil : SegmentGrid(segments)
    }

    /// Whether the straight way between two points crosses a line; touching one does not count.
    package func separate(_ a: Point, _ b: Point) -> Bool {
        guard let grid else { return false }
        let middle = Point(x: (a.x + b.x) / 2, y: (a.y + b.y) / 2)
        return grid.near(middle, within: a.distance(to: b) / 2 + 1).contains { number in
            let segment = grid.segments[number]
            return Self.side(a, b, segment.a) * Self.side(a, b, segment.b) < 0
                && Self.side(segment.a, segment.b, a) * Self.side(segment.a, segment.b, b) < 0
        }
    }

    /// Above 0 left of the way from `a` to `b`, below it on the right; −1, 0 or 1.
    private static func side(_ a: Point, _ b: Point, _ c: Point) -> Int {
        let turn = (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
        return turn > 0 ? 1 : turn < 0 ? -1 : 0
    }
}
