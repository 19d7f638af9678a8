internal import HubModel

/// What becomes of barriers that end in the middle of the ground, where lines alone would enclose nothing.
///
/// An end near another barrier or the boundary is a gap in the drawing and is closed. One farther off is open: people
/// walk round it. The straight way from it to the nearest other barrier is then a line like any other, so that the barrier
/// counts at all, with openings so close together that going through the nearest adds next to nothing. An end that is far
/// from everything severs nothing, and that is told.
struct BarrierEnds {
    /// A stretch that closes an end, with the layer it prolongs.
    private(set) var closures: [(layer: Int, line: [Point])] = []
    /// Stretches along which an open end can be walked round.
    private(set) var ways: [[Point]] = []
    /// Sentences, one a layer with open ends.
    private(set) var findings: [String] = []

    /// Metres between openings along the way round an end: 50 m aside lengthens a walk of 1 km either side by 3 m.
    static let openingEvery = 100.0
    /// How far a stretch goes on beyond what it meets, so that rounding cannot leave a gap, in metres.
    private static let overshoot = 0.5
    /// Points nearer than this are the same, in metres.
    private static let same = 1e-3

    /// - Parameter inside: whether a point lies on the study's ground; ends elsewhere do not matter.
    init(_ layers: [BarrierLayer], boundary: Outline, settings: FaceSettings, inside: (Point) -> Bool) {
        let drawn = Drawing(layers, boundary)
        var open = [Int](repeating: 0, count: layers.count)
        var loose = open
        for (end, line) in drawn.ends(nearerThan: Self.same) where inside(end) {
            let layer = drawn.layerOf[line]
            let reach = max(settings.closing, layers[layer].effect == .blocks ? settings.round : 0)
            guard let met = drawn.nearest(to: end, within: reach, notOf: line), met.metres > 0 else {
                loose[layer] += 1
                continue
            }
            let beyond = 1 + Self.overshoot / met.metres
            let far = Point(
                x: end.x + beyond * (met.point.x - end.x), y: end.y + beyond * (met.point.y - end.y))
            if met.metres <= settings.closing {
                closures.append((layer, [end, far]))
            } else {
                open[layer] += 1
                ways.append([end, far])
            }
        }
        findings = layers.indices.flatMap { layer in
            Self.words(layers[layer], open: open[layer], loose: loose[layer], settings)
        }
    }

    private static func words(_ layer: BarrierLayer, open: Int, loose: Int, _ settings: FaceSettings) -> [String] {
        func ends(_ count: Int) -> String { count == 1 ? "1 end" : "\(count) ends" }
        var sentences: [String] = []
        if open > 0 {
            sentences.append(
                "The barrier \(layer.title) stops inside the study at \(ends(open)); people are taken to walk round there. "
                    + "Draw it on to the boundary where they cannot.")
        }
        if loose > 0, layer.effect == .blocks {
            sentences.append(
                "The barrier \(layer.title) has \(ends(loose)) more than \(Int(nearest: settings.round).grouped) m from any other barrier "
                    + "and from the boundary; it severs nothing there. Draw it on, or raise faces.round.")
        }
        return sentences
    }
}

/// Every line with its segments, and which lines hang together at their ends.
private struct Drawing {
    var lines: [[Point]] = []
    /// Of each line; the boundary's lines have none and come last.
    var layerOf: [Int] = []
    var segments: [SegmentGrid.Segment] = []
    var lineOf: [Int] = []
    var grid: SegmentGrid
    var chains: DisjointSets
    private var chainOf: [Int] = []

    init(_ layers: [BarrierLayer], _ boundary: Outline) {
        for (number, layer) in layers.enumerated() {
            for line in layer.lines where Set(line).count > 1 {
                lines.append(line)
                layerOf.append(number)
            }
        }
        let barriers = lines.count
        lines += boundary.polygons.flatMap { $0 }
        for (number, line) in lines.enumerated() {
            for (a, b) in zip(line, line.dropFirst()) where a != b {
                segments.append(.init(a: a, b: b))
                lineOf.append(number)
            }
        }
        grid = SegmentGrid(segments)
        chains = DisjointSets(lines.count)
        for line in 0..<barriers {
            for end in [lines[line].first, lines[line].last].compactMap({ $0 }) {
                for other in touching(end, 1e-3) where lineOf[other] < barriers { chains.join(line, lineOf[other]) }
            }
        }
        chainOf = lines.indices.map { chains.root($0) }
    }

    private func touching(_ point: Point, _ metres: Double) -> [Int] {
        grid.near(point, within: metres).filter { segments[$0].nearest(to: point).distance(to: point) <= metres }
    }

    /// Ends of barriers that no other line touches.
    func ends(nearerThan metres: Double) -> [(end: Point, line: Int)] {
        layerOf.indices.flatMap { number -> [(end: Point, line: Int)] in
            guard let first = lines[number].first, let last = lines[number].last,
                first.distance(to: last) > metres
            else { return [] }
            return [first, last].compactMap { end in
                let meets = touching(end, metres)
                let own = meets.filter { lineOf[$0] == number }
                return meets.count == own.count && own.count == 1 ? (end, number) : nil
            }
        }
    }

    /// The nearest point of a line that does not hang together with `line`.
    func nearest(to point: Point, within metres: Double, notOf line: Int) -> (point: Point, metres: Double)? {
        var radius = min(metres, 100)
        while true {
            if let found = grid.nearest(to: point, within: radius, where: { chainOf[lineOf[$0]] != chainOf[line] }) {
                return (found.point, found.metres)
            }
            if radius >= metres { return nil }
            radius = min(metres, radius * 4)
        }
    }
}
