import Foundation
import HubModel
import HubPlanTestSupport
import Spatial
import Testing

@testable import TravelCosts

/// The fixture's streets and buses fit its barriers and crossings.
@Suite struct SaltmouthStreetsTests {
    private func segments(_ lines: [[Point]]) -> [SegmentGrid.Segment] {
        lines.flatMap { line in zip(line, line.dropFirst()).map { .init(a: $0, b: $1) } }
    }

    private func read(_ file: String, _ layer: String? = nil, _ columns: Set<String>? = nil) throws -> VectorLayer {
        try VectorFile.read(Saltmouth.folder.appendingPathComponent(file).path, layer: layer, columns: columns)
    }

    private func meet(_ p: SegmentGrid.Segment, _ q: SegmentGrid.Segment) -> Bool {
        func turn(_ a: Point, _ b: Point, _ c: Point) -> Double {
            (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
        }
        return turn(p.a, p.b, q.a) * turn(p.a, p.b, q.b) <= 0 && turn(q.a, q.b, p.a) * turn(q.a, q.b, p.b) <= 0
    }

    @Test func onlyTheFourNamedWaysPassRiverAndRailway() throws {
        let barriers = try read("barriers.geojson").shapes.flatMap { shape -> [SegmentGrid.Segment] in
            if case .lines(let lines)? = shape { segments(lines) } else { [] }
        }
        let ways = try read("streets.osm.pbf", "lines", ["osm_id", "name"])
        #expect(ways.count == 626)
        var passing: [String: String] = [:]
        for (row, shape) in ways.shapes.enumerated() {
            guard case .lines(let lines)? = shape else { continue }
            let own = segments(lines)
            if own.contains(where: { a in barriers.contains { meet(a, $0) } }) {
                passing[ways.column("osm_id")?[row] ?? ""] = ways.column("name")?[row]
            }
        }
        #expect(
            passing == ["1": "Wendle Bridge", "2": "Station Road", "3": "Kiln Lane", "4": "Coldhythe Gates"])
        #expect(Set(try read("crossings.geojson").column("name") ?? []) == Set(passing.values.map { Optional($0) }))
    }

    @Test func everyAreaHasAStreetNearby() throws {
        let grid = try CoordinateSystem("EPSG:27700")
        let toGrid = try CoordinateTransform(from: CoordinateSystem("EPSG:4326"), to: grid)
        let ways = try toGrid(read("streets.osm.pbf", "lines", []).shapes).flatMap { shape -> [SegmentGrid.Segment] in
            if case .lines(let lines)? = shape { segments(lines) } else { [] }
        }
        let streets = SegmentGrid(ways)
        let areas = try read("small_areas.csv")
        for row in 0..<areas.count {
            let x = try #require(areas.column("easting")?[row].flatMap { Double($0) })
            let y = try #require(areas.column("northing")?[row].flatMap { Double($0) })
            #expect(streets.nearest(to: Point(x: x, y: y), within: 150) != nil, "row \(row + 1)")
        }
    }

    @Test func theLastBusIsAnEveningOneAfterTheSessionCloses() throws {
        let text = try String(
            contentsOf: Saltmouth.folder.appendingPathComponent("buses/stop_times.txt"), encoding: .utf8)
        let first = text.split(separator: "\n").dropFirst().map { $0.split(separator: ",") }.filter { $0[4] == "1" }
        let lasts = Dictionary(grouping: first) { $0[0].split(separator: "-").prefix(2).joined(separator: "-") }
            .mapValues { $0.map { String($0[2]) }.max() ?? "" }
        #expect(
            lasts == [
                "SB1-out": "20:20:00", "SB1-back": "20:20:00", "SB2-out": "20:15:00", "SB2-back": "20:15:00",
                "SB3-out": "17:30:00", "SB3-back": "17:30:00",
            ])
        let trips = try String(contentsOf: Saltmouth.folder.appendingPathComponent("buses/trips.txt"), encoding: .utf8)
        let evening = trips.split(separator: "\n").filter { $0.contains(",evening,") }
        #expect(evening.count == 6)
    }
}
