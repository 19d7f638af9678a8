package import HubModel
package import Spatial

/// Finds the nearest street of a network through square cells, in the study's coordinate system.
package struct StreetIndex: Sendable {
    /// Metres to a cell's side; larger where the network would take more cells than that.
    private static let usualSide = 200.0
    private static let mostCells = 4_000_000.0

    package let network: StreetNetwork
    /// Corners of the network's edges on the plane, in metres.
    let corners: [Point]
    private let side: Double
    private let west: Double
    private let south: Double
    private let across: Int
    private let down: Int
    /// Where each cell's stretches begin: cells + 1 entries.
    private let starts: [UInt32]
    /// The corner at which a stretch begins.
    private let stretches: [UInt32]

    /// - Parameters:
    ///   - network: the streets of one way of travelling.
    ///   - system: the study's coordinate system, in metres.
    /// - Throws: `SpatialError` when the streets lie outside what the system covers.
    package init(_ network: StreetNetwork, in system: CoordinateSystem) throws {
        let transform = try CoordinateTransform(from: CoordinateSystem("EPSG:4326"), to: system)
        self.init(
            network, corners: try transform(network.corners.map { Point(x: $0.longitude, y: $0.latitude) }))
    }

    /// - Parameters:
    ///   - network: the streets of one way of travelling.
    ///   - corners: one point for each of its corners, in metres.
    init(_ network: StreetNetwork, corners: [Point]) {
        self.network = network
        self.corners = corners
        let box = Self.box(corners)
        west = box.low.x
        south = box.low.y
        let (width, height) = (box.high.x - box.low.x, box.high.y - box.low.y)
        side = max(Self.usualSide, (width * height / Self.mostCells).squareRoot(), max(width, height) / 1e6)
        across = Int(width / side) + 1
        down = Int(height / side) + 1
        (starts, stretches) = Self.fill(network, corners, box.low, side, across, down)
    }

    private static func box(_ points: [Point]) -> (low: Point, high: Point) {
        guard var low = points.first else { return (Point(x: 0, y: 0), Point(x: 0, y: 0)) }
        var high = low
        for point in points {
            low = Point(x: min(low.x, point.x), y: min(low.y, point.y))
            high = Point(x: max(high.x, point.x), y: max(high.y, point.y))
        }
        return (low, high)
    }

    /// Every stretch goes into each cell that its box touches.
    private static func fill(
        _ network: StreetNetwork, _ corners: [Point], _ low: Point, _ side: Double, _ across: Int, _ down: Int
    ) -> ([UInt32], [UInt32]) {
        func forEach(_ body: (Int, UInt32) -> Void) {
            for edge in network.edges.indices {
                for corner in Int(network.cornerStarts[edge])..<Int(network.cornerStarts[edge + 1]) - 1 {
                    let (a, b) = (corners[corner], corners[corner + 1])
                    let columns = Int((min(a.x, b.x) - low.x) / side)...Int((max(a.x, b.x) - low.x) / side)
                    let rows = Int((min(a.y, b.y) - low.y) / side)...Int((max(a.y, b.y) - low.y) / side)
                    for row in rows { for column in columns { body(row * across + column, UInt32(corner)) } }
                }
            }
        }
        var starts = [UInt32](repeating: 0, count: across * down + 1)
        forEach { cell, _ in starts[cell + 1] += 1 }
        for cell in 0..<across * down { starts[cell + 1] += starts[cell] }
        var next = starts
        var stretches = [UInt32](repeating: 0, count: Int(starts[across * down]))
        forEach { cell, corner in
            stretches[Int(next[cell])] = corner
            next[cell] += 1
        }
        return (starts, stretches)
    }
}

extension StreetIndex {
    /// The nearest point of a street; among equals that of the lowest edge.
    /// - Parameters:
    ///   - point: a place in the study's coordinate system.
    ///   - limit: metres, inclusive.
    ///   - isUsable: whether an edge, by number, may be snapped to.
    ///   - sameFace: whether two places lie on the same side of all barriers; streets on another side are passed over.
    /// - Returns: nil when there is none within the limit.
    package func nearest(
        to point: Point, limit: Double, isUsable: (Int) -> Bool, sameFace: ((Point, Point) -> Bool)? = nil
    ) -> StreetSnap? {
        guard point.x.isFinite, point.y.isFinite, abs(point.x) < 1e9, abs(point.y) < 1e9, limit >= 0 else { return nil }
        let column = Int(((point.x - west) / side).rounded(.down))
        let row = Int(((point.y - south) / side).rounded(.down))
        var best: (squared: Double, edge: Int, corner: Int, along: Double)?
        for ring in 0...Int(min(limit, 1e6) / side) + 1 {
            for cell in cells(ring, column, row) {
                for entry in Int(starts[cell])..<Int(starts[cell + 1]) {
                    let corner = Int(stretches[entry])
                    let (along, squared) = Stretch.nearest(point, corners[corner], corners[corner + 1])
                    guard squared <= limit * limit, squared <= best?.squared ?? .infinity else { continue }
                    let edge = edge(at: corner)
                    if let best, (squared, edge, corner) >= (best.squared, best.edge, best.corner) { continue }
                    guard isUsable(edge), sameFace?(point, place(corner, along)) ?? true else { continue }
                    best = (squared, edge, corner, along)
                }
            }
            // What lies in rings further out is at least so far away.
            if let best, best.squared.squareRoot() <= Double(ring) * side { break }
        }
        return best.map { snap($0.edge, $0.corner, $0.along, $0.squared.squareRoot()) }
    }

    /// The cells of a square ring that are on the grid.
    private func cells(_ ring: Int, _ column: Int, _ row: Int) -> [Int] {
        var found: [Int] = []
        for y in max(0, row - ring)...max(0, row + ring) where y < down && abs(y - row) <= ring {
            let isWhole = abs(y - row) == ring
            for x in stride(from: column - ring, through: column + ring, by: isWhole || ring == 0 ? 1 : 2 * ring)
            where x >= 0 && x < across {
                found.append(y * across + x)
            }
        }
        return found
    }

    /// The edge to which the stretch that begins at a corner belongs.
    private func edge(at corner: Int) -> Int {
        var (low, high) = (0, network.edges.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if Int(network.cornerStarts[middle]) <= corner { low = middle } else { high = middle }
        }
        return low
    }

    private func place(_ corner: Int, _ along: Double) -> Point {
        let (a, b) = (corners[corner], corners[corner + 1])
        return Point(x: a.x + along * (b.x - a.x), y: a.y + along * (b.y - a.y))
    }

    private func snap(_ edge: Int, _ corner: Int, _ along: Double, _ offset: Double) -> StreetSnap {
        var (before, whole) = (0.0, 0.0)
        for start in Int(network.cornerStarts[edge])..<Int(network.cornerStarts[edge + 1]) - 1 {
            let length = corners[start].distance(to: corners[start + 1])
            whole += length
            if start < corner { before += length } else if start == corner { before += length * along }
        }
        let fraction = whole > 0 ? min(max(before / whole, 0), 1) : 0
        let millimetres = (fraction * Double(network.edges[edge].millimetres)).rounded()
        return StreetSnap(
            edge: UInt32(edge), millimetres: UInt32(millimetres), offset: offset, point: place(corner, along))
    }
}
