import Foundation
import HubModel
import HubPlanTestSupport
import Testing

@testable import Placement

/// `Scripts/verify-certificate.py` says what the checker of hubplan says.
@Suite(.enabled(if: PythonChecker.isThere)) struct PythonCheckerTests {
    @Test(arguments: CertificateEdit.all)
    func everyEditIsRejected(_ edit: CertificateEdit) throws {
        var certificate = try CertificateTamperTests.sample.get()
        edit.apply(&certificate)
        #expect(try PythonChecker.verdict(on: [certificate]) == 2)
    }

    @Test func aProofOfReachAloneIsHeldToItsBound() throws {
        var certificate = try CertificateSamples.reach()
        #expect(try PythonChecker.verdict(on: [certificate]) == 0)
        certificate.bound += 1
        #expect(try PythonChecker.verdict(on: [certificate]) == 2)
        guard case .reach(_, let step) = certificate.burden else { throw PlacementError("Not a proof of reach.") }
        certificate.beyond = certificate.objective / step + 1
        #expect(try PythonChecker.verdict(on: [certificate]) == 2)
    }

    @Test func theDigestIsLookedAt() throws {
        let original = try CertificateTamperTests.sample.get()
        var document = CertificateDocument([original])
        #expect(try PythonChecker.verdict(on: document) == 0)
        document.entries[0].certificate.sites[0] = "elsewhere"
        #expect(try PythonChecker.verdict(on: document) == 2)
    }

    @Test func certificatesOfEveryKindAreAccepted() throws {
        var certificates: [Certificate] = [try CertificateTamperTests.sample.get()]
        for objective in RandomProblem.Objective.allCases {
            for seed in UInt64(0)..<40 {
                let service = RandomProblem.service(seed: seed, objective: objective)
                if let certificate = try CertificateSamples.certificate(service) { certificates.append(certificate) }
            }
        }
        for travel in [
            SpecifiedTravel.town(areas: 40, sites: 20, seed: 1),
            .lines(areas: 40, sites: 20, seed: 2, rounding: .down),
            .lines(areas: 40, sites: 20, seed: 3, rounding: .nearest),
            .sparse(areas: 40, sites: 20, seed: 4),
        ] {
            for burden in [BurdenFunction.mean, .reach(limit: 40, step: 10_000_000)] {
                certificates.append(try #require(try CertificateSamples.specified(travel, burden: burden)))
            }
        }
        #expect(certificates.count > 60)
        #expect(try PythonChecker.verdict(on: certificates) == 0)
    }
}

enum PythonChecker {
    private static let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Scripts/verify-certificate.py").path

    static let isThere: Bool = {
        let isThere = (try? run(["-c", "import numpy"])) == 0
        if !isThere {
            print("SKIPPED: python3 with numpy is not there, so the script that checks certificates is not run.")
        }
        return isThere
    }()

    static func verdict(on certificates: [Certificate]) throws -> Int32 {
        try verdict(on: CertificateDocument(certificates))
    }

    static func verdict(on document: CertificateDocument) throws -> Int32 {
        let folder = try ScratchFolder()
        return try run([script, try folder.write("certificate.json", document.data())])
    }

    private static func run(_ arguments: [String]) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3"] + arguments
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }
}
