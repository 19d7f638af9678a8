import Foundation
import HubModel
import HubPlanTestSupport
import OpenData
import Testing

@testable import HubPlan

/// Places that are likely trouble, on England's own data: one area and no neighbour, six areas among hundreds, a coast.
struct EnglandPlacesTests {
    private static let data: String? = {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let given = ProcessInfo.processInfo.environment["HUBPLAN_DATA"].map { URL(fileURLWithPath: $0) }
        let folder = given ?? root.deletingLastPathComponent().appendingPathComponent("shared/data")
        for candidate in [folder.appendingPathComponent("england"), folder] {
            let file = candidate.appendingPathComponent("lsoa21_pwc_bng.csv.gz").path
            if FileManager.default.fileExists(atPath: file) { return candidate.path }
        }
        print("skipped: the places of England need the data folder (../shared/data or HUBPLAN_DATA)")
        return nil
    }()

    @Test(.enabled(if: EnglandPlacesTests.data != nil)) func awkwardPlacesBeginWithAStudyThatReads() throws {
        let folder = try ScratchFolder()
        let data = try #require(Self.data)
        let package = folder.file("england.gpkg")
        _ = try EnglandPackage.build(from: data, to: package)
        let places = [
            ("Hastings", 53, 35, [3, 3]), ("Isles of Scilly", 1, 0, [1, 1]), ("City of London", 6, 817, [3, 3]),
        ]
        for (place, own, across, counts) in places {
            let written = try PlaceStarter(
                places: [place], polygon: nil, package: package, needsIndex: nil, buffer: 5_000, countsAcross: true,
                count: 3, out: folder.file("\(place).yaml")
            ).write()
            let run = try StudyRun.prepare(written.path)
            #expect(run.region.areas.count == own + across, "\(place)")
            #expect(run.request.services.map(\.count) == counts, "\(place)")
        }
        // Bexhill High Academy is the nearest to Sidley, the only one of the wards near Hastings.
        let text = try String(contentsOfFile: folder.file("Hastings.yaml"), encoding: .utf8)
        #expect(text.contains("aim: reportOnly") && text.contains("ward Sidley"))
    }
}
