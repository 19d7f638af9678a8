import Foundation
import HubModel
import HubPlanTestSupport
import Spatial
import Testing

@testable import TravelCosts

/// What faces and gates are worth, measured on Newport's 20,000 exact walks: a town cut in two by a river and a railway,
/// with a gate wherever a walker's way crosses one.
@Suite(
    .enabled(if: SharedData.has("newport/walk_oracle.csv.gz")), .enabled(if: SharedData.has("newport/newport.osm.pbf")))
struct GateQualityTests {
    private struct Newport {
        var barriers: [BarrierLayer]
        var crossings: [Crossing]
        var nodes: [Point]
    }

    private func newport() throws -> Newport {
        let grid = try CoordinateSystem("EPSG:27700")
        let toGrid = try CoordinateTransform(from: CoordinateSystem("EPSG:4326"), to: grid)
        let table = try SharedTable("newport/walk_nodes.csv.gz")
        let nodes = try toGrid(zip(table.numbers("lon"), table.numbers("lat")).map { Point(x: $0, y: $1) })
        let ways = try VectorFile.read(
            SharedData.folder.appendingPathComponent("newport/newport.osm.pbf").path, layer: "lines",
            columns: ["highway", "waterway", "railway", "other_tags"])
        let shapes = try toGrid(ways.shapes)
        func value(_ column: String, _ row: Int) -> String { ways.column(column)?[row] ?? "" }
        var (water, rails, walks): ([[Point]], [[Point]], [[Point]]) = ([], [], [])
        for (row, shape) in shapes.enumerated() {
            guard case .lines(let lines)? = shape else { continue }
            let tags = value("other_tags", row)
            let isUnderground = tags.contains("\"tunnel\"=>") && !tags.contains("\"tunnel\"=>\"no\"")
            if ["river", "canal"].contains(value("waterway", row)), !isUnderground { water += lines }
            let isSiding = tags.contains("\"service\"=>")
            if value("railway", row) == "rail", !isUnderground, !isSiding { rails += lines }
            if Self.isWalkable(value("highway", row), tags) { walks += lines }
        }
        let barriers = [BarrierLayer(title: "rivers", lines: water), BarrierLayer(title: "railways", lines: rails)]
        return Newport(barriers: barriers, crossings: Self.crossings(walks, water + rails), nodes: nodes)
    }

    private static func isWalkable(_ highway: String, _ tags: String) -> Bool {
        let refused = ["", "motorway", "motorway_link", "construction", "proposed", "raceway", "platform", "no"]
        if refused.contains(highway) { return false }
        func has(_ key: String, _ values: [String]) -> Bool {
            values.contains { tags.contains("\"\(key)\"=>\"\($0)\"") }
        }
        if has("foot", ["no", "private", "use_sidepath"]) { return false }
        return !has("access", ["no", "private"]) || has("foot", ["yes", "designated", "permissive"])
    }

    /// Where walkers' ways cross barriers, one in each square of 10 m.
    private static func crossings(_ walks: [[Point]], _ barriers: [[Point]]) -> [Crossing] {
        func segments(_ lines: [[Point]]) -> [SegmentGrid.Segment] {
            lines.flatMap { line in zip(line, line.dropFirst()).map { .init(a: $0, b: $1) } }
        }
        let grid = SegmentGrid(segments(barriers))
        var seen: Set<[Int]> = []
        return segments(walks).flatMap { walk in
            grid.near(walk.middle, within: walk.a.distance(to: walk.b) / 2).compactMap { number -> Crossing? in
                guard let at = meeting(walk, grid.segments[number]) else { return nil }
                return seen.insert([Int(at.x / 10), Int(at.y / 10)]).inserted ? Crossing(title: "", point: at) : nil
            }
        }
    }

