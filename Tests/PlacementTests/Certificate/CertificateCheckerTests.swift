import HubModel
import HubPlanTestSupport
import Testing

@testable import Placement

@Suite struct CertificateCheckerTests {
    /// Whatever the multipliers are, they never support more than the optimum that brute force finds.
    @Test(arguments: RandomProblem.Objective.allCases)
    func noMultipliersSupportMoreThanTheOptimum(_ objective: RandomProblem.Objective) throws {
        var (looked, sharp) = (0, 0)
        for seed in UInt64(0)..<150 {
            let service = RandomProblem.service(seed: seed, objective: objective)
            guard var certificate = try CertificateSamples.certificate(service) else { continue }
            let costs = CertificateCosts(certificate)
            var numbers = SeededNumbers(seed)
            let best = certificate.objective
            for _ in 0..<40 {
                certificate.proof = randomProof(certificate, costs, &numbers)
                certificate.bound = best + 1
                var walk = ProofWalk(certificate, costs: costs)
                #expect(walk.fault() != nil, "seed \(seed)")
                certificate.bound = best
                walk = ProofWalk(certificate, costs: costs)
                if walk.fault() == nil { sharp += 1 }
                looked += 1
            }
        }
        #expect(looked > 1000)
        #expect(sharp > 0)
    }

    /// Proofs of any form: leaves alone, fixings that may be wrong, branchings on sites and on counts.
    private func randomProof(
        _ certificate: Certificate, _ costs: CertificateCosts, _ numbers: inout SeededNumbers
    ) -> [ProofNode] {
        func multipliers(_ limits: Int) -> ProofMultipliers {
            let lambda = costs.rows.indices.map { row in
                let values = (0..<costs.siteCount).map { costs.value(row, site: $0) }
                return (values.randomElement(using: &numbers) ?? 0) * certificate.scale
            }
            let far = max(1, certificate.objective / Int64(certificate.count)) * certificate.scale
            return ProofMultipliers(
                rows: .all(lambda), count: .random(in: -far...far, using: &numbers),
                limits: (0..<limits).map { _ in
                    Bool.random(using: &numbers) ? 0 : .random(in: -far...far, using: &numbers)
                })
        }
        let limits = certificate.limits.count
        let site = UInt32.random(in: 0..<UInt32(costs.siteCount), using: &numbers)
        switch Int.random(in: 0..<4, using: &numbers) {
        case 0: return [.leaf(multipliers(limits))]
        case 1: return [.fix(multipliers(limits), closed: [site], opened: []), .leaf(multipliers(limits))]
        case 2: return [.branchOnSite(site), .leaf(multipliers(limits)), .leaf(multipliers(limits))]
        default:
            let sites = RandomProblem.subset(of: costs.siteCount, using: &numbers)
            return [
                .branchOnCount(sites: sites, most: Int.random(in: 0..<certificate.count, using: &numbers)),
                .leaf(multipliers(limits + 1)), .leaf(multipliers(limits + 1)),
            ]
        }
    }

    @Test func gainsAndObjectiveAgreeWithTheirPlainTwins() throws {
        for seed in UInt64(0)..<60 {
            let service = RandomProblem.service(seed: seed, objective: .reach)
            guard let certificate = try CertificateSamples.certificate(service) else { continue }
            let costs = CertificateCosts(certificate)
            #expect(
                costs.objective(of: certificate.plan, weights: service.weights)
                    == Int128(BruteForce.cost(of: certificate.plan, in: service)))
            let lambda = costs.rows.indices.map { costs.value($0, site: 0) }
            let sites = (0..<UInt32(costs.siteCount)).map(\.self)
            let plain = sites.map { site in
                lambda.indices.reduce(Int64(0)) { $0 + max(0, lambda[$1] - costs.value($1, site: Int(site))) }
            }
            #expect(costs.gains(lambda, scale: 1, asked: sites) == plain)
        }
    }

    @Test func aBranchingOnACountIsFollowedIntoBothParts() throws {
        let services = (0..<40).map { ScatteredTown.service(areas: 12, sites: 8, count: 3, seed: $0) }
        let single = services.lazy.compactMap { try? CertificateSamples.certificate($0) }
            .first { $0.proof.count == 1 }
        var certificate = try #require(single)
        guard case .leaf(let leaf) = certificate.proof[0] else {
            Issue.record("the only node is no leaf")
            return
        }
        let below = ProofMultipliers(rows: leaf.rows, count: leaf.count, limits: leaf.limits + [0])
        // No more than 3 can be open, so the part with more than 2 of the 2 first sites is empty.
        certificate.proof = [
            .branchOnCount(sites: [0, 1], most: 2), .leaf(below), .infeasible(limit: certificate.limits.count),
        ]
        #expect(CertificateSamples.holds(certificate))
        certificate.proof.removeLast()
        #expect(!CertificateSamples.holds(certificate))
        certificate.proof += [.infeasible(limit: -1)]
        #expect(!CertificateSamples.holds(certificate))
    }
}
