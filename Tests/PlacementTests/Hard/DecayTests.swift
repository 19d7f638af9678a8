import HubModel
import HubPlanTestSupport
import Placement
import Testing

/// Access that fades with distance, as a rounded step table, goes through the same engine as the mean does.
@Suite struct DecayTests {
    @Test(arguments: 0..<UInt64(2))
    func aDecayBurdenIsProvedAlikeByBothMethods(seed: UInt64) throws {
        var service = ScatteredTown.service(areas: 60, sites: 30, count: 5, seed: seed, disadvantaged: 5)
        service.burden = Decay.burden(halfway: 120, longest: service.travel.longest, scale: 10_000)
        let answer = try LagrangianEngine.solve(service, SolveLimits(gap: 0))
        let exact = try ExactModel.solve(service)
        #expect(exact.stop == .proved)
        #expect(answer.outcome.objective == exact.objective)
        #expect(answer.outcome.isOptimal)
        #expect(answer.outcome.objective == BruteForce.cost(of: answer.outcome.open, in: service))
        let certificate = try #require(
            try CertificateMaker.certificate(
                for: service, outcome: answer.outcome, sites: (0..<30).map { "site-\($0)" }))
        #expect(certificate.isOptimal)
        let checks = CertificateChecker.checks(certificate, digest: CertificateDigest.whole(certificate))
        #expect(checks.count { !$0.holds } == 0)
    }

    /// A table with a step for every minute is the mean.
    @Test func aTableOfEveryMinuteIsTheMean() throws {
        let mean = ScatteredTown.service(areas: 40, sites: 20, count: 4, seed: 9, grain: 20)
        var table = mean
        let longest = mean.travel.longest
        table.burden = .steps(thresholds: Array(1...longest), values: (1...Int64(longest)).map(\.self))
        let answers = try [mean, table].map { try LagrangianEngine.solve($0, SolveLimits(gap: 0)) }
        #expect(answers[0].outcome.open == answers[1].outcome.open)
        #expect(answers[0].outcome.objective == answers[1].outcome.objective)
        #expect(answers.count { !$0.outcome.isOptimal } == 0)
    }

    /// One step at the limit is the number beyond it, and a large one the same before all else.
    @Test(arguments: 0..<UInt64(4))
    func reachIsAStepOfItsOwn(seed: UInt64) throws {
        var service = ScatteredTown.service(areas: 50, sites: 25, count: 5, seed: seed, disadvantaged: 4)
        service.burden = .steps(thresholds: [151], values: [1])
        let alone = try LagrangianEngine.solve(service, SolveLimits(gap: 0)).outcome
        let step = service.weights.reduce(0, +) * Int64(service.travel.longest) + 1
        service.burden = .reach(limit: 150, step: step)
        let first = try LagrangianEngine.solve(service, SolveLimits(gap: 0)).outcome
        #expect(alone.isOptimal)
        #expect(first.objective / step == alone.objective)
    }
}
