import HubModel
import Testing

@testable import Spatial

struct PolygonizerTests {
    private static let square = [(0, 0), (10, 0), (10, 10), (0, 10), (0, 0)].map {
        Point(x: Double($0.0), y: Double($0.1))
    }

    private func line(_ points: (Double, Double)...) -> [Point] { points.map { Point(x: $0.0, y: $0.1) } }

    @Test func aLineAcrossASquareMakesTwoFaces() throws {
        let cut = try Polygonizer([Self.square, line((-1, 4), (11, 4))])
        let areas = try cut.faces.map { try Geometry.area($0) }.sorted()
        #expect(areas == [40, 60])
    }

    @Test func aLineThatEndsInsideMakesNoFace() throws {
        let cut = try Polygonizer([Self.square, line((0, 4), (6, 4))])
        #expect(cut.faces.count == 1)
    }

    @Test func aBridgeBetweenTwoRingsBoundsNoFace() throws {
        let inner = Self.square.map { Point(x: $0.x / 5 + 4, y: $0.y / 5 + 4) }
        let cut = try Polygonizer([Self.square, inner, line((0, 5), (4, 5))])
        #expect(cut.faces.count == 2)
        let areas = try cut.faces.map { try Geometry.area($0) }.sorted()
        #expect(areas == [4, 96])
    }

    @Test func linesLaidTwiceMakeOneFace() throws {
        let twice = try Polygonizer([Self.square, Self.square.reversed()])
        #expect(twice.faces.count == 1)
    }

    @Test func nothingMakesNothing() throws {
        let empty = try Polygonizer([[], line((1, 1)), line((2, 2), (2, 2))])
        #expect(empty.faces.isEmpty)
    }
}
