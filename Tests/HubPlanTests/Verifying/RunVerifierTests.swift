import Foundation
import HubModel
import HubPlan
import HubPlanTestSupport
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
    private func copy(result: (String) -> String = { $0 }, certificate: (String) -> String = { $0 }) throws
        -> ScratchFolder
    {
        let scratch = try ScratchFolder()
        let run = try Self.solved.get()
        for (name, edit) in [("result.json", result), ("certificate.json", certificate)] {
            _ = try scratch.write(name, edit(String(decoding: try run.read("run/" + name), as: UTF8.self)))
        }
        return scratch
    }

    @Test func theFixturesRunHolds() throws {
        let verifier = try RunVerifier(folder: copy().path)
        #expect(verifier.holds, "\(verifier.text)")
        #expect(verifier.text.contains("optimal"))
    }

    @Test func anEditedCertificateFails() throws {
        let verifier = try RunVerifier(
            folder: copy(certificate: { $0.replacing("\"count\" : ", with: "\"count\" : 1") }).path)
        #expect(!verifier.holds)
        #expect(verifier.text.contains("digest"))
    }

    @Test func aResultThatClaimsMoreFails() throws {
        let verifier = try RunVerifier(
            folder: copy(result: { $0.replacing("\"bound\": ", with: "\"bound\": 9") }).path)
        #expect(!verifier.holds)
        #expect(verifier.text.contains("result.json claims the bound"))
        let other = try RunVerifier(
            folder: copy(result: { $0.replacing("\"objective\": ", with: "\"objective\": 9") }).path)
        #expect(!other.holds)
    }

    @Test func whatIsMissingGetsASentence() throws {
        let folder = try copy()
        try FileManager.default.removeItem(atPath: folder.file("certificate.json"))
        #expect(throws: HubPlanError.self) { try RunVerifier(folder: folder.path) }
        _ = try folder.write("certificate.json", "{}")
        #expect(throws: (any MendableError).self) { try RunVerifier(folder: folder.path) }
        try FileManager.default.removeItem(atPath: folder.file("result.json"))
        #expect(throws: HubPlanError.self) { try RunVerifier(folder: folder.path) }
    }
}
