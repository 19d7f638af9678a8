import HubModel
import HubPlanTestSupport
import Testing

@testable import Placement

/// What the checker lets pass is true: the oracle is every subset of the sites that a certificate speaks about.
@Suite struct CertificateSoundnessTests {
    @Test func certificatesOfEveryKindOfProblemHold() throws {
        var (made, optimal) = (0, 0)
        for seed in LongTests.seeds(150) {
            let problem = AwkwardProblem(seed)
            guard let best = BruteForce.best(of: problem.service),
                let certificate = try CertificateSamples.certificate(problem.service)
            else { continue }
            let checks = CertificateChecker.checks(certificate, digest: CertificateDigest.whole(certificate))
            #expect(checks.count { !$0.holds } == 0, "\(problem): \(checks.map(\.sentence))")
            #expect(certificate.bound <= best.objective, "\(problem)")
            #expect(certificate.objective == best.objective, "\(problem)")
            made += 1
            if certificate.isOptimal {
                optimal += 1
            } else {
                // Of reach before all else the engine alone proves the weight beyond the limit.
                #expect(problem.stepBeforeAllElse != nil, "\(problem)")
            }
        }
        print("Of \(made) certificates \(optimal) prove their plan optimal.")
        #expect(made > 80 && optimal * 20 >= made * 19)
    }

    /// Edits of plan, claims, proof and question, up to three at once, with the digest made afresh.
    @Test func whateverIsEditedNothingFalsePasses() throws {
        var (accepted, rejected, wrong) = (0, 0, 0)
        for seed in LongTests.seeds(150) {
            let problem = AwkwardProblem(seed)
            guard let original = try CertificateSamples.certificate(problem.service) else { continue }
            var numbers = SeededNumbers(seed)
            for _ in 0..<12 {
                var edited = original
                for _ in 0..<Int.random(in: 1...3, using: &numbers) {
                    CertificateFuzz.edit(&edited, using: &numbers)
                }
                let claim = CertificateFuzz.isTrue(edited)
                if claim == false { wrong += 1 }
                if CertificateSamples.holds(edited) {
                    #expect(claim == true, "\(problem): \(edited)")
                    accepted += 1
                } else {
                    rejected += 1
                }
            }
        }
        print("Edited certificates: \(accepted) accepted, \(rejected) rejected, \(wrong) claimed what is false.")
        #expect(accepted > 50 && rejected > 500 && wrong > 300)
    }

    /// The same edits of a reach proof that speaks of the weight beyond the limit alone.
    @Test func editsOfAProofOfReachAloneNeverPassWhenFalse() throws {
        var (looked, accepted) = (0, 0)
        for seed in LongTests.seeds(120, fraction: 2) {
            let service = RandomProblem.service(seed: seed, objective: .reach)
            guard let original = try reachAlone(service) else { continue }
            #expect(CertificateSamples.holds(original), "seed \(seed)")
            var numbers = SeededNumbers(seed)
            for _ in 0..<8 {
                var edited = original
                CertificateFuzz.edit(&edited, using: &numbers)
                looked += 1
                guard CertificateSamples.holds(edited) else { continue }
                accepted += 1
                #expect(CertificateFuzz.isTrue(edited) == true, "seed \(seed): \(edited)")
            }
        }
        #expect(looked > 300 && accepted > 10)
    }

    /// The script that shares no code with the checker says the same of the same edits, one process each.
    @Test(.enabled(if: PythonChecker.isThere)) func bothCheckersSayTheSameOfEveryEdit() throws {
        var rejected = 0
        for seed in LongTests.seeds(16, fraction: 10) {
            let problem = AwkwardProblem(seed &+ 500)
            guard var edited = try CertificateSamples.certificate(problem.service) else { continue }
            var numbers = SeededNumbers(seed)
            CertificateFuzz.edit(&edited, using: &numbers)
            let holds = CertificateSamples.holds(edited)
            #expect(try PythonChecker.verdict(on: [edited]) == (holds ? 0 : 2), "\(problem): \(edited)")
            if !holds { rejected += 1 }
        }
        #expect(rejected > 4)
    }

    /// As a solve that stops at a gap leaves it: the bound on the weight beyond the limit, and no more.
    private func reachAlone(_ service: ServiceProblem) throws -> Certificate? {
        guard BruteForce.best(of: service) != nil else { return nil }
        let outcome = try LagrangianEngine.solve(service, SolveLimits(gap: 0.3, work: 1)).outcome
        let made = try CertificateMaker.certificate(
            for: service, outcome: outcome, sites: CertificateSamples.ids(service))
        return made?.beyond == nil ? nil : made
    }
}
