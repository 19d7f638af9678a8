import HubModel
import HubPlanTestSupport
import Spatial
import Testing

@testable import Regions

struct AreaGeometryTests {
    /// A U: its centre of gravity lies in the gap.
    private let bent = Outline(polygons: [
        [
            [(0, 0), (3, 0), (3, 3), (2, 3), (2, 1), (1, 1), (1, 3), (0, 3), (0, 0)].map { Point(x: $0.0, y: $0.1) }
        ]
    ])

    @Test func theInteriorPointLiesInside() throws {
        let point = try #require(InteriorPoint.of(bent))
        #expect(OutlineDistance.metres(from: point, to: bent) == 0)
        #expect(InteriorPoint.of(.empty) == nil)
    }

    @Test func holesAreNotInside() throws {
        let ring = { (low: Double, high: Double) in
            [(low, low), (high, low), (high, high), (low, high), (low, low)].map { Point(x: $0.0, y: $0.1) }
        }
        let outline = Outline(polygons: [[ring(0, 10), ring(2, 8)]])
        let point = try #require(InteriorPoint.of(outline))
        #expect(OutlineDistance.metres(from: point, to: outline) == 0)
        #expect(OutlineDistance.metres(from: Point(x: 5, y: 5), to: outline) == 3)
    }

    @Test func distancesAreToTheNearestSide() {
        #expect(OutlineDistance.metres(from: Point(x: 1.5, y: 2), to: bent) == 0.5)
        #expect(OutlineDistance.metres(from: Point(x: 5, y: 1), to: bent) == 2)
        #expect(OutlineDistance.metres(from: Point(x: 6, y: 7), to: bent) == 5)
        #expect(OutlineDistance.metres(from: Point(x: 0, y: 0), to: .empty) == .infinity)
    }

    /// Against looking at every point, with ties.
    @Test(arguments: 0..<30)
    func theNearestPointIsTheNearest(_ seed: UInt64) throws {
        var random = SeededNumbers(seed)
        let place = { (random: inout SeededNumbers) in
            Point(x: Double(Int.random(in: 0...20, using: &random)), y: Double(Int.random(in: 0...20, using: &random)))
        }
        let points = (0..<Int.random(in: 1...60, using: &random)).map { _ in place(&random) }
        let nearest = NearestPoint(points)
        for _ in 0..<50 {
            let point = place(&random)
            let found = try #require(nearest(to: point))
            let plain = points.indices.min {
                (points[$0].distance(to: point), $0) < (points[$1].distance(to: point), $1)
            }
            #expect(found.index == plain)
            #expect(found.metres == points[found.index].distance(to: point))
        }
        #expect(NearestPoint([])(to: Point(x: 0, y: 0)) == nil)
    }
}
