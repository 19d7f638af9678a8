import Foundation
import HubModel
import HubPlanTestSupport
import Spatial
import Testing

@Suite struct PolygonIndexTests {
    private static func square(_ x: Double, _ y: Double, side: Double) -> [Point] {
        [(0.0, 0.0), (side, 0), (side, side), (0, side), (0, 0)].map { Point(x: x + $0.0, y: y + $0.1) }
    }

    /// 0: a square of 10 with a hole of 4 in its middle; 1: its right-hand neighbour; 2: two islands; 3: nothing.
    private static func index() throws -> PolygonIndex {
        try PolygonIndex([
            Outline(polygons: [[square(0, 0, side: 10), square(3, 3, side: 4)]]),
            Outline(polygons: [[square(10, 0, side: 10)]]),
            Outline(polygons: [[square(100, 0, side: 1)], [square(200, 0, side: 1)]]),
            .empty,
        ])
    }

    @Test(arguments: [
        (1.0, 1.0, [0]), (5, 5, []), (3, 5, [0]), (10, 5, [0, 1]), (10, 0, [0, 1]), (0, 0, [0]), (15, 5, [1]),
        (20, 10, [1]), (20.000001, 10, []), (100.5, 0.5, [2]), (200.5, 0.5, [2]), (150, 0.5, []),
    ])
    func boundaryCountsAndHolesDoNot(x: Double, y: Double, expected: [Int]) throws {
        #expect(try Self.index().containing(Point(x: x, y: y)) == expected)
    }

    @Test func nearestBoundaryIsOnEitherSide() throws {
        let index = try Self.index()
        #expect(index.nearestBoundary(to: Point(x: 15, y: 12), within: 5)?.index == 1)
        #expect(index.nearestBoundary(to: Point(x: 15, y: 12), within: 5)?.metres == 2)
        #expect(index.nearestBoundary(to: Point(x: 15, y: 9), within: 5)?.metres == 1)
        #expect(index.nearestBoundary(to: Point(x: 5, y: 5), within: 5)?.metres == 2)
        #expect(index.nearestBoundary(to: Point(x: 10, y: 5), within: 0)?.index == 0)
        #expect(index.nearestBoundary(to: Point(x: 15, y: 12), within: 2)?.metres == 2)
        #expect(index.nearestBoundary(to: Point(x: 15, y: 12), within: 1.9) == nil)
    }

    @Test func agreesWithCrossingCountsOnRandomPolygons() throws {
        var numbers = SeededNumbers(7)
        let outlines = (0..<60).map { _ in
            let centre = Point(
                x: Double.random(in: 0...100, using: &numbers), y: Double.random(in: 0...100, using: &numbers))
            let ring = (0..<9).map { corner in
                let angle = Double(corner) / 9 * 2 * Double.pi
                let reach = Double.random(in: 2...20, using: &numbers)
                return Point(x: centre.x + reach * cos(angle), y: centre.y + reach * sin(angle))
            }
            return Outline(polygons: [[ring + ring.prefix(1)]])
        }
        let index = try PolygonIndex(outlines)
        for _ in 0..<500 {
            let point = Point(
                x: Double.random(in: -10...110, using: &numbers), y: Double.random(in: -10...110, using: &numbers))
            let expected = outlines.indices.filter { isInside(point, outlines[$0].polygons[0][0]) }
            #expect(index.containing(point) == expected)
        }
    }

    @Test func outlineThatCannotBeTakenIsNamed() {
        let words = sentence {
            _ = try PolygonIndex([.empty, Outline(polygons: [[[Point(x: 0, y: 0)]]])])
        }
        #expect(words.hasPrefix("Outline 2 of 2: GEOS could not make a ring of 1 points: "))
    }

    /// The plain twin: a ray to the right crosses the ring an odd number of times.
    private func isInside(_ point: Point, _ ring: [Point]) -> Bool {
        zip(ring, ring.dropFirst()).reduce(false) { inside, edge in
            let (a, b) = edge
            guard (a.y > point.y) != (b.y > point.y) else { return inside }
            return point.x < a.x + (point.y - a.y) / (b.y - a.y) * (b.x - a.x) ? !inside : inside
        }
    }
}
