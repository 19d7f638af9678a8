internal import HubModel
internal import Spatial

/// The ground cut into cells by every barrier, and joined again to faces within which nothing blocks.
///
/// Belongs to one task at a time; what it finds out goes into a ``FaceNetwork``.
final class FaceMap {
    /// Two cells on either side of a barrier that costs minutes.
    struct Link: Hashable {
        var a: UInt32
        var b: UInt32
        /// For passing from the one into the other. A barrier of two lines counts half at each.
        var minutes: Double
    }

    let cells: [Outline]
    /// The face of each cell, named by its least cell.
    let faceOf: [UInt32]
    let links: [Link]
    /// Stretches that block, for placing crossings.
    let blocking: SegmentGrid
    let ends: BarrierEnds
    private let large: PolygonIndex
    private let largeCells: [Int]

    /// - Parameters:
    ///   - layers: barriers; lines beyond the boundary are allowed.
    ///   - boundary: what the study's ground ends at.
    ///   - settings: how small a sliver is and how ends are closed.
    /// - Throws: `SpatialError` when GEOS cannot join the lines, `TravelError` when they enclose nothing.
    init(_ layers: [BarrierLayer], boundary: Outline, settings: FaceSettings) throws {
        let ground = try PolygonIndex([boundary])
        let ends = BarrierEnds(layers, boundary: boundary, settings: settings) { !ground.containing($0).isEmpty }
        var drawn = BarrierLines(boundary)
        for layer in layers { for line in layer.lines { drawn.add(line, layer.effect) } }
        for closure in ends.closures { drawn.add(closure.line, layers[closure.layer].effect) }
        for way in ends.ways { drawn.add(way, .blocks) }

        self.ends = ends
        let cells = try Polygonizer(drawn.lines).faces
        self.cells = cells
        let areas = try cells.map { try Geometry.area($0) }
        let most = areas.max() ?? 0
        let isLarge = zip(cells, areas).map { cell, area in
            area >= most || (area >= settings.sliver && !Self.isNarrow(cell, area: area, settings))
        }
        largeCells = cells.indices.filter { isLarge[$0] }
        guard !largeCells.isEmpty else {
            throw TravelError("The study's boundary encloses no ground; give it an outline with an area.")
        }
        large = try PolygonIndex(largeCells.map { cells[$0] })

        let effects = drawn.effects()
        var faces = DisjointSets(cells.count)
        var links: [Link] = []
        for (edge, sides) in Self.sides(of: cells) {
            guard case .costs(let minutes)? = effects(edge) else { continue }
            let (a, b) = sides
            faces.join(a, b)
            let parts = (isLarge[a] ? 0.5 : 0) + (isLarge[b] ? 0.5 : 0)
            links.append(Link(a: UInt32(min(a, b)), b: UInt32(max(a, b)), minutes: minutes * parts))
        }
        faceOf = cells.indices.map { UInt32(faces.root($0)) }
        self.links = Self.cheapest(links)
        blocking = drawn.blockingSegments()
    }

    /// Whether ground is narrower, on average, than a crossing reaches: a strip between parallel lines, however long.
    private static func isNarrow(_ cell: Outline, area: Double, _ settings: FaceSettings) -> Bool {
        guard settings.sliver > 0 else { return false }
        let around = cell.polygons.lazy.flatMap { $0 }.reduce(0.0) { sum, ring in
            zip(ring, ring.dropFirst()).reduce(sum) { $0 + $1.0.distance(to: $1.1) }
        }
        return 2 * area < settings.reach * around
    }

    /// The cell that holds a point, the lowest number among several; the nearest where a sliver or none does.
    func cell(at point: Point) -> UInt32 {
        if let found = large.containing(point).first { return UInt32(largeCells[found]) }
        var radius = 100.0
        while radius < 1e9 {
            if let found = large.nearestBoundary(to: point, within: radius) { return UInt32(largeCells[found.index]) }
            radius *= 4
        }
        return UInt32(largeCells[0])
    }

