import HubModel
import Spatial
import Testing

@Suite struct CoordinateTransformTests {
    private static func transform(_ from: String, _ to: String) throws -> CoordinateTransform {
        try CoordinateTransform(from: CoordinateSystem(from), to: CoordinateSystem(to))
    }

    /// Annex B of the projection guidance note 7-2: OSGB36 50°30'N, 0°30'E is easting 577274.99, northing 69740.50.
    @Test func projectionAloneIsExact() throws {
        let moved = try Self.transform("EPSG:4277", "EPSG:27700")([Point(x: 0.5, y: 50.5)])
        #expect(moved[0].distance(to: Point(x: 577_274.99, y: 69_740.50)) < 0.01)
    }

    @Test func thereAndBackIsTheSamePlace() throws {
        let points = (0..<100).map { Point(x: 100_000 + Double($0) * 5_000, y: 50_000 + Double($0) * 6_000) }
        let back = try Self.transform("EPSG:4326", "EPSG:27700")(Self.transform("EPSG:27700", "EPSG:4326")(points))
        #expect(zip(points, back).allSatisfy { $0.distance(to: $1) < 0.001 })
    }

    @Test func longitudeComesFirst() throws {
        let degrees = try Self.transform("EPSG:27700", "EPSG:4326")([Point(x: 530_000, y: 180_000)])[0]
        #expect(degrees.x < 0 && degrees.x > -1)
        #expect(degrees.y > 51 && degrees.y < 52)
    }

    @Test func operationIsReported() throws {
        let transform = try Self.transform("EPSG:4326", "EPSG:27700")
        #expect(transform.operation == nil)
        _ = try transform([Point(x: -0.1, y: 51.5), Point(x: -2, y: 53)])
        let operation = try #require(transform.operation)
        #expect(operation.name.hasSuffix("British National Grid"))
        #expect(!operation.name.contains("axis order"))
        #expect(operation.points == 2)
        #expect((operation.accuracyMetres ?? 0) > 0)
        _ = try transform([Point(x: -1.5, y: 54)])
        #expect(transform.operation?.points == 3)
    }

    @Test func everyOperationIsReported() throws {
        // ED50 goes to WGS 84 by other parameters in Denmark than in Spain.
        let transform = try Self.transform("EPSG:4230", "EPSG:4326")
        _ = try transform([Point(x: -4, y: 40), Point(x: 10, y: 56), Point(x: -5, y: 41)])
        #expect(transform.operations.map(\.points) == [2, 1])
        #expect(transform.operation == transform.operations[0])
    }

    @Test func shapesKeepTheirMakeUp() throws {
        let ring = [Point(x: 0, y: 52), Point(x: 0.1, y: 52), Point(x: 0.1, y: 52.1), Point(x: 0, y: 52)]
        let shapes: [Shape?] = [
            nil, .point(ring[0]), .lines([[ring[1]], [ring[2], ring[3]]]),
            .polygons(Outline(polygons: [[ring, ring], [ring]])),
        ]
        let transform = try Self.transform("EPSG:4326", "EPSG:27700")
        let moved = try transform(ring)
        #expect(
            try transform(shapes) == [
                nil, .point(moved[0]), .lines([[moved[1]], [moved[2], moved[3]]]),
                .polygons(Outline(polygons: [[moved, moved], [moved]])),
            ]
        )
        #expect(try transform([Outline.empty, Outline(polygons: [[ring]])]) == [.empty, Outline(polygons: [[moved]])])
    }

    @Test func nothingMovesNothing() throws {
        #expect(try Self.transform("EPSG:4326", "EPSG:27700")([Point]()).isEmpty)
    }

    @Test func impossiblePointIsNamed() throws {
        let transform = try Self.transform("EPSG:4326", "EPSG:27700")
        let good = Point(x: 0, y: 52)
        let bad = Point(x: 0, y: 530_000)
        let words = sentence { _ = try transform([good, bad]) }
        #expect(words.hasPrefix("The point x 0.0, y 530000.0 (number 2 of 2) cannot be taken from WGS 84 to OSGB36"))
        let row = sentence { _ = try transform([.point(good), nil, .lines([[good, bad]])] as [Shape?]) }
        #expect(row.contains("(of the shape in row 3)"))
        #expect(transform.leniently([good, bad]).map { $0 == nil } == [false, true])
    }
}
