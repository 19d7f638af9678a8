import Foundation
import HubModel
import HubPlanTestSupport
import Spatial
import Testing

/// The real boundaries, where they stand beside the project.
@Suite struct EnglandTests {
    private static let isThere =
        SharedData.has("england/boundaries_lba.geojson.gz") && SharedData.has("england/boundaries_lsoa21.geojson.gz")

    private static func path(_ name: String) -> String {
        SharedData.folder.appendingPathComponent("england/\(name)").path
    }

    @Test(.enabled(if: isThere)) func leftBehindWardsAreReadAndMoved() throws {
        let layer = try VectorFile.read(Self.path("boundaries_lba.geojson.gz"))
        #expect(layer.count == 318)
        #expect(layer.column("lba_code")?.count { $0?.hasPrefix("E05") == true } == 225)
        let crs = try #require(layer.crs)
        let transform = try CoordinateTransform(from: crs, to: CoordinateSystem("EPSG:27700"))
        let wards = try transform(layer.shapes).map { shape in
            if case .polygons(let outline)? = shape { outline } else { Outline.empty }
        }
        let index = try PolygonIndex(wards)
        #expect(index.count == 318)
        // A corner of a ward stands in it, boundary included, and on its boundary.
        for (number, ward) in wards.enumerated() {
            #expect(try Geometry.repaired(ward).reason == nil)
            #expect(index.containing(ward.polygons[0][0][0]).contains(number))
            #expect(index.nearestBoundary(to: ward.polygons[0][0][0], within: 1)?.metres == 0)
        }
    }

    @Test(.enabled(if: isThere)) func allSmallAreasAreRead() throws {
        let layer = try VectorFile.read(
            Self.path("boundaries_lsoa21.geojson.gz"), columns: ["lsoa21_code"]
        )
        #expect(layer.count == 35_672)
        #expect(Set(layer.values[0]).count == 35_672)
        #expect(layer.values[0].count { $0?.hasPrefix("E") == true } == 33_755)
        #expect(layer.shapes.allSatisfy { $0 != nil })
    }
}
