import HubModel
import HubPlanTestSupport
import Testing

@testable import Placement

@Suite struct SiteCostsTests {
    /// Against every plan of small problems: no plan with a site, or without some, costs less than is claimed.
    @Test(arguments: RandomProblem.Objective.allCases)
    func noPlanCostsLess(objective: RandomProblem.Objective) throws {
        var (compared, isTight) = (0, 0)
        for seed in UInt64(0)..<60 {
            let service = RandomProblem.service(seed: seed, objective: objective)
            guard let certificate = try CertificateSamples.certificate(service),
                let costs = SiteCosts(certificate, of: service)
            else { continue }
            let plans = BruteForce.subsets(of: service.siteCount, taking: service.count)
                .filter { BruteForce.keeps($0, service) }.map { ($0, BruteForce.cost(of: $0, in: service)) }
            for site in 0..<UInt32(service.siteCount) {
                let with = plans.filter { $0.0.contains(site) }.map(\.1).min()
                let without = plans.filter { !$0.0.contains(site) }.map(\.1).min()
                #expect(costs.least(with: site) <= with ?? .max)
                #expect(costs.least(without: [site]) <= without ?? .max)
                compared += 1
                if costs.least(with: site) == with ?? .max { isTight += 1 }
            }
        }
        #expect(compared > 100 && isTight > compared / 4, "\(isTight) of \(compared)")
    }

    /// A site that the problem bars is told of where the question leaves it in.
    @Test func aBarredSiteCanBeAskedAbout() throws {
        var found = 0
        for seed in UInt64(0)..<80 {
            let open = RandomProblem.service(seed: seed, objective: .mean)
            guard open.lockedOut.isEmpty, let best = BruteForce.best(of: open) else { continue }
            var barred = open
            barred.lockedOut = [UInt32(open.siteCount - 1)]
            guard let certificate = try CertificateSamples.certificate(barred),
                let costs = SiteCosts(certificate, of: open)
            else { continue }
            let plans = BruteForce.subsets(of: open.siteCount, taking: open.count)
                .filter { BruteForce.keeps($0, open) && $0.contains(barred.lockedOut[0]) }
            let with = plans.map { BruteForce.cost(of: $0, in: open) }.min() ?? .max
            #expect(costs.least(with: barred.lockedOut[0]) <= with)
            #expect(costs.least(without: []) <= best.objective)
            found += 1
        }
        #expect(found > 10)
    }

    /// A proof of the weight beyond the limit alone speaks about the whole objective all the same.
    @Test func aProofOfReachIsToldInTheObjective() throws {
        let certificate = try CertificateSamples.reach()
        var service = ScatteredTown.service(areas: 300, sites: 120, count: 9, seed: 4, disadvantaged: 7)
        service.burden = certificate.burden
        let costs = try #require(SiteCosts(certificate, of: service))
        #expect(certificate.plan.allSatisfy { costs.least(with: $0) <= certificate.objective })
        #expect(costs.least(without: []) <= certificate.objective)
        #expect(costs.least(without: []) > certificate.objective / 2)
        #expect((0..<120).contains { costs.least(with: UInt32($0)) > certificate.objective })
    }
}
