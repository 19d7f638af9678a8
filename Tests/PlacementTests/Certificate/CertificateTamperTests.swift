import HubModel
import HubPlanTestSupport
import Testing

@testable import Placement

@Suite struct CertificateTamperTests {
    static let sample = Result { try CertificateSamples.branched() }

    @Test(arguments: CertificateEdit.all)
    func anEditIsRejectedByTheDigestAndThenByTheSums(_ edit: CertificateEdit) throws {
        let original = try Self.sample.get()
        var edited = original
        edit.apply(&edited)
        try #require(edited != original)
        let byDigest = CertificateChecker.checks(edited, digest: CertificateDigest.whole(original))
        #expect(byDigest.count == 1 && byDigest[0].holds == false)
        #expect(!CertificateSamples.holds(edited))
    }

    /// Random edits of the question: whenever brute force says that the bound is now too high, the sums say so too.
    @Test(arguments: RandomProblem.Objective.allCases)
    func noEditOfTheQuestionKeepsAFalseClaim(_ objective: RandomProblem.Objective) throws {
        var falseClaims = 0
        for seed in UInt64(0)..<150 {
            var service = RandomProblem.service(seed: seed, objective: objective)
            guard var certificate = try CertificateSamples.certificate(service) else { continue }
            var numbers = SeededNumbers(seed)
            for _ in 0..<6 {
                edit(&service, &certificate, &numbers)
                guard let best = BruteForce.best(of: service) else { continue }
                if certificate.bound > best.objective {
                    falseClaims += 1
                    var walk = ProofWalk(certificate, costs: CertificateCosts(certificate))
                    #expect(walk.fault() != nil, "seed \(seed)")
                }
                if certificate.objective != BruteForce.cost(of: certificate.plan, in: service) {
                    #expect(!CertificateSamples.holds(certificate), "seed \(seed)")
                }
            }
        }
        #expect(falseClaims > 50)
    }

    private func edit(_ service: inout ServiceProblem, _ certificate: inout Certificate, _ numbers: inout SeededNumbers)
    {
        switch Int.random(in: 0..<4, using: &numbers) {
        case 0:
            guard case .matrix(var withoutCar, let withCar) = certificate.costs else { return }
            withoutCar[Int.random(in: 0..<withoutCar.count, using: &numbers)] = 0
            certificate.costs = .matrix(withoutCar: withoutCar, withCar: withCar)
            service.travel = TravelMatrix(
                areaCount: service.areaCount, siteCount: service.siteCount, withoutCar: withoutCar,
                withCar: withCar ?? withoutCar)
            // As the matrix tells it: a car's table is left out when it is the same.
            certificate.costs = service.travel.specification ?? certificate.costs
        case 1:
            let point = Int.random(in: 0..<service.weights.count, using: &numbers)
            service.weights[point] /= 2
            certificate.weights = service.weights
        case 2:
            guard !service.limits.isEmpty else { return }
            service.limits[0].least = 0
            certificate.limits[0].least = 0
        default:
            service.lockedOut = []
            certificate.lockedOut = []
        }
    }

    @Test func edgesOfTheFormulaAreStrict() throws {
        var certificate = try Self.sample.get()
        #expect(CertificateSamples.holds(certificate))
        // One unit more than what is proved.
        certificate.bound += 1
        var walk = ProofWalk(certificate, costs: CertificateCosts(certificate))
        #expect(walk.fault() != nil)
    }

    /// Proofs of the weight beyond the limit: they hold, and neither that weight nor the bound can be told higher.
    @Test func aProofOfReachAloneIsHeldToItsBound() throws {
        let certificate = try CertificateSamples.reach()
        #expect(CertificateSamples.holds(certificate))
        #expect(certificate.note == nil)
        var edited = certificate
        edited.bound += 1
        #expect(!CertificateSamples.holds(edited))
        // A tree that was left unfinished may support more than its bound, but never more than the plan leaves beyond.
        guard case .reach(_, let step) = certificate.burden else { throw PlacementError("Not a proof of reach.") }
        edited.beyond = certificate.objective / step + 1
        #expect(!CertificateSamples.holds(edited))
        edited = certificate
        edited.beyond = nil
        #expect(!CertificateSamples.holds(edited))
        edited = certificate
        edited.burden = .mean
        #expect(!CertificateSamples.holds(edited))
    }

    /// Distance tables and straight lines: the same costs as their plain twins, and proofs that hold.
    @Test(arguments: 0..<UInt64(6))
    func everyFormOfCostsIsWorkedOut(seed: UInt64) throws {
        let tables = [
            SpecifiedTravel.town(areas: 40, sites: 20, seed: seed),
            SpecifiedTravel.lines(areas: 40, sites: 20, seed: seed, rounding: .down),
            SpecifiedTravel.lines(areas: 40, sites: 20, seed: seed, rounding: .nearest),
            SpecifiedTravel.sparse(areas: 40, sites: 20, seed: seed),
        ]
        for travel in tables {
            for burden in [BurdenFunction.mean, .reach(limit: 40, step: 10_000_000)] {
                let certificate = try #require(try CertificateSamples.specified(travel, burden: burden))
                let costs = CertificateCosts(certificate)
                for (row, entry) in costs.rows.enumerated() {
                    for site in 0..<costs.siteCount {
                        let plain =
                            entry.withoutCar
                            * burden(travel.minutes(area: entry.area, household: .withoutCar, site: site))
                            + entry.withCar * burden(travel.minutes(area: entry.area, household: .withCar, site: site))
                        #expect(costs.value(row, site: site) == plain)
                    }
                }
                let lambda = costs.rows.indices.map { costs.value($0, site: Int(seed)) }
                let sites = (0..<UInt32(costs.siteCount)).map(\.self)
                #expect(
                    costs.gains(lambda, scale: 1, asked: sites)
                        == sites.map { site in
                            lambda.indices.reduce(Int64(0)) {
                                $0 + max(0, lambda[$1] - costs.value($1, site: Int(site)))
                            }
                        })
                #expect(CertificateSamples.holds(certificate))
            }
        }
    }
}
