import HubModel
import Spatial
import Testing

@Suite struct GeometryTests {
    private static func outline(_ rings: [[(Double, Double)]]...) -> Outline {
        Outline(polygons: rings.map { $0.map { $0.map { Point(x: $0.0, y: $0.1) } } })
    }

    private static let square = outline([[(0, 0), (10, 0), (10, 10), (0, 10), (0, 0)]])

    @Test func validOutlineComesBackAsItWas() throws {
        let (same, reason) = try Geometry.repaired(Self.square)
        #expect(same == Self.square)
        #expect(reason == nil)
    }

    @Test func bowTieBecomesItsTwoTriangles() throws {
        let bowTie = Self.outline([[(0, 0), (10, 10), (10, 0), (0, 10), (0, 0)]])
        let (repaired, reason) = try Geometry.repaired(bowTie)
        #expect(reason == "self-intersection near x 5, y 5")
        #expect(repaired.polygons.count == 2)
        #expect(try Geometry.area(repaired) == 50)
        #expect(try Geometry.repaired(repaired).reason == nil)
    }

    @Test func overlappingPolygonsAreJoined() throws {
        let overlapping = Self.outline(
            [[(0, 0), (10, 0), (10, 10), (0, 10), (0, 0)]], [[(5, 0), (15, 0), (15, 10), (5, 10), (5, 0)]]
        )
        let (repaired, reason) = try Geometry.repaired(overlapping)
        #expect(reason?.hasPrefix("self-intersection near ") == true)
        #expect(try Geometry.area(repaired) == 150)
    }

    @Test func spikeWithoutAreaGoes() throws {
        let spiked = Self.outline([[(0, 0), (10, 0), (20, 0), (10, 0), (10, 10), (0, 10), (0, 0)]])
        let (repaired, reason) = try Geometry.repaired(spiked)
        #expect(reason != nil)
        #expect(try Geometry.area(repaired) == 100)
    }

    @Test func strayRingOfTwoPointsIsDropped() throws {
        let stray = Self.outline([[(0, 0), (10, 0), (10, 10), (0, 10), (0, 0)]], [[(50, 50), (51, 51), (50, 50)]])
        let (repaired, reason) = try Geometry.repaired(stray)
        #expect(repaired == Self.square)
        #expect(reason == "1 ring(s) of fewer than three points")
    }

    @Test func holesAreTakenOffTheArea() throws {
        let ring = Self.outline([
            [(0, 0), (10, 0), (10, 10), (0, 10), (0, 0)], [(3, 3), (3, 7), (7, 7), (7, 3), (3, 3)],
        ])
        #expect(try Geometry.area(ring) == 84)
        #expect(try Geometry.area(.empty) == 0)
    }

    @Test func simplifyingDropsWhatIsSmall() throws {
        let nearly = Self.outline([[(0, 0), (5, 0.1), (10, 0), (10, 10), (5, 9.9), (0, 10), (0, 0)]])
        #expect(try Geometry.simplified(nearly, tolerance: 0.5).polygons[0][0].count == 5)
        #expect(try Geometry.simplified(nearly, tolerance: 0).polygons[0][0].count == 7)
    }

    @Test func unionLosesInnerBoundaries() throws {
        let right = Self.outline([[(10, 0), (20, 0), (20, 10), (10, 10), (10, 0)]])
        let far = Self.outline([[(100, 0), (110, 0), (110, 10), (100, 10), (100, 0)]])
        let joined = try Geometry.union([Self.square, right, far])
        #expect(joined.polygons.count == 2)
        #expect(try Geometry.area(joined) == 300)
        #expect(try Geometry.union([]).isEmpty)
    }
}
