import HubModel
import HubPlanTestSupport
import Testing

@testable import Placement

@Suite struct CertificateMakerTests {
    @Test(arguments: RandomProblem.Objective.allCases)
    func everySmallProblemGetsACertificateThatHolds(_ objective: RandomProblem.Objective) throws {
        var (made, optimal) = (0, 0)
        for seed in UInt64(0)..<150 {
            let service = RandomProblem.service(seed: seed, objective: objective)
            guard let certificate = try CertificateSamples.certificate(service) else { continue }
            let checks = CertificateChecker.checks(certificate, digest: CertificateDigest.whole(certificate))
            #expect(checks.count { !$0.holds } == 0, "seed \(seed): \(checks.map(\.sentence))")
            let best = try #require(BruteForce.best(of: service))
            #expect(certificate.bound <= best.objective, "seed \(seed)")
            #expect(certificate.objective == best.objective, "seed \(seed)")
            made += 1
            if certificate.isOptimal { optimal += 1 } else { #expect(certificate.note != nil) }
        }
        #expect(made > 50)
        #expect(optimal * 20 >= made * 19)
    }

    /// What integer programming proved gets multipliers of the engine's.
    @Test(arguments: 0..<UInt64(40))
    func plansOfTheExactModelAreProvedAgain(seed: UInt64) throws {
        let service = RandomProblem.service(seed: seed, objective: .mean)
        guard BruteForce.best(of: service) != nil else { return }
        let problem = PlacementProblem(services: [service])
        guard case .solved(let solution) = try PlacementSolver().solve(problem, limits: SolveLimits(gap: 0)) else {
            Issue.record("no plan")
            return
        }
        let made = try CertificateMaker.certificates(
            for: problem, solution: solution, siteIDs: [CertificateSamples.ids(service)])
        for certificate in made { #expect(CertificateSamples.holds(certificate)) }
    }

    /// The multipliers of the rules lose nothing against the greedy choice: the same whole bound, and not one more.
    @Test(arguments: RandomProblem.Objective.allCases)
    func rulePotentialsGiveWhatTheInnerChoiceDoes(_ objective: RandomProblem.Objective) throws {
        var compared = 0
        for seed in UInt64(0)..<120 {
            let service = RandomProblem.service(seed: seed, objective: objective)
            guard BruteForce.best(of: service) != nil, service.weights.contains(where: { $0 > 0 }) else { continue }
            let (rules, source) = (SiteRules(service), try ContributionSource(service))
            let tree = LimitTree(rules)
            let rows = ContributionRows(source, length: service.siteCount, threads: 1)
            var numbers = SeededNumbers(seed)
            var multipliers = Multipliers(
                OpenPlan(try #require(BruteForce.best(of: service)).open[0], rows: rows, rules: rules), tree: tree)
            for place in multipliers.limits.indices {
                multipliers.limits[place] = .random(in: -100...100, using: &numbers)
            }
            let exact = ExactBound(
                multipliers, rows: rows, rules: rules, tree: tree, live: LiveSites(rules), cutoff: .max / 4, threads: 1)
            guard exact.bound < .max else { continue }
            var certificate = try #require(try CertificateSamples.certificate(service))
            let costs = CertificateCosts(certificate)
            let pricing = ProofPricing(
                costs: costs, rules: rules, tree: tree, scale: certificate.scale, target: Int128(Int64.max))
            // As the engine rounds and caps them.
            let most = (0..<rows.count).map { rows.farthest($0) }
            let lambda = pricing.whole(multipliers.rows, most: most)
            let priced = try #require(pricing.price(lambda, crossing: multipliers.limits, LiveSites(rules)))
            for potentials in [priced.least, priced.greatest] {
                let leaf = ProofMultipliers(
                    rows: .all(priced.lambda), count: potentials.count, limits: potentials.limits)
                certificate.proof = [.leaf(leaf)]
                let unit = Int128(certificate.scale)
                certificate.bound = Int64(
                    priced.value >= 0 ? (priced.value + unit - 1) / unit : -(-priced.value / unit))
                var walk = ProofWalk(certificate, costs: costs)
                #expect(walk.fault() == nil, "seed \(seed)")
                certificate.bound += 1
                walk = ProofWalk(certificate, costs: costs)
                #expect(walk.fault() != nil, "seed \(seed)")
                if service.lockedIn.isEmpty { #expect(certificate.bound - 1 == exact.bound, "seed \(seed)") }
            }
            compared += 1
        }
        #expect(compared > 40)
    }

    @Test func aTreeIsGrownWhereOneSetOfMultipliersIsNotEnough() throws {
        let certificate = try CertificateSamples.branched()
        #expect(CertificateSamples.holds(certificate))
        #expect(certificate.isOptimal)
    }

    @Test func writtenAndReadAgainItIsTheSame() throws {
        let certificate = try CertificateSamples.branched()
        let document = CertificateDocument([certificate])
        let bytes = try document.data()
        let read = try CertificateDocument(data: bytes)
        #expect(read.entries.map(\.certificate) == [certificate])
        #expect(read.entries[0].digest == CertificateDigest.whole(certificate))
        #expect(try CertificateDocument([certificate]).data() == bytes)
        #expect(throws: PlacementError.self) { try CertificateDocument(data: bytes.dropLast(40)) }
    }

    /// A table that cannot be told in full gives no certificate rather than a wrong one.
    @Test func noSpecificationNoCertificate() throws {
        var service = ScatteredTown.service(areas: 10, sites: 6, count: 2, seed: 1)
        let outcome = try LagrangianEngine.solve(service, SolveLimits(gap: 0)).outcome
        service.travel = ShortRows(service.travel)
        #expect(
            try CertificateMaker.certificate(
                for: service, outcome: outcome, sites: CertificateSamples.ids(service)) == nil)
    }
}

/// Proofs of published optima.
@Suite(.enabled(if: OrLibrary.isThere)) struct OrLibraryCertificateTests {
    @Test(arguments: ["pmed1", "pmed2", "pmed3", "pmed4", "pmed5"])
    func publishedOptimaAreProved(_ name: String) throws {
        let service = try OrLibrary.problem(name)
        let outcome = try LagrangianEngine.solve(service, SolveLimits(gap: 0)).outcome
        let certificate = try #require(
            try CertificateMaker.certificate(for: service, outcome: outcome, sites: CertificateSamples.ids(service)))
        #expect(certificate.isOptimal)
        #expect(certificate.bound == (try OrLibrary.optimum(of: name)))
        #expect(CertificateSamples.holds(certificate))
    }
}
