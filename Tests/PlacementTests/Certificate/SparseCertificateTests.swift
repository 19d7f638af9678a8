import HubModel
import HubPlanTestSupport
import Testing

@testable import Placement

/// Certificates over a table that lists only the journeys that can be made.
@Suite struct SparseCertificateTests {
    private static let sample = Result {
        try CertificateSamples.specified(SpecifiedTravel.sparse(areas: 40, sites: 20, seed: 7))
    }

    private func edited(_ edit: (inout SparseCosts) -> Void) throws -> Certificate {
        var certificate = try #require(try Self.sample.get())
        guard case .sparse(var costs) = certificate.costs else { throw PlacementError("Not a sparse table.") }
        edit(&costs)
        certificate.costs = .sparse(costs)
        return certificate
    }

    private static let edits: [@Sendable (inout SparseCosts) -> Void] = [
        { $0.longest -= 1 },
        { $0.counts[0] += 1 },
        { $0.sites[1] = $0.sites[0] },
        { $0.sites[0] = 1_000 },
        { $0.withoutCar.removeLast() },
        { $0.withCar?.removeLast() },
        { $0.withCar = nil },
        { $0.withoutCar = $0.withoutCar.map { _ in 20 } },
        { $0.withCar = $0.withCar.map { $0.map { $0 / 2 } } },
        {
            $0.counts[0] -= 1
            $0.sites.removeFirst()
        },
    ]

    @Test func itHolds() throws {
        #expect(CertificateSamples.holds(try edited { _ in }))
    }

    @Test(arguments: edits.indices) func anEditOfTheTableIsRejected(_ edit: Int) throws {
        let original = try edited { _ in }
        let changed = try edited(Self.edits[edit])
        try #require(changed != original)
        let byDigest = CertificateChecker.checks(changed, digest: CertificateDigest.whole(original))
        #expect(byDigest.count == 1 && byDigest[0].holds == false)
        #expect(!CertificateSamples.holds(changed))
    }

    @Test(.enabled(if: PythonChecker.isThere), arguments: edits.indices)
    func theScriptRejectsItToo(_ edit: Int) throws {
        #expect(try PythonChecker.verdict(on: [try edited(Self.edits[edit])]) == 2)
    }

    @Test func theFileGivesBackTheSameTable() throws {
        let original = try edited { _ in }
        let read = try CertificateDocument(data: CertificateDocument([original]).data())
        #expect(read.entries[0].certificate == original)
    }
}
