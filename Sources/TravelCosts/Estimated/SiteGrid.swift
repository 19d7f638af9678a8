internal import HubModel

/// The sites nearest to a point, through a uniform grid of square cells on flat arrays. Tuned; its plain twin, which
/// looks at every site, stands in the tests.
///
/// A query looks at squares of cells that grow ring by ring round the point's cell. What lies outside the square is no
/// nearer than the nearest corner or side of what is left, and that is known from the sites' own coordinates (`firstX`,
/// `lastX`, ...), never from cell sides, so no rounding can hide a site.
struct SiteGrid: Sendable {
    /// A site with its squared distance in square metres.
    struct Neighbour: Comparable, Sendable {
        var squared: Double
        var site: UInt32

        /// By distance, then by site number.
        @inline(__always)
        static func < (a: Neighbour, b: Neighbour) -> Bool {
            a.squared != b.squared ? a.squared < b.squared : a.site < b.site
        }
    }

    let count: Int
    private let columns: Int
    private let rows: Int
    private let side: Double
    /// Least and greatest coordinates of all sites.
    private let low: Point
    private let high: Point
    /// Where each cell's sites start in the arrays below, row by row; one more entry than cells.
    private let starts: [UInt32]
    private let siteOf: [UInt32]
    private let xs: [Double]
    private let ys: [Double]
    /// Least x of the sites in column c or right of it; greatest x in column c or left of it; the same for rows and y.
    private let firstX: [Double]
    private let lastX: [Double]
    private let firstY: [Double]
    private let lastY: [Double]

    /// Sites in a cell on average.
    private static let occupancy = 4.0
    private static let mostCellsAcross = 4096

    /// - Precondition: all coordinates are finite, with squares that are too.
    init(_ points: [Point]) {
        count = points.count
        let (low, high) = Self.corners(points)
        let (width, height) = (high.x - low.x, high.y - low.y)
        let wanted = max(1, Double(points.count) / Self.occupancy)
        // Sites on a line, or on one spot, still get a side above 0.
        let side = max((width * height / wanted).squareRoot(), max(width, height) / wanted, 1)
        let columns = Self.cell(width, side, Self.mostCellsAcross) + 1
        let rows = Self.cell(height, side, Self.mostCellsAcross) + 1

        let cells = points.map { point in
            Self.cell(point.y - low.y, side, rows) * columns + Self.cell(point.x - low.x, side, columns)
        }
        var starts = [UInt32](repeating: 0, count: rows * columns + 1)
        for cell in cells { starts[cell + 1] += 1 }
        for cell in 0..<(rows * columns) { starts[cell + 1] += starts[cell] }
        var next = starts
        var siteOf = [UInt32](repeating: 0, count: points.count)
        for (site, cell) in cells.enumerated() {
            siteOf[Int(next[cell])] = UInt32(site)
            next[cell] += 1
        }
        let columnX = zip(cells, points).map { ($0 % columns, $1.x) }
        let rowY = zip(cells, points).map { ($0 / columns, $1.y) }

        (self.columns, self.rows, self.side, self.low, self.high) = (columns, rows, side, low, high)
        (self.starts, self.siteOf) = (starts, siteOf)
        xs = siteOf.map { points[Int($0)].x }
        ys = siteOf.map { points[Int($0)].y }
        (firstX, lastX) = Self.extents(columnX, cells: columns)
        (firstY, lastY) = Self.extents(rowY, cells: rows)
    }

    /// Squared straight line, the one expression that every distance comes from.
    @inline(__always)
    static func squared(_ dx: Double, _ dy: Double) -> Double { dx * dx + dy * dy }

    /// The `wanted` nearest sites, or all when there are fewer, by distance and then by site number.
    func nearest(to point: Point, count wanted: Int) -> [Neighbour] {
        let wanted = min(wanted, count)
        guard wanted > 0 else { return [] }
        var found: [Neighbour] = []
        found.reserveCapacity(wanted * 2 + 64)
        let column = Self.cell(point.x - low.x, side, columns)
        let row = Self.cell(point.y - low.y, side, rows)
        var ring = 0
        while true {
            gather(ring: ring, column: column, row: row, point: point, into: &found)
            if found.count >= wanted {
                let bound = leastBeyond(ring: ring, column: column, row: row, point: point)
                let known = found.partition { $0.squared >= bound }
                if known >= wanted {
                    found.removeLast(found.count - known)
                    break
                }
            }
            ring += 1
        }
        found.sort()
        found.removeLast(found.count - wanted)
        return found
    }

