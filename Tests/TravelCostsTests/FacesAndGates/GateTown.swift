import HubModel

@testable import TravelCosts

/// Made towns with barriers, and the plain twin of the search: all pairs over all gates.
struct GateTown {
    var areas: [Point]
    var sites: [Point]
    var barriers: [BarrierLayer]
    var crossings: [Crossing]
    /// Nothing is a sliver, nothing is brought back.
    static let settings: FaceSettings = {
        guard var settings = try? FaceSettings(Travellers.adult) else { fatalError("the defaults are within range") }
        settings.sliver = 0
        settings.snap = 0
        return settings
    }()

    static let boundary = Outline(polygons: [
        [[(0.0, 0.0), (10_000, 0), (10_000, 10_000), (0, 10_000), (0, 0)].map { Point(x: $0.0, y: $0.1) }]
    ])

    /// Lines right across a square of 10 km, some of which cost minutes, with crossings on them.
    init(seed: UInt64) {
        var numbers = SeededGenerator(seed: seed)
        func place() -> Point {
            Point(x: .random(in: 200...9800, using: &numbers), y: .random(in: 200...9800, using: &numbers))
        }
        areas = (0..<12).map { _ in place() }
        sites = (0..<5).map { _ in place() }
        (barriers, crossings) = ([], [])
        for number in 0..<Int.random(in: 1...5, using: &numbers) {
            let isUpright = Bool.random(using: &numbers)
            func across(_ along: Double) -> Point {
                let at = Double.random(in: 500...9500, using: &numbers)
                return isUpright ? Point(x: at, y: along) : Point(x: along, y: at)
            }
            let line = [across(-10), across(3000), across(7000), across(10_010)]
            let costs = Int.random(in: 0..<3, using: &numbers) == 0
            barriers.append(
                BarrierLayer(title: "\(number)", lines: [line], effect: costs ? .costs(minutes: 3) : .blocks))
            guard !costs else { continue }
            for _ in 0..<Int.random(in: 0...3, using: &numbers) {
                let (part, share) = (
                    Int.random(in: 0..<3, using: &numbers), Double.random(in: 0.1...0.9, using: &numbers)
                )
                let (a, b) = (line[part], line[part + 1])
                crossings.append(
                    Crossing(
                        title: "", point: Point(x: a.x + share * (b.x - a.x), y: a.y + share * (b.y - a.y)),
                        minutes: Double(Int.random(in: 0...2, using: &numbers)),
                        carriesVehicles: Bool.random(using: &numbers)))
            }
        }
    }

    init(areas: [Point], sites: [Point], barriers: [BarrierLayer], crossings: [Crossing] = []) {
        (self.areas, self.sites, self.barriers, self.crossings) = (areas, sites, barriers, crossings)
    }

    func network(_ settings: FaceSettings = Self.settings) throws -> FaceNetwork {
        try FaceNetwork(
            barriers: barriers, crossings: crossings, boundary: Self.boundary, areas: areas, sites: sites,
            settings: settings)
    }

    static let metresPerMinute = 60.0

    /// Effort from each site to each area; infinite where there is no way.
    func efforts(byVehicle: Bool = false, limit: Double = 1e9) throws -> [[Double]] {
        let paths = GatePaths(try network(), byVehicle: byVehicle, metresPerMinute: Self.metresPerMinute)
        return sites.indices.map { site in
            var row = [Double](repeating: .infinity, count: areas.count)
            for reach in paths.reach(site: site, within: limit) {
                row[Int(reach.area)] = reach.metres + Self.metresPerMinute * reach.minutes
            }
            return row
        }
    }

    /// The same by Floyd and Warshall over all gates, sites and areas.
    func plainEfforts(byVehicle: Bool = false) throws -> [[Double]] {
        let network = try network()
        var nodes: [[(point: Point, face: UInt32, cell: UInt32, half: Double)]] = []
        for site in sites.indices {
            nodes.append([(sites[site], network.siteFaces[site], network.siteCells[site], 0)])
        }
        for gate in network.gates where gate.carriesVehicles || !byVehicle {
            nodes.append([
                (gate.point, gate.faceA, gate.cellA, gate.minutes / 2),
                (gate.point, gate.faceB, gate.cellB, gate.minutes / 2),
            ])
        }
        for area in areas.indices {
            nodes.append([(areas[area], network.areaFaces[area], network.areaCells[area], 0)])
        }
        let known = nodes.count - areas.count
        var best = nodes.indices.map { a in
            nodes.indices.map { b -> Double in
                guard a != b else { return 0 }
                var least = Double.infinity
                // Minutes are asked from a site's or a gate's cell only.
                let (from, to) = a < known ? (a, b) : (b, a)
                guard from < known else { return least }
                for x in nodes[from] {
                    for y in nodes[to] where x.face == y.face {
                        let minutes = network.minutes(x.cell, y.cell) + x.half + y.half
                        least = min(least, x.point.distance(to: y.point) + Self.metresPerMinute * minutes)
                    }
                }
                return least
            }
        }
        for via in nodes.indices {
            for a in nodes.indices {
                for b in nodes.indices { best[a][b] = min(best[a][b], best[a][via] + best[via][b]) }
            }
        }
        return sites.indices.map { site in areas.indices.map { best[site][known + $0] } }
    }
}