    /// Cells that sixteen points in a ring round a point lie in, ascending; slivers are left out.
    func cells(near point: Point, within metres: Double) -> [UInt32] {
        let around = (0..<16).map { step in
            let (dx, dy) = Self.compass[step]
            return Point(x: point.x + metres * dx, y: point.y + metres * dy)
        }
        return Set(around.compactMap { large.containing($0).first }).map { UInt32(largeCells[$0]) }.sorted()
    }

    /// Sixteen directions round a point, as unit steps east and north.
    private static let compass: [(Double, Double)] = {
        let quarter = [(1.0, 0.0), (0.92388, 0.382683), (0.707107, 0.707107), (0.382683, 0.92388)]
        return quarter + quarter.map { (-$0.1, $0.0) } + quarter.map { (-$0.0, -$0.1) } + quarter.map { ($0.1, -$0.0) }
    }()

    /// Each stretch of a ring that two cells share, with the two, in the order of cells.
    private static func sides(of cells: [Outline]) -> [(SegmentGrid.Segment, (Int, Int))] {
        var first: [SegmentGrid.Segment: Int] = [:]
        var result: [(SegmentGrid.Segment, (Int, Int))] = []
        for (number, cell) in cells.enumerated() {
            for ring in cell.polygons.lazy.flatMap({ $0 }) {
                for (a, b) in zip(ring, ring.dropFirst()) {
                    let edge = (a.x, a.y) <= (b.x, b.y) ? SegmentGrid.Segment(a: a, b: b) : .init(a: b, b: a)
                    if let other = first.updateValue(number, forKey: edge) { result.append((edge, (other, number))) }
                }
            }
        }
        return result
    }

    /// One link for each pair of cells, the cheapest, in their order.
    private static func cheapest(_ links: [Link]) -> [Link] {
        let sorted = links.sorted { ($0.a, $0.b, $0.minutes) < ($1.a, $1.b, $1.minutes) }
        return sorted.indices.filter {
            $0 == 0 || (sorted[$0].a, sorted[$0].b) != (sorted[$0 - 1].a, sorted[$0 - 1].b)
        }.map { sorted[$0] }
    }
}

/// All lines that cut the ground, with what they do.
private struct BarrierLines {
    private(set) var lines: [[Point]]
    /// nil for the boundary.
    private var effectOf: [BarrierLayer.Effect?]

    init(_ boundary: Outline) {
        lines = boundary.polygons.flatMap { $0 }
        effectOf = lines.map { _ in nil }
    }

    mutating func add(_ line: [Point], _ effect: BarrierLayer.Effect) {
        guard Set(line).count > 1 else { return }
        lines.append(line)
        effectOf.append(effect)
    }

    private func segments() -> (segments: [SegmentGrid.Segment], effects: [BarrierLayer.Effect?]) {
        var segments: [SegmentGrid.Segment] = []
        var effects: [BarrierLayer.Effect?] = []
        for (line, effect) in zip(lines, effectOf) {
            for (a, b) in zip(line, line.dropFirst()) where a != b {
                segments.append(.init(a: a, b: b))
                effects.append(effect)
            }
        }
        return (segments, effects)
    }

    func blockingSegments() -> SegmentGrid {
        let all = segments()
        return SegmentGrid(zip(all.segments, all.effects).filter { $0.1 == .blocks }.map(\.0))
    }

    /// What a noded stretch does: it blocks where any line along it does, and costs the most of their minutes otherwise.
    /// Noding moves points by rounding alone, so the middle of a stretch lies within a millimetre of its line.
    func effects() -> (SegmentGrid.Segment) -> BarrierLayer.Effect? {
        let all = segments()
        let grid = SegmentGrid(all.segments)
        return { edge in
            let middle = edge.middle
            var most: Double?
            for number in grid.near(middle, within: 1e-3)
            where all.segments[number].nearest(to: middle).distance(to: middle) <= 1e-3 {
                switch all.effects[number] {
                case .blocks?: return .blocks
                case .costs(let minutes)?: most = max(most ?? 0, minutes)
                case nil: continue
                }
            }
            return most.map { .costs(minutes: $0) }
        }
    }
}
