import Foundation
import HubModel
import HubPlanTestSupport
import Spatial
import Testing

@testable import HubPlan

/// The fixture's run with places only: no file of it names a building.
@Suite struct PlacesOnlyTests {
    private static let fixture = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Fixtures/saltmouth").path

    private static let voices = """
        site,place,service,stance,who,date,reason
        H11,,youngFutures,support,Residents of the Sands,2026-11-01,Halyard Community Hall is by the bus
        H22,,earlyYears,veto,The landlord,2026-11-02,Gannet Hill Church Hall is let
        H22,,earlyYears,support,The friends,2026-11-03,

        """

    /// The run folder, and the sites that it must not name.
    private func run() throws -> (scratch: ScratchFolder, sites: [CandidateSite]) {
        let scratch = try ScratchFolder()
        _ = try scratch.write("voices.csv", Self.voices)
        let text = try String(contentsOfFile: Self.fixture + "/study.yaml", encoding: .utf8)
        let study = try scratch.write("study.yaml", text + "\n# Not H22.\nvoices: {file: voices.csv}\n")
        let session = Session(limits: SolveLimits(gap: 0), telling: Telling(publish: .places))
        try session.solve(study: study, dataFolder: Self.fixture).write(to: scratch.file("run"))
        let sites = try StudyRun.prepare(study, dataFolder: Self.fixture).region.sites
        return (scratch, sites)
    }

    @Test func noFileNamesABuilding() throws {
        let (scratch, sites) = try run()
        let folder = scratch.file("run")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        #expect(names.contains("plan.gpkg") && names.contains("voices.csv") && names.contains("ties.csv"))
        #expect(!names.contains("certificate.json") && !names.contains("study.yaml"))
        for name in names {
            var text = String(decoding: try scratch.read("run/" + name), as: UTF8.self)
            if name.hasSuffix(".ods") { text = try sheets(folder + "/" + name) }
            let found = sites.map(\.name).filter { text.contains($0) }
            #expect(found.isEmpty, "\(name): \(found)")
            // Hexadecimal digests and numbers are words of their own, so an id is found as a whole word only.
            let words = Set(text.split { !$0.isLetter && !$0.isNumber }.map(String.init))
            #expect(words.isDisjoint(with: sites.map(\.id)), "\(name): \(words.intersection(sites.map(\.id)))")
            #expect(!text.contains("landlord") && !text.contains("is let"))
        }
    }

    /// Every cell of every sheet.
    private func sheets(_ path: String) throws -> String {
        try VectorFile.layerNames(path).map { name in
            let sheet = try VectorFile.read(path, layer: name)
            return sheet.columns.compactMap { sheet.column($0) }.joined().compactMap { $0 }.joined(separator: "\n")
        }.joined(separator: "\n")
    }

    @Test func hubsStandInsideTheirPlacesAndNowhereNearABuilding() throws {
        let (scratch, sites) = try run()
        let path = scratch.file("run/plan.gpkg")
        #expect(try !VectorFile.layerNames(path).contains("candidates"))
        let hubs = try VectorFile.read(path, layer: "hubs")
        let points = hubs.shapes.compactMap { shape -> Point? in
            if case .point(let point)? = shape { point } else { nil }
        }
        #expect(points.count == 10)
        #expect(points.allSatisfy { point in !sites.contains { $0.point.distance(to: point) < 0.5 } })
        #expect(Set(hubs.column("id") ?? []).count > 5)
        #expect(hubs.column("name") == hubs.column("place"))
    }

    @Test func whatWasLeftOutCannotBeHadBack() throws {
        let (scratch, _) = try run()
        let folder = scratch.file("run")
        let sentence = "published with places only"
        let error = #expect(throws: HubPlanError.self) { try RunVerifier(folder: folder) }
        #expect(error?.description.contains(sentence) == true)
        let again = #expect(throws: HubPlanError.self) {
            try RunReader.read(folder, study: Self.fixture + "/study.yaml", dataFolder: nil)
        }
        #expect(again?.description.contains(sentence) == true)
    }
}
