/// Edges cut from ways, on the extract's own node numbers, before parts are told from each other.
struct StreetDraft {
    let extract: StreetExtract
    let mode: StreetMode
    /// The extract's nodes, and after them one more for each end of an edge at something that bars the way: the two sides of
    /// a bollard are two places.
    private(set) var nodeIDs: [Int64]
    private(set) var coordinates: [Coordinate]
    private(set) var edges: [StreetEdge] = []
    private(set) var corners: [Coordinate] = []
    private(set) var cornerStarts: [UInt32] = [0]
    private(set) var names: [String] = []
    private(set) var wayCount = 0

    /// Cuts ways where two of them meet or one ends, at level crossings for people on foot, and where the extract lacks
    /// a node. So lit, steps and the like are the same along an edge.
    init(_ extract: StreetExtract, mode: StreetMode) {
        self.extract = extract
        self.mode = mode
        (nodeIDs, coordinates) = (extract.nodeIDs, extract.coordinates)
        let used = extract.ways.filter { mode.directions($0.tags) != [] }
        wayCount = used.count
        let isEnd = Self.ends(extract, used, mode)
        let isBarred = extract.nodeTags.mapValues { mode.isBarred($0) }
        let isClosed = { (node: Int32) in isBarred[node] ?? false }
        var nameNumbers: [String: Int32] = [:]
        var edgeTags: [Int] = []
        for (number, way) in used.enumerated() {
            let standard = Self.standard(way.tags, mode, name: nameNumber(of: way.tags, &nameNumbers))
            for run in way.nodes.split(separator: -1) {
                guard let first = run.first else { continue }
                var start = isClosed(first) ? side(of: first) : first
                var (line, metres) = ([extract.coordinates[Int(first)]], 0.0)
                for node in run.dropFirst() {
                    let here = extract.coordinates[Int(node)]
                    metres += line[line.count - 1].metres(to: here)
                    line.append(here)
                    guard isEnd[Int(node)] || isClosed(node) || node == run.last else { continue }
                    add(standard, start, isClosed(node) ? side(of: node) : node, metres, line)
                    edgeTags.append(number)
                    (start, line, metres) = (isClosed(node) ? side(of: node) : node, [here], 0)
                }
            }
        }
        if mode == .foot { markCrossings(edgeTags.map { used[$0].tags }) }
    }

    /// A node of its own at the place of another.
    private mutating func side(of node: Int32) -> Int32 {
        nodeIDs.append(nodeIDs[Int(node)])
        coordinates.append(coordinates[Int(node)])
        return Int32(nodeIDs.count - 1)
    }

    private mutating func nameNumber(of tags: StreetTags, _ numbers: inout [String: Int32]) -> Int32 {
        guard let name = tags["name"] ?? tags["ref"] else { return -1 }
        if let known = numbers[name] { return known }
        let next = Int32(names.count)
        numbers[name] = next
        names.append(name)
        return next
    }

    private static func ends(_ extract: StreetExtract, _ ways: [StreetExtract.Way], _ mode: StreetMode) -> [Bool] {
        var uses = [UInt8](repeating: 0, count: extract.coordinates.count)
        func use(_ node: Int32) { if node >= 0, uses[Int(node)] < 2 { uses[Int(node)] += 1 } }
        for way in ways {
            way.nodes.forEach(use)
            if let first = way.nodes.first, let last = way.nodes.last {
                use(first)
                use(last)
            }
        }
        var isEnd = uses.map { $0 > 1 }
        guard mode == .foot else { return isEnd }
        for (node, tags) in extract.nodeTags where CrossingClass.isLevel(tags) { isEnd[Int(node)] = true }
        return isEnd
    }

    private static func standard(_ tags: StreetTags, _ mode: StreetMode, name: Int32) -> StreetEdge {
        StreetEdge(
            from: 0, to: 0, millimetres: 0, directions: mode.directions(tags), isSteps: tags["highway"] == "steps",
            isUnlit: tags["lit"] == "no", road: RoadClass(tags["highway"] ?? ""),
            speed: Float(DrivingRules.speed(tags)), name: name)
    }

    private mutating func add(
        _ standard: StreetEdge, _ from: Int32, _ to: Int32, _ metres: Double, _ line: [Coordinate]
    ) {
        var edge = standard
        edge.from = UInt32(from)
        edge.to = UInt32(to)
        edge.millimetres = UInt32(min(metres * 1000, Double(StreetGraph.largestCost)).rounded())
        edges.append(edge)
        corners += line
        cornerStarts.append(UInt32(corners.count))
    }

    /// Who comes out of a lesser street where another goes on across a larger road has half a crossing there, and so
    /// has who goes in: going straight over is a whole one. Turning into the larger road is half a one, because it lies
    /// on the other side as often as not. A railway on the level is met by every edge at its node.
    private mutating func markCrossings(_ tags: [StreetTags]) {
        var meetings: [UInt32: [RoadClass]] = [:]
        for edge in edges {
            meetings[edge.from, default: []].append(edge.road)
            meetings[edge.to, default: []].append(edge.road)
        }
        func crossing(_ node: UInt32, _ edge: Int) -> CrossingClass {
            let own = extract.nodeTags[Int32(node)]
            if let own, CrossingClass.isLevel(own) { return .level }
            let roads = meetings[node] ?? []
            guard let largest = roads.max(), (edges[edge].road < largest), (largest > RoadClass.path),
                roads.count(where: { road in road < largest }) > 1
            else { return .none }
            return CrossingClass(node: own, way: tags[edge], road: largest)
        }
        for edge in edges.indices {
            edges[edge].fromCrossing = crossing(edges[edge].from, edge)
            edges[edge].toCrossing = crossing(edges[edge].to, edge)
        }
    }
}
