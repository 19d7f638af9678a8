import HubModel
import HubPlanTestSupport
import Testing

@testable import Placement

/// What an earlier bound is worth today: the table of the decision note on warm starts, cell by cell.
@Suite struct FormerProofTests {
    /// The bound of a replay is never above today's optimum, whatever has changed and whatever plan it is held against.
    @Test(arguments: ProblemChange.allCases)
    func theBoundIsNeverAboveTheOptimum(change: ProblemChange) throws {
        var compared = 0
        for seed in UInt64(100)..<180 {
            let old = RandomProblem.service(
                seed: seed, objective: RandomProblem.Objective.allCases[Int(seed % 3)])
            guard let sample = try WarmSample(old, change, seed: seed), let best = BruteForce.best(of: sample.today)
            else { continue }
            let dearest = BruteForce.subsets(of: sample.today.siteCount, taking: sample.today.count)
                .filter { BruteForce.keeps($0, sample.today) }
                .max { BruteForce.cost(of: $0, in: sample.today) < BruteForce.cost(of: $1, in: sample.today) }
            for start in [sample.start, try sample.certified()].compactMap(\.self) {
                guard let former = start.former else { continue }
                for plan in [best.open[0], try #require(dearest)] {
                    guard let today = try FormerProof.today(former, on: sample.today, plan: plan) else { continue }
                    #expect(today.bound <= best.objective, "\(change), seed \(seed)")
                    compared += 1
                }
            }
        }
        // Multipliers in units of another burden say nothing.
        #expect(change == .burden ? compared == 0 : compared > 20, "\(change): \(compared)")
    }

    /// An unchanged question gets its bound back, every part of its tree settled.
    @Test func anUnchangedQuestionKeepsItsBound() throws {
        var trees = 0
        for seed in UInt64(0)..<8 {
            var service = ScatteredTown.service(
                areas: 60, sites: 30, count: 6, seed: seed, disadvantaged: 4, grain: 150)
            service.limits.append(SiteLimit(title: "hubs in the north", sites: Array(0..<12), least: 1, most: 3))
            let sample = try #require(try WarmSample(service, .nothing, seed: seed))
            // A tree whose rows had to be read again keeps no record of its own; its certificate grows one.
            let own = sample.outcome.branching.isEmpty ? nil : sample.start
            for start in [own, try sample.certified()].compactMap(\.self) {
                let former = try #require(start.former)
                let today = try #require(try FormerProof.today(former, on: service, plan: sample.outcome.open))
                #expect(today.bound == sample.outcome.objective, "seed \(seed)")
                #expect(today.lapsed == 0, "seed \(seed)")
                if !former.branching.isEmpty { trees += 1 }
            }
        }
        #expect(trees > 0)
    }

    /// Where plans only get fewer or dearer, an old bound loses nothing.
    @Test(arguments: ProblemChange.allCases.filter(\.onlyNarrows))
    func whatOnlyNarrowsKeepsTheBound(change: ProblemChange) throws {
        var compared = 0
        for seed in UInt64(0)..<8 {
            let old = ScatteredTown.service(areas: 60, sites: 30, count: 5, seed: seed, disadvantaged: 4, grain: 60)
            guard let sample = try WarmSample(old, change, seed: seed),
                let plan = try MendedPlan.plan(sample.start.plan, for: sample.today, threads: 1)
            else { continue }
            let former = try #require(try sample.certified()?.former)
            let today = try #require(try FormerProof.today(former, on: sample.today, plan: plan))
            let bound = try #require(sample.outcome.bound)
            #expect(today.bound >= bound, "\(change), seed \(seed)")
            compared += 1
        }
        #expect(compared > 4)
    }

    /// Weights that double double the bound, and households that all get a car keep their multipliers: λ is told a head.
    @Test func multipliersScaleWithTheWeights() throws {
        let old = ScatteredTown.service(areas: 80, sites: 40, count: 5, seed: 2, disadvantaged: 4)
        let outcome = try LagrangianEngine.solve(old, SolveLimits(gap: 0)).outcome
        let former = try #require(FormerBound(outcome, of: old))
        var doubled = old
        doubled.weights = old.weights.map { 2 * $0 }
        let twice = try #require(try FormerProof.today(former, on: doubled, plan: outcome.open))
        #expect(twice.bound == 2 * outcome.objective)
        var driving = old
        for area in 0..<old.areaCount {
            driving.weights[2 * area] = 0
            driving.weights[2 * area + 1] = old.weights[2 * area] + old.weights[2 * area + 1]
        }
        let moved = try #require(try FormerProof.today(former, on: driving, plan: outcome.open))
        #expect(moved.bound == outcome.objective)
    }

    /// Reach is proved in weight beyond the limit alone, which is a bound on the whole of today's burden again.
    @Test func reachKeepsItsProof() throws {
        var trees = 0
        for seed in UInt64(0)..<6 {
            var service = ScatteredTown.service(areas: 80, sites: 40, count: 5, seed: seed, disadvantaged: 4)
            service.burden = .reach(limit: 160, step: LexicographicTown.step(service))
            let outcome = try LagrangianEngine.solve(service, SolveLimits(gap: 0.001)).outcome
            let bound = try #require(outcome.bound)
            let made = try #require(
                try CertificateMaker.certificate(for: service, outcome: outcome, sites: CertificateSamples.ids(service))
            )
            let certified = try ServiceStart(made, area: { UInt32($0) }, site: { id in UInt32(id.dropFirst(5)) })
            var heavier = service
            heavier.weights = service.weights.map { $0 + $0 / 50 }
            heavier.burden = .reach(limit: 160, step: LexicographicTown.step(heavier))
            let objective = try Evaluator.objective(of: outcome.open, in: heavier)
            for former in [FormerBound(outcome, of: service), certified.former].compactMap(\.self) {
                guard former.burden != service.burden else { continue }
                let today = try #require(try FormerProof.today(former, on: service, plan: outcome.open))
                #expect(today.bound >= bound && today.bound <= outcome.objective, "seed \(seed)")
                #expect(today.lapsed == 0, "seed \(seed)")
                let later = try #require(try FormerProof.today(former, on: heavier, plan: outcome.open))
                #expect(later.bound <= objective && Double(later.bound) > 0.9 * Double(objective), "seed \(seed)")
                trees += 1
            }
        }
        #expect(trees > 4)
    }

    /// Areas that are gone leave nothing behind, and new ones are met with multipliers of the plan.
    @Test func areasMayComeAndGo() throws {
        let whole = ScatteredTown.service(areas: 90, sites: 40, count: 5, seed: 6)
        let half = ScatteredTown.service(areas: 90, sites: 40, count: 5, seed: 6)
        var fewer = half
        for area in 0..<30 { (fewer.weights[2 * area], fewer.weights[2 * area + 1]) = (0, 0) }
        for (old, today) in [(whole, fewer), (fewer, whole)] {
            let outcome = try LagrangianEngine.solve(old, SolveLimits(gap: 0)).outcome
            let former = try #require(FormerBound(outcome, of: old))
            let cold = try LagrangianEngine.solve(today, SolveLimits(gap: 0)).outcome
            let found = try #require(try FormerProof.today(former, on: today, plan: cold.open))
            #expect(found.bound <= cold.objective)
            #expect(found.bound > cold.objective / 2)
        }
    }
}

private enum LexicographicTown {
    /// One more than any Σ weight · minutes.
    static func step(_ service: ServiceProblem) -> Int64 {
        service.weights.reduce(0, +) * Int64(service.travel.longest) + 1
    }
}