    /// Every site at most so far away (squared), and its minutes, in the order of the cells.
    @inline(__always)
    func within(
        of point: Point, squared: Double, into near: inout NearSites,
        minutes: (Double) -> (withoutCar: TenthMinutes, withCar: TenthMinutes)
    ) {
        let radius = squared.squareRoot()
        let left = Self.cell(point.x - radius - low.x - 1, side, columns)
        let right = Self.cell(point.x + radius - low.x + 1, side, columns)
        let top = Self.cell(point.y - radius - low.y - 1, side, rows)
        let bottom = Self.cell(point.y + radius - low.y + 1, side, rows)
        let most = (top...bottom).reduce(0) {
            $0 + Int(starts[$1 * columns + right + 1]) - Int(starts[$1 * columns + left])
        }
        near.fill(upTo: most) { sites, withoutCar, withCar in
            var count = 0
            for row in top...bottom {
                for slot in Int(starts[row * columns + left])..<Int(starts[row * columns + right + 1]) {
                    let distance = Self.squared(xs[slot] - point.x, ys[slot] - point.y)
                    guard distance <= squared else { continue }
                    let cost = minutes(distance)
                    sites[count] = siteOf[slot]
                    withoutCar[count] = cost.withoutCar
                    withCar[count] = cost.withCar
                    count += 1
                }
            }
            return count
        }
    }

    /// Adds the sites in the cells at exactly `ring` cells from the middle, as far as they are on the grid.
    private func gather(ring: Int, column: Int, row: Int, point: Point, into found: inout [Neighbour]) {
        let (left, right) = (max(column - ring, 0), min(column + ring, columns - 1))
        for r in max(row - ring, 0)...min(row + ring, rows - 1) {
            if abs(r - row) == ring {
                gather(from: r * columns + left, through: r * columns + right, point: point, into: &found)
                continue
            }
            if column - ring >= 0 {
                gather(from: r * columns + left, through: r * columns + left, point: point, into: &found)
            }
            if column + ring < columns {
                gather(from: r * columns + right, through: r * columns + right, point: point, into: &found)
            }
        }
    }

    /// Adds the sites of neighbouring cells of one row, which lie next to each other in the arrays.
    @inline(__always)
    private func gather(from first: Int, through last: Int, point: Point, into found: inout [Neighbour]) {
        for slot in Int(starts[first])..<Int(starts[last + 1]) {
            found.append(Neighbour(squared: Self.squared(xs[slot] - point.x, ys[slot] - point.y), site: siteOf[slot]))
        }
    }

    /// No site outside the square of `ring` cells round the middle is nearer than this, squared; infinite when none is.
    private func leastBeyond(ring: Int, column: Int, row: Int, point: Point) -> Double {
        let dx = max(low.x - point.x, point.x - high.x, 0)
        let dy = max(low.y - point.y, point.y - high.y, 0)
        var least = Double.infinity
        if column + ring + 1 < columns {
            least = min(least, Self.squared(max(firstX[column + ring + 1] - point.x, 0), dy))
        }
        if column - ring - 1 >= 0 { least = min(least, Self.squared(max(point.x - lastX[column - ring - 1], 0), dy)) }
        if row + ring + 1 < rows { least = min(least, Self.squared(dx, max(firstY[row + ring + 1] - point.y, 0))) }
        if row - ring - 1 >= 0 { least = min(least, Self.squared(dx, max(point.y - lastY[row - ring - 1], 0))) }
        return least
    }

    /// The cell of an offset from the grid's edge, from 0 to `cells` − 1; points outside go to the nearest edge.
    private static func cell(_ offset: Double, _ side: Double, _ cells: Int) -> Int {
        Int(min(max((offset / side).rounded(.down), 0), Double(cells - 1)))
    }

    private static func corners(_ points: [Point]) -> (low: Point, high: Point) {
        guard let first = points.first else { return (Point(x: 0, y: 0), Point(x: 0, y: 0)) }
        return points.dropFirst().reduce(into: (low: first, high: first)) { box, point in
            box.low = Point(x: min(box.low.x, point.x), y: min(box.low.y, point.y))
            box.high = Point(x: max(box.high.x, point.x), y: max(box.high.y, point.y))
        }
    }

    /// Least coordinate in a cell or after it, greatest in a cell or before it; infinite where there is no site.
    private static func extents(_ items: [(cell: Int, value: Double)], cells: Int) -> (first: [Double], last: [Double])
    {
        var first = [Double](repeating: .infinity, count: cells)
        var last = [Double](repeating: -.infinity, count: cells)
        for (cell, value) in items {
            first[cell] = min(first[cell], value)
            last[cell] = max(last[cell], value)
        }
        for cell in (0..<(cells - 1)).reversed() { first[cell] = min(first[cell], first[cell + 1]) }
        for cell in 1..<max(cells, 1) { last[cell] = max(last[cell], last[cell - 1]) }
        return (first, last)
    }
}
