import Foundation
import HubModel
import Spatial
import Testing

/// Against answers of an independent transform; `Tests/Fixtures/make-national-grid-points.py` made them.
@Suite struct NationalGridTests {
    private static let gridIsThere: Bool = {
        let transform = try? CoordinateTransform(
            from: CoordinateSystem("EPSG:4326"), to: CoordinateSystem("EPSG:27700"))
        _ = try? transform?([Point(x: -0.1, y: 51.5)])
        let isThere = transform?.operation?.grid != nil
        if !isThere {
            print("SKIPPED: no national grid file (OSTN15) where PROJ looks; Scripts/make-national-grid makes it")
        }
        return isThere
    }()

    private static func points() throws -> (degrees: [Point], metres: [Point]) {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let layer = try VectorFile.read(folder.appendingPathComponent("Fixtures/national-grid-points.csv").path)
        let numbers = layer.values.map { $0.compactMap { $0.flatMap { Double($0) } } }
        return (
            zip(numbers[0], numbers[1]).map { Point(x: $0, y: $1) },
            zip(numbers[2], numbers[3]).map { Point(x: $0, y: $1) }
        )
    }

    @Test(.enabled(if: gridIsThere)) func englandAgreesToThreeCentimetres() throws {
        let (degrees, metres) = try Self.points()
        #expect(degrees.count == 60)
        let transform = try CoordinateTransform(from: CoordinateSystem("EPSG:4326"), to: CoordinateSystem("EPSG:27700"))
        let worst = zip(try transform(degrees), metres).map { $0.distance(to: $1) }.max() ?? .infinity
        #expect(worst <= 0.03)
        #expect(transform.operations.map(\.points) == [60])
        #expect(transform.operation?.grid?.contains("OSTN15") == true)
    }

    @Test func englandIsWithinFiveMetresWithOrWithoutTheGrid() throws {
        let (degrees, metres) = try Self.points()
        let transform = try CoordinateTransform(from: CoordinateSystem("EPSG:4326"), to: CoordinateSystem("EPSG:27700"))
        let worst = zip(try transform(degrees), metres).map { $0.distance(to: $1) }.max() ?? .infinity
        #expect(worst <= 5)
    }
}
