import Foundation
import HubModel
import HubPlan
import HubPlanTestSupport
import Placement
import Testing

@Suite struct RunVerifierTests {
    /// Folder of the fixture's run, solved once.
    private static let solved = Result {
        let scratch = try ScratchFolder()
        let study = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Fixtures/saltmouth/study.yaml").path
        try Session(limits: SolveLimits(gap: 0)).solve(study: study, dataFolder: nil).write(to: scratch.file("run"))
        return scratch
    }

    /// A copy of the two files that are looked at, to be edited.
    private func copy(
        result: (String) -> String = { $0 }, certificate: (String) -> String = { $0 }
    ) throws -> ScratchFolder {
        let scratch = try ScratchFolder()
        let run = try Self.solved.get()
        func text(_ name: String) throws -> String { String(decoding: try run.read("run/" + name), as: UTF8.self) }
        _ = try scratch.write("result.json", result(text("result.json")))
        _ = try scratch.write("certificate.json", certificate(text("certificate.json")))
        return scratch
    }

    private func verifier(
        result: (String) -> String = { $0 }, certificate: (String) -> String = { $0 }
    ) throws -> RunVerifier {
        let folder = try copy(result: result, certificate: certificate)
        return try withExtendedLifetime(folder) { try RunVerifier(folder: folder.path) }
    }

    @Test func theFixturesRunHolds() throws {
        let verifier = try self.verifier()
        #expect(verifier.holds, "\(verifier.text)")
        #expect(verifier.text.contains("optimal"))
    }

    @Test func anEditedCertificateFails() throws {
        let verifier = try self.verifier(certificate: { $0.replacing("\"count\" : ", with: "\"count\" : 1") })
        #expect(!verifier.holds)
        #expect(verifier.text.contains("digest"))
    }

    @Test func aResultThatClaimsMoreFails() throws {
        let verifier = try self.verifier(result: { $0.replacing(/"bound": (\d+)/) { "\"bound\": 9\($0.1)" } })
        #expect(!verifier.holds)
        #expect(verifier.text.contains("result.json claims the bound"))
        let other = try self.verifier(result: { $0.replacing(/"objective": (\d+)/) { "\"objective\": 9\($0.1)" } })
        #expect(!other.holds)
    }

    @Test func whatIsMissingGetsASentence() throws {
        let folder = try copy()
        try FileManager.default.removeItem(atPath: folder.file("certificate.json"))
        #expect(throws: HubPlanError.self) { try RunVerifier(folder: folder.path) }
        _ = try folder.write("certificate.json", "{}")
        #expect(throws: PlacementError.self) { try RunVerifier(folder: folder.path) }
        try FileManager.default.removeItem(atPath: folder.file("result.json"))
        #expect(throws: HubPlanError.self) { try RunVerifier(folder: folder.path) }
    }
}
