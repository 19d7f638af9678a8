import HubModel
import HubPlanTestSupport
import Spatial
import Testing

@Suite struct ParallelTests {
    /// Reading, transforming, indexing and writing share no state that a second task could disturb.
    @Test func sixtyFourTasksAgree() async throws {
        let scratch = try ScratchFolder()
        let ring = "[[-0.2,51.4],[0.0,51.4],[0.0,51.6],[-0.2,51.6],[-0.2,51.4]]"
        let path = try scratch.write(
            "p.geojson",
            VectorFileTests.collection(
                VectorFileTests.feature(#""code": "A""#, #"{"type": "Polygon", "coordinates": [\#(ring)]}"#)
            )
        )
        let answers = try await withThrowingTaskGroup(of: String.self) { group in
            for task in 0..<64 {
                group.addTask { try Self.answer(reading: path, writing: scratch.file("out\(task).gpkg")) }
            }
            return try await group.reduce(into: [String]()) { $0.append($1) }
        }
        #expect(answers.count == 64)
        #expect(Set(answers) == ["A [0] [] true"])
    }

    private static func answer(reading path: String, writing output: String) throws -> String {
        let layer = try VectorFile.read(path)
        let degrees = try #require(layer.crs)
        let transform = try CoordinateTransform(from: degrees, to: CoordinateSystem("EPSG:27700"))
        let outlines = try transform(layer.shapes).compactMap { shape in
            if case .polygons(let outline)? = shape { outline } else { nil }
        }
        let points = try transform([Point(x: -0.1, y: 51.5), Point(x: 0.1, y: 51.5)])
        let index = try PolygonIndex(outlines)
        let writer = try VectorWriter(path: output, format: .geoPackage)
        let shape = Shape.polygons(outlines[0])
        try writer.write(
            layer: OutputLayer(
                name: "areas", crs: transform.target, geometry: .polygons, fields: [OutputField("code", .text)],
                rows: [OutputRow([.text("A")], shape: shape)]
            )
        )
        try writer.finish()
        let same = try VectorFile.read(output).shapes == [shape]
        return "\(layer.values[0][0] ?? "") \(index.containing(points[0])) \(index.containing(points[1])) \(same)"
    }
}
