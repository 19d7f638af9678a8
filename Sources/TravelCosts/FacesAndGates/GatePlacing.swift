internal import HubModel

/// Turns crossings into gates: each is moved onto its barrier and joins the faces a short way either side.
struct GatePlacing {
    private let map: FaceMap
    private let settings: FaceSettings
    private(set) var gates: [FaceNetwork.Gate] = []
    /// Titles of crossings far from every barrier, and of those with the same ground on both sides.
    private var astray: [String] = []
    private var idle: [String] = []

    init(_ map: FaceMap, _ settings: FaceSettings) {
        self.map = map
        self.settings = settings
    }

    /// - Parameter number: the crossing's place in the list that was given.
    mutating func place(_ crossing: Crossing, _ number: Int) {
        guard let met = map.blocking.nearest(to: crossing.point, within: settings.tolerance) else {
            astray.append(crossing.title)
            return
        }
        // As near as will do, so that no other barrier lies between; farther, and again, for a line of several tracks.
        for times in [0.04, 0.2, 1, 2, 4] {
            if join(met, settings.reach * times, crossing, number) { return }
        }
        idle.append(crossing.title)
    }

    /// A sentence about the crossings that are left out, and one about those that change nothing.
    var findings: [String] {
        func words(_ titles: [String], _ one: String, _ many: String, _ rest: String) -> [String] {
            guard let first = titles.first else { return [] }
            if titles.count == 1 { return ["The crossing \(first) \(one) \(rest)"] }
            let named = titles.prefix(3).joined(separator: ", ")
            let others = titles.count > 3 ? " and \(titles.count - 3) more" : ""
            return ["\(titles.count) crossings (\(named)\(others)) \(many) \(rest)"]
        }
        let left = "more than \(Int(nearest: settings.tolerance).grouped) m from every barrier that blocks and"
        return words(
            astray, "lies \(left) is left out.", "lie \(left) are left out.",
            "Move them nearer, or raise faces.tolerance.")
            + words(
                idle, "has", "have",
                "the same ground on both sides and changes nothing; the barrier there may have an open end.")
    }

    /// Gates along the way round a barrier's open end, the first right at the end.
    mutating func open(_ way: [Point]) {
        guard let end = way.first, let far = way.last else { return }
        let length = end.distance(to: far)
        let count = max(1, Int((length / BarrierEnds.openingEvery).rounded(.up)))
        let around = Crossing(title: "round the end of the barrier", point: end)
        for step in 0..<count {
            let metres = step == 0 ? min(0.5, length / 4) : length * Double(step) / Double(count)
            let share = metres / length
            let at = Point(x: end.x + share * (far.x - end.x), y: end.y + share * (far.y - end.y))
            guard let stretch = map.blocking.nearest(to: at, within: 1) else { continue }
            _ = join((stretch.segment, at, 0), min(0.25, length / 8), around, nil)
        }
    }

    /// Adds a gate when the cells so far either side of the barrier lie in different faces.
    private mutating func join(
        _ met: (segment: Int, point: Point, metres: Double), _ reach: Double, _ crossing: Crossing, _ number: Int?
    ) -> Bool {
        let stretch = map.blocking.segments[met.segment]
        let length = stretch.a.distance(to: stretch.b)
        let (east, north) = ((stretch.b.x - stretch.a.x) / length, (stretch.b.y - stretch.a.y) / length)
        let a = map.cell(at: Point(x: met.point.x - reach * north, y: met.point.y + reach * east))
        let b = map.cell(at: Point(x: met.point.x + reach * north, y: met.point.y - reach * east))
        let faces = (map.faceOf[Int(a)], map.faceOf[Int(b)])
        guard faces.0 != faces.1 else { return false }
        gates.append(
            FaceNetwork.Gate(
                crossing: number, title: crossing.title, point: met.point, minutes: crossing.minutes,
                carriesVehicles: crossing.carriesVehicles, cellA: a, cellB: b, faceA: faces.0, faceB: faces.1))
        return true
    }
}

/// The cells that areas and sites lie in.
struct PlaceFaces {
    private(set) var areaCells: [UInt32]
    private(set) var siteCells: [UInt32]
    private(set) var findings: [String] = []
    private let groupOf: [Int]

    init(_ map: FaceMap, areas: [Point], sites: [Point], gates: [FaceNetwork.Gate]) {
        areaCells = areas.map { map.cell(at: $0) }
        siteCells = sites.map { map.cell(at: $0) }
        var groups = DisjointSets(map.cells.count)
        for (cell, face) in map.faceOf.enumerated() { groups.join(cell, Int(face)) }
        for gate in gates { groups.join(Int(gate.cellA), Int(gate.cellB)) }
        groupOf = map.cells.indices.map { groups.root($0) }
    }

    /// Moves areas that reach no site, and sites that no area reaches, into ground nearby from which they can: a point on
    /// the wrong side of a coast that was drawn roughly. Where there is none, they are counted as cut off.
    mutating func bringBack(_ map: FaceMap, _ areas: [Point], _ sites: [Point], within metres: Double) {
        let withAreas = Set(areaCells.map { groupOf[Int($0)] })
        let withSites = Set(siteCells.map { groupOf[Int($0)] })
        let moved = Self.move(&areaCells, areas, map, groupOf, to: withSites, within: metres)
        let movedSites = Self.move(&siteCells, sites, map, groupOf, to: withAreas, within: metres)
        for (what, result) in [("areas", moved), ("sites", movedSites)] {
            if result.moved > 0 {
                findings.append(
                    "\(result.moved) \(what) lie just beyond a barrier without a crossing, as points by a roughly drawn coast "
                        + "do; they count to the ground within \(Int(nearest: metres).grouped) m of them.")
            }
            if result.left > 0 {
                findings.append(
                    "\(result.left) \(what) lie in ground that barriers enclose without a crossing to any "
                        + "\(what == "areas" ? "site" : "area"); add the crossings that are missing.")
            }
        }
    }

    private static func move(
        _ cells: inout [UInt32], _ points: [Point], _ map: FaceMap, _ groupOf: [Int], to wanted: Set<Int>,
        within metres: Double
    ) -> (moved: Int, left: Int) {
        var (moved, left) = (0, 0)
        for number in cells.indices where !wanted.contains(groupOf[Int(cells[number])]) {
            let steps = [0.25, 0.5, 1].lazy.map { map.cells(near: points[number], within: metres * $0) }
            let found = steps.compactMap { near in near.first { wanted.contains(groupOf[Int($0)]) } }.first
            if let found, metres > 0 {
                cells[number] = found
                moved += 1
            } else {
                left += 1
            }
        }
        return (moved, left)
    }
}
