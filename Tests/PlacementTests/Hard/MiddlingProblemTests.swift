import HubModel
import HubPlanTestSupport
import Testing

@testable import Placement

/// Problems too large for brute force: the engine with its rows cut short, branching and rules of every kind, beside
/// integer programming, with which it shares no code.
@Suite struct MiddlingProblemTests {
    @Test func engineAndIntegerProgrammingAgree() throws {
        var (proved, open, refused) = (0, 0, 0)
        for seed in LongTests.seeds(24, fraction: 40) {
            let service = problem(seed)
            let exact = try ExactModel.solve(service)
            guard exact.open != nil, let best = exact.objective else {
                #expect(throws: PlacementError.self, "seed \(seed)") {
                    try LagrangianEngine.solve(service, SolveLimits())
                }
                refused += 1
                continue
            }
            #expect(exact.stop == .proved, "seed \(seed)")
            var settings = EngineSettings()
            settings.shortestRow = [3, 8, 40][Int(seed % 3)]
            settings.rowFactor = 1
            settings.branchBelow = [0, 60][Int(seed / 3 % 2)]
            settings.leastSearch = 200_000
            settings.hardSearch = 500_000
            var search = try LagrangianSearch(
                service, SolveLimits(gap: 0, work: 8_000_000), warm: nil, settings: settings)
            let answer = search.run(cancel: CancelFlag(), onEvent: { _ in })
            let outcome = answer.outcome
            #expect(BruteForce.keeps(outcome.open, service), "seed \(seed)")
            #expect(outcome.objective == BruteForce.cost(of: outcome.open, in: service), "seed \(seed)")
            #expect(outcome.objective >= best, "seed \(seed)")
            #expect(try #require(outcome.bound) <= best, "seed \(seed)")
            #expect(!outcome.isOptimal || outcome.objective == best, "seed \(seed)")
            if outcome.isOptimal { proved += 1 } else { open += 1 }
            try expectHonestCertificate(service, outcome, best: best, seed)
        }
        print("Middling problems: \(proved) proved by the engine, \(open) left with a gap, \(refused) without a plan.")
        #expect(proved > open)
    }

    /// One in four gets a certificate.
    private func expectHonestCertificate(
        _ service: ServiceProblem, _ outcome: ServiceOutcome, best: Int64, _ seed: UInt64
    ) throws {
        guard seed % 4 == 0, service.weights.contains(where: { $0 > 0 }) else { return }
        var told = service
        if let short = service.travel as? ShortRows { told.travel = short.whole }
        let certificate = try #require(
            try CertificateMaker.certificate(for: told, outcome: outcome, sites: CertificateSamples.ids(service)))
        #expect(CertificateSamples.holds(certificate), "seed \(seed)")
        #expect(certificate.bound <= best, "seed \(seed)")
    }

    private func problem(_ seed: UInt64) -> ServiceProblem {
        var numbers = SeededNumbers(seed &+ 0x5EED)
        let sites = Int.random(in: 14...40, using: &numbers)
        let areas = Int.random(in: 20...60, using: &numbers)
        let count = Int.random(in: 2...8, using: &numbers)
        var service = ScatteredTown.service(
            areas: areas, sites: sites, count: count, seed: seed, disadvantaged: Bool.random(using: &numbers) ? 4 : nil,
            grain: [1, 50, 200].randomElement(using: &numbers) ?? 1)
        service.burden = burden(service, &numbers)
        for number in 0..<Int.random(in: 0...3, using: &numbers) {
            let group = RandomProblem.subset(of: sites, using: &numbers)
            let least = Int.random(in: 0...min(count, group.count) / 2, using: &numbers)
            let most = Bool.random(using: &numbers) ? Int.max : least + .random(in: 0...2, using: &numbers)
            service.limits.append(SiteLimit(title: "hubs in group \(number)", sites: group, least: least, most: most))
        }
        if Bool.random(using: &numbers) {
            let locked = Array(0..<UInt32(sites)).shuffled(using: &numbers).prefix(3)
            service.lockedIn = locked.prefix(1).sorted()
            service.lockedOut = locked.dropFirst().sorted()
        }
        service.travel = ShortRows(service.travel)
        return service
    }

    private func burden(_ service: ServiceProblem, _ numbers: inout SeededNumbers) -> BurdenFunction {
        let longest = service.travel.longest
        let limit = TenthMinutes.random(in: 50...300, using: &numbers)
        switch Int.random(in: 0..<5, using: &numbers) {
        case 0: return .reach(limit: limit, step: .random(in: 1...500, using: &numbers))
        case 1: return .steps(thresholds: [limit + 1], values: [1])
        case 2: return Decay.burden(halfway: limit, longest: longest, scale: 50)
        default: return .mean
        }
    }
}
