internal import HubModel

/// Straight stretches of lines in square cells on flat arrays, to find those near a point. Tuned; its plain twin, which
/// looks at every stretch, stands in the tests.
struct SegmentGrid: Sendable {
    struct Segment: Hashable, Sendable {
        var a: Point
        var b: Point

        var middle: Point { Point(x: (a.x + b.x) / 2, y: (a.y + b.y) / 2) }

        /// The point of the segment that is nearest to another point.
        func nearest(to point: Point) -> Point {
            let (dx, dy) = (b.x - a.x, b.y - a.y)
            let squared = dx * dx + dy * dy
            guard squared > 0 else { return a }
            let along = min(1, max(0, ((point.x - a.x) * dx + (point.y - a.y) * dy) / squared))
            return Point(x: a.x + along * dx, y: a.y + along * dy)
        }
    }

    let segments: [Segment]
    private let low: Point
    private let side: Double
    private let columns: Int
    private let rows: Int
    private let starts: [UInt32]
    private let items: [UInt32]

    private static let mostCellsAcross = 1024

    init(_ segments: [Segment]) {
        self.segments = segments
        let ends = segments.flatMap { [$0.a, $0.b] }
        let (lowX, highX) = (ends.map(\.x).min() ?? 0, ends.map(\.x).max() ?? 0)
        let (lowY, highY) = (ends.map(\.y).min() ?? 0, ends.map(\.y).max() ?? 0)
        low = Point(x: lowX, y: lowY)
        let across = max(highX - lowX, highY - lowY, 1)
        side = max(across / Double(Self.mostCellsAcross), across / max(1, Double(segments.count).squareRoot()))
        columns = Int((highX - lowX) / side) + 1
        rows = Int((highY - lowY) / side) + 1
        var counts = [UInt32](repeating: 0, count: columns * rows + 1)
        for segment in segments {
            Self.visit(segment, low, side, columns, rows) { counts[$0 + 1] += 1 }
        }
        for cell in 0..<(columns * rows) { counts[cell + 1] += counts[cell] }
        var next = counts
        var items = [UInt32](repeating: 0, count: Int(counts.last ?? 0))
        for (number, segment) in segments.enumerated() {
            Self.visit(segment, low, side, columns, rows) { cell in
                items[Int(next[cell])] = UInt32(number)
                next[cell] += 1
            }
        }
        starts = counts
        self.items = items
    }

    /// The nearest stretch at most `metres` away, the lowest number among equals.
    func nearest(
        to point: Point, within metres: Double, where wanted: (Int) -> Bool = { _ in true }
    ) -> (segment: Int, point: Point, metres: Double)? {
        var best: (segment: Int, point: Point, metres: Double)?
        for number in near(point, within: metres) where wanted(number) {
            let foot = segments[number].nearest(to: point)
            let distance = foot.distance(to: point)
            if distance <= metres, distance < best?.metres ?? .infinity { best = (number, foot, distance) }
        }
        return best
    }

    /// Numbers of the stretches in the cells within a distance, ascending: all that are so near, and others.
    func near(_ point: Point, within metres: Double) -> [Int] {
        let (left, right) = (column(point.x - metres), column(point.x + metres))
        let (top, bottom) = (row(point.y - metres), row(point.y + metres))
        var found: [Int] = []
        for row in top...bottom {
            let (first, last) = (starts[row * columns + left], starts[row * columns + right + 1])
            for slot in Int(first)..<Int(last) { found.append(Int(items[slot])) }
        }
        found.sort()
        return found.indices.filter { $0 == 0 || found[$0] != found[$0 - 1] }.map { found[$0] }
    }

    private func column(_ x: Double) -> Int { Self.cell(x - low.x, side, columns) }
    private func row(_ y: Double) -> Int { Self.cell(y - low.y, side, rows) }

    private static func cell(_ offset: Double, _ side: Double, _ count: Int) -> Int {
        Int(min(max((offset / side).rounded(.down), 0), Double(count - 1)))
    }

    /// Calls `body` with each cell that the segment may touch: in each row of cells, those from where it enters the row to
    /// where it leaves, and one more either side.
    private static func visit(
        _ segment: Segment, _ low: Point, _ side: Double, _ columns: Int, _ rows: Int, _ body: (Int) -> Void
    ) {
        let (a, b) = segment.a.y <= segment.b.y ? (segment.a, segment.b) : (segment.b, segment.a)
        let (top, bottom) = (cell(a.y - low.y, side, rows), cell(b.y - low.y, side, rows))
        for row in top...bottom {
            func x(atRowEdge y: Double) -> Double {
                b.y > a.y ? a.x + min(1, max(0, (y - a.y) / (b.y - a.y))) * (b.x - a.x) : a.x
            }
            var (from, to) = (a.x, b.x)
            if top != bottom {
                from = x(atRowEdge: low.y + Double(row) * side)
                to = x(atRowEdge: low.y + Double(row + 1) * side)
            }
            let first = max(0, cell(min(from, to) - low.x, side, columns) - 1)
            let last = min(columns - 1, cell(max(from, to) - low.x, side, columns) + 1)
            for column in first...last { body(row * columns + column) }
        }
    }
}