    private static func meeting(_ p: SegmentGrid.Segment, _ q: SegmentGrid.Segment) -> Point? {
        let (dx, dy, ex, ey) = (p.b.x - p.a.x, p.b.y - p.a.y, q.b.x - q.a.x, q.b.y - q.a.y)
        let cross = dx * ey - dy * ex
        guard cross != 0 else { return nil }
        let s = ((q.a.x - p.a.x) * ey - (q.a.y - p.a.y) * ex) / cross
        let t = ((q.a.x - p.a.x) * dy - (q.a.y - p.a.y) * dx) / cross
        return (0...1).contains(s) && (0...1).contains(t) ? Point(x: p.a.x + s * dx, y: p.a.y + s * dy) : nil
    }

    /// Mean absolute error of lengths after the one factor that makes their median right.
    private func error(_ lengths: [Double], _ truths: [Double], among: [Int], factorFrom all: [Int]) -> Double {
        let ratios = all.map { truths[$0] / lengths[$0] }.sorted()
        let factor = ratios[ratios.count / 2]
        return among.map { abs(factor * lengths[$0] - truths[$0]) / truths[$0] }.reduce(0, +) / Double(among.count)
    }

    @Test func gatesBringWalksNearerToTheTruthMostWhereRiverOrRailwayLieBetween() throws {
        let town = try newport()
        let table = try SharedTable("newport/walk_oracle.csv.gz")
        let (from, to) = (table.numbers("source_node").map { Int($0) }, table.numbers("target_node").map { Int($0) })
        let truths = table.numbers("metres")
        let (sites, areas) = (Array(Set(from)).sorted(), Array(Set(to)).sorted())
        let network = try FaceNetwork(
            barriers: town.barriers, crossings: town.crossings, areas: areas.map { town.nodes[$0] },
            sites: sites.map { town.nodes[$0] }, settings: FaceSettings(Travellers.adult))
        let paths = GatePaths(network, byVehicle: false, metresPerMinute: 60)
        let siteOf = Dictionary(uniqueKeysWithValues: zip(sites, sites.indices))
        let areaOf = Dictionary(uniqueKeysWithValues: zip(areas, areas.indices))
        let reached = sites.indices.map { site in
            Dictionary(uniqueKeysWithValues: paths.reach(site: site, within: 1e6).map { ($0.area, $0.metres) })
        }
        var (straight, gated, pairs, severed): ([Double], [Double], [Int], [Int]) = ([], [], [], [])
        for row in truths.indices {
            let (site, area) = (siteOf[from[row]] ?? 0, areaOf[to[row]] ?? 0)
            straight.append(town.nodes[from[row]].distance(to: town.nodes[to[row]]))
            gated.append(reached[site][UInt32(area)] ?? .infinity)
            guard truths[row] > 300, straight[row] > 0, gated[row].isFinite else { continue }
            pairs.append(row)
            if straight[row] < 1500, network.siteFaces[site] != network.areaFaces[area] { severed.append(row) }
        }
        let before = error(straight, truths, among: severed, factorFrom: pairs)
        let after = error(gated, truths, among: severed, factorFrom: pairs)
        #expect(severed.count == 1404)
        #expect(abs(before - 0.1765) < 0.001)
        #expect(abs(after - 0.1220) < 0.001)

        let model = try EstimatedModel(.urban, Travellers.adult)
        for (lengths, count, mean, ninetieth) in [(straight, 11_376, 0.104, 0.214), (gated, 11_114, 0.098, 0.191)] {
            let walked = pairs.filter { model.street(lengths[$0]) <= model.walk.limit }
            let errors = walked.map { abs(model.street(lengths[$0]) - truths[$0]) / truths[$0] }.sorted()
            #expect(errors.count == count)
            #expect(abs(errors.reduce(0, +) / Double(errors.count) - mean) < 0.001)
            #expect(abs(errors[Int(0.9 * Double(errors.count - 1))] - ninetieth) < 0.001)
        }
        #expect(GateTrips.quality.errorBands[0].fraction >= 0.191)
    }
}
