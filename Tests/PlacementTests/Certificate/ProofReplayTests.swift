import HubModel
import HubPlanTestSupport
import Testing

@testable import Placement

@Suite struct ProofReplayTests {
    /// Trees of the engine become certificates that hold, node for node.
    @Test func aFinishedTreeIsFollowed() throws {
        var followed = 0
        for seed in UInt64(0)..<12 {
            var service = ScatteredTown.service(areas: 90, sites: 45, count: 5, seed: seed, disadvantaged: 4, grain: 40)
            service.limits.append(SiteLimit(title: "hubs in the north", sites: Array(0..<15), least: 1, most: 3))
            let outcome = try LagrangianEngine.solve(service, SolveLimits(gap: 0)).outcome
            #expect(outcome.isOptimal, "seed \(seed)")
            let made = try CertificateMaker.certificate(
                for: service, outcome: outcome, sites: CertificateSamples.ids(service))
            let certificate = try #require(made)
            #expect(CertificateSamples.holds(certificate), "seed \(seed)")
            #expect(certificate.isOptimal, "seed \(seed)")
            let branches = outcome.branching.count { if case .branch = $0 { true } else { false } }
            let proved = certificate.proof.count { if case .branchOnSite = $0 { true } else { false } }
            if branches > 0, proved > 0 { followed += 1 }
        }
        #expect(followed > 0)
    }

    /// A record that is cut short or claims too much is made good by a growth, never believed.
    @Test func aSpoiltRecordIsNotBelieved() throws {
        for seed in UInt64(0)..<4 {
            let service = ScatteredTown.service(areas: 24, sites: 12, count: 3, seed: seed, grain: 60)
            var outcome = try LagrangianEngine.solve(service, SolveLimits(gap: 0)).outcome
            let zeros = MultiplierStep(rows: [Double](repeating: 0, count: 24), limits: [])
            let records: [[BranchStep]] = [
                [.leaf(zeros)], [.branch(site: 3), .end], [.branch(site: 3), .leaf(zeros), .leaf(zeros)],
            ]
            for spoilt in records {
                outcome.branching = spoilt
                let made = try CertificateMaker.certificate(
                    for: service, outcome: outcome, sites: CertificateSamples.ids(service))
                #expect(CertificateSamples.holds(try #require(made)), "seed \(seed)")
            }
        }
    }
}
