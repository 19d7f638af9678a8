import HubModel
import HubPlanTestSupport
import Testing

@testable import Placement

/// A start may save work; it never changes what is true.
@Suite struct WarmStartTests {
    private static let objectives = RandomProblem.Objective.allCases

    private func solution(
        _ service: ServiceProblem, from start: WarmStart, gap: Double = 0
    ) throws -> Solution? {
        let problem = PlacementProblem(services: [service])
        guard
            case .solved(let solution) = try PlacementSolver().solve(
                problem, limits: SolveLimits(gap: gap), warmStart: start)
        else { return nil }
        return solution
    }

    /// After every kind of change, from multipliers or from a certificate, both methods prove what trying every plan finds.
    @Test(arguments: ProblemChange.allCases)
    func warmAnswersAreThoseOfTryingEveryPlan(change: ProblemChange) throws {
        var compared = 0
        for seed in UInt64(0)..<60 {
            let old = RandomProblem.service(seed: seed, objective: Self.objectives[Int(seed % 3)])
            guard let sample = try WarmSample(old, change, seed: seed) else { continue }
            for start in [sample.start, try sample.certified()].compactMap(\.self) {
                let best = BruteForce.best(of: sample.today)
                let solution = try solution(sample.today, from: sample.warmStart(start))
                #expect(solution?.objective == best?.objective, "\(change), seed \(seed)")
                guard let best, let solution else { continue }
                #expect(solution.isOptimal, "\(change), seed \(seed)")
                let engine = try LagrangianEngine.solve(
                    sample.today, SolveLimits(gap: 0), warm: start.plan, former: start.former)
                #expect(engine.outcome.objective >= best.objective, "\(change), seed \(seed)")
                #expect(try #require(engine.outcome.bound) <= best.objective, "\(change), seed \(seed)")
                if sample.today.burden == .mean {
                    #expect(engine.outcome.objective == best.objective, "\(change), seed \(seed)")
                    #expect(engine.outcome.isOptimal, "\(change), seed \(seed)")
                }
                compared += 1
            }
        }
        #expect(compared > 10, "\(change)")
    }

    /// What is proved from a start can be certified, and the certificate holds.
    @Test(arguments: [ProblemChange.nothing, .weights, .costsUp, .siteRemoved, .lockOut, .moreHubs])
    func warmProofsAreCertified(change: ProblemChange) throws {
        var certified = 0
        for seed in UInt64(0)..<8 {
            let old = ScatteredTown.service(
                areas: 60, sites: 30, count: 5, seed: seed, disadvantaged: 4, grain: 60)
            guard let sample = try WarmSample(old, change, seed: seed), let start = try sample.certified() else {
                continue
            }
            let solution = try #require(try solution(sample.today, from: sample.warmStart(start)))
            #expect(solution.isOptimal)
            let made = try CertificateMaker.certificate(
                for: sample.today, outcome: solution.services[0], sites: CertificateSamples.ids(sample.today))
            let certificate = try #require(made)
            #expect(CertificateSamples.holds(certificate), "\(change), seed \(seed)")
            #expect(certificate.isOptimal, "\(change), seed \(seed)")
            certified += 1
        }
        #expect(certified > 4)
    }

    /// An unchanged question is answered by pricing alone: no climb, a small part of the work.
    @Test func anUnchangedQuestionTakesAFewPricings() throws {
        for seed in UInt64(0)..<3 {
            let service = ScatteredTown.service(
                areas: 400, sites: 160, count: 12, seed: seed, disadvantaged: 5, grain: 10)
            let limits = SolveLimits(gap: 0)
            let cold = try LagrangianEngine.solve(service, limits)
            #expect(cold.outcome.isOptimal)
            let former = try #require(FormerBound(cold.outcome, of: service))
            var stages: [String] = []
            let warm = try LagrangianEngine.solve(service, limits, warm: cold.outcome.open, former: former) {
                stages.append($0.stage)
            }
            #expect(warm.outcome.objective == cold.outcome.objective)
            #expect(warm.outcome.isOptimal)
            #expect(warm.work * 5 < cold.work, "\(warm.work) against \(cold.work)")
            #expect(stages.allSatisfy { $0 == "first plan" || $0.contains("former") }, "\(stages)")
        }
    }

    /// More hubs, other weights and a tighter share are proved with less work than from nothing, taken together.
    @Test(arguments: [ProblemChange.weights, .costsUp, .costsDown, .lockOut, .siteRemoved])
    func smallChangesTakeLessWorkThanANewSolve(change: ProblemChange) throws {
        var (cold, warm): (Int64, Int64) = (0, 0)
        for seed in UInt64(0)..<3 {
            let old = ScatteredTown.service(areas: 300, sites: 120, count: 9, seed: seed, disadvantaged: 5, grain: 10)
            let sample = try #require(try WarmSample(old, change, seed: seed))
            let limits = SolveLimits(gap: 0)
            let fromNothing = try LagrangianEngine.solve(sample.today, limits)
            let start = sample.start
            let fromStart = try LagrangianEngine.solve(sample.today, limits, warm: start.plan, former: start.former)
            #expect(fromStart.outcome.objective == fromNothing.outcome.objective)
            #expect(fromStart.outcome.isOptimal)
            cold += fromNothing.work
            warm += fromStart.work
        }
        #expect(warm < cold, "\(change): \(warm) against \(cold)")
    }

    /// Starts that are nonsense: other sizes, sites that are not there, trees cut short, numbers that are none.
    @Test func nonsenseIsNoHarm() throws {
        for seed in UInt64(0)..<12 {
            let service = RandomProblem.service(seed: seed, objective: .mean)
            guard let best = BruteForce.best(of: service) else { continue }
            let outcome = try LagrangianEngine.solve(service, SolveLimits(gap: 0)).outcome
            guard var former = FormerBound(outcome, of: service) else { continue }
            let rows = former.rows.count
            let odd = MultiplierStep(
                rows: (0..<rows).map { [.nan, .infinity, -5, 1e300][$0 % 4] }, limits: [.nan, -1e300, 1e300])
            var starts: [FormerBound] = []
            former.trail.append(odd)
            starts.append(former)
            for branching in [
                [BranchStep.branch(site: 0), .end], [.end, .end], [.branch(site: FormerBound.gone), .leaf(odd), .end],
                [.fix(odd), .branch(site: 1), .leaf(odd), .fix(odd), .leaf(odd)],
            ] {
                former.branching = branching
                starts.append(former)
            }
            former.trail = [MultiplierStep(rows: [1], limits: [])]
            starts.append(former)
            for start in starts {
                let engine = try LagrangianEngine.solve(
                    service, SolveLimits(gap: 0), warm: [0], former: start)
                #expect(engine.outcome.objective == best.objective)
                #expect(engine.outcome.isOptimal)
                let solution = try solution(
                    service,
                    from: WarmStart(services: [ServiceStart(plan: service.siteIndices + [9999], former: start)]))
                #expect(solution?.objective == best.objective)
            }
        }
    }
}
