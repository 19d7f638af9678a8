import HubModel
import HubPlanTestSupport
import Testing

@testable import Scenarios

@Suite("Steps of a frontier")
struct StepCurveTests {
    /// Steps that ask for more and more hubs among some sites of a random problem.
    private func shareCurve(_ service: ServiceProblem, seed: UInt64) -> StepCurve {
        var numbers = SeededNumbers(seed ^ 0xF00D)
        let counted = RandomProblem.subset(of: service.siteCount, using: &numbers)
        return StepCurve(
            steps: 0...service.count, nests: true, counted: counted, title: "hubs in the places",
            question: { least in
                var asked = service
                asked.limits.insert(SiteLimit(title: "hubs in the places", sites: counted, least: least), at: 0)
                return asked
            })
    }

    @Test(
        "Every step is the best of all plans that can be tried, or is said to be impossible",
        arguments: RandomProblem.Objective.allCases)
    func stepsAgainstBruteForce(objective: RandomProblem.Objective) throws {
        var (steps, solves, clashes) = (0, 0, 0)
        for seed in LongTests.seeds(50) {
            let curve = shareCurve(RandomProblem.service(seed: seed, objective: objective), seed: seed)
            let series = SolveSeries(limits: SolveLimits(gap: 0, threads: 1))
            let answer = try curve.solve(in: series)
            for step in curve.steps {
                let best = BruteForce.best(of: try curve.question(step))
                #expect((answer.clashes[step] != nil) == (best == nil), "seed \(seed), step \(step)")
                guard let best else {
                    clashes += 1
                    continue
                }
                steps += 1
                let known = answer.known.known(step)
                let plan = try #require(known.plan)
                #expect(plan.answer.objective == best.objective, "seed \(seed), step \(step)")
                #expect(known.bound <= best.objective)
                #expect(known.isOptimal)
                #expect(BruteForce.keeps(plan.answer.open, try curve.question(step)))
                #expect(BruteForce.cost(of: plan.answer.open, in: try curve.question(step)) == best.objective)
            }
            solves += series.solves
        }
        #expect(steps > 100 && clashes > 20)
        #expect(solves < steps, "a plan with more hubs inside than asked for settles the steps between")
    }

    @Test("Steps that do not nest are solved one by one")
    func countsAgainstBruteForce() throws {
        for seed in LongTests.seeds(24) {
            let service = RandomProblem.service(seed: seed, objective: .mean)
            let curve = StepCurve(
                steps: 1...service.siteCount, nests: false, counted: [], title: "hubs",
                question: { count in
                    var asked = service
                    asked.count = count
                    return asked
                })
            let answer = try curve.solve(in: SolveSeries(limits: SolveLimits(gap: 0, threads: 1)))
            for step in curve.steps {
                let best = BruteForce.best(of: try curve.question(step))
                #expect(answer.known.known(step).plan?.answer.objective == best?.objective, "seed \(seed), \(step)")
                #expect((answer.clashes[step] != nil) == (best == nil))
            }
        }
    }

    @Test("With a wide gap asked for, bounds stay below and plans above the best")
    func wideGaps() throws {
        var open = 0
        for seed in LongTests.seeds(40) {
            let curve = shareCurve(RandomProblem.service(seed: seed, objective: .mean), seed: seed)
            let answer = try curve.solve(in: SolveSeries(limits: SolveLimits(gap: 0.4, threads: 1)))
            for step in curve.steps where answer.clashes[step] == nil {
                guard let best = BruteForce.best(of: try curve.question(step)) else { continue }
                let known = answer.known.known(step)
                #expect(known.bound <= best.objective)
                #expect(try #require(known.plan).answer.objective >= best.objective)
                if !known.isOptimal { open += 1 }
            }
        }
        #expect(open > 0, "some step has to stay open, or nothing is tested")
    }

    @Test("A stopped series tells what it knows and solves nothing more")
    func stops() throws {
        let curve = shareCurve(RandomProblem.service(seed: 3, objective: .mean), seed: 3)
        let series = SolveSeries(limits: SolveLimits(gap: 0, threads: 1))
        series.stopper()
        let answer = try curve.solve(in: series)
        #expect(answer.known.entries.isEmpty && series.solves == 0 && series.stop == .interrupted)
        #expect(curve.steps.allSatisfy { answer.known.known($0).plan == nil || answer.clashes[$0] != nil })
    }
}
