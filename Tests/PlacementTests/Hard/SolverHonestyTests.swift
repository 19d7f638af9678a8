import HubModel
import HubPlanTestSupport
import Placement
import Testing

/// The whole solver, exactly and by the method for large problems, on problems of every kind.
@Suite struct SolverHonestyTests {
    @Test func bothMethodsFindTheOptimumOrTheClash() throws {
        var (solved, clashes) = (0, 0)
        for seed in LongTests.seeds(250) {
            let problem = AwkwardProblem(seed)
            let best = BruteForce.best(of: problem.service)
            for solver in [PlacementSolver(), PlacementSolver(small: LagrangianService())] {
                let result = try solver.solve(
                    PlacementProblem(services: [problem.service]), limits: SolveLimits(gap: 0))
                switch result {
                case .infeasible(let clash):
                    #expect(best == nil, "\(problem)")
                    #expect(!clash.rules.isEmpty && clash.sentence.hasSuffix("."), "\(problem)")
                    clashes += 1
                case .solved(let solution):
                    let outcome = solution.services[0]
                    #expect(BruteForce.keeps(outcome.open, problem.service), "\(problem)")
                    #expect(outcome.objective == best?.objective, "\(problem)")
                    #expect(outcome.isOptimal && solution.stop == .proved, "\(problem): \(solution.stop)")
                    #expect(try #require(outcome.bound) <= outcome.objective, "\(problem)")
                    solved += 1
                }
            }
        }
        print("The solver proved \(solved) awkward problems and told of \(clashes) clashes.")
        #expect(solved > 300 && clashes > 20)
    }

    /// The exact model with little work to spend, or below a cut-off: its bound is true and so is what it finds.
    @Test func theExactModelIsHonestWhereverItStops() throws {
        for seed in LongTests.seeds(200) {
            let problem = AwkwardProblem(seed)
            guard let best = BruteForce.best(of: problem.service) else { continue }
            var numbers = SeededNumbers(seed)
            let around = max(1, best.objective / 4)
            let cutoff =
                Bool.random(using: &numbers)
                ? nil : best.objective + Int64.random(in: -around...around, using: &numbers)
            let work = Bool.random(using: &numbers) ? nil : Int64.random(in: 0...30, using: &numbers)
            let answer = try ExactModel.solve(problem.service, cutoff: cutoff, work: work)
            #expect(
                answer.bound <= min(best.objective, cutoff ?? .max) || best.objective >= cutoff ?? .max, "\(problem)")
            #expect(answer.bound <= cutoff ?? .max, "\(problem)")
            if let open = answer.open, let objective = answer.objective {
                #expect(BruteForce.keeps(open, problem.service), "\(problem)")
                #expect(objective == BruteForce.cost(of: open, in: problem.service), "\(problem)")
                #expect(objective < cutoff ?? .max, "\(problem)")
            }
            guard answer.stop == .proved else {
                // Doubles are too coarse for one child beside a thousand million.
                #expect(work != nil || problem.weights == .farApart, "\(problem): \(answer.stop)")
                continue
            }
            #expect(answer.objective == (best.objective < cutoff ?? .max ? best.objective : nil), "\(problem)")
        }
    }

    /// Two services that share a rule, wishes among them; the usual run has its own at `PlacementSolverTests`.
    @Test(.enabled(if: LongTests.wanted != nil)) func twoServicesUnderOneShare() throws {
        for seed in LongTests.seeds(0, fraction: 4) {
            let problem = RandomProblem.twoServices(seed: seed &+ 1000, maximise: seed % 2 == 0)
            let solver = seed % 3 == 0 ? PlacementSolver(small: LagrangianService()) : PlacementSolver()
            switch try solver.solve(problem, limits: SolveLimits(gap: 0)) {
            case .infeasible: #expect(BruteForce.best(of: problem) == nil, "seed \(seed)")
            case .solved(let solution):
                let best = BruteForce.best(of: problem, weights: solution.totalWeights)
                #expect(solution.total == best.map { Int128($0.objective) }, "seed \(seed)")
                #expect(solution.isOptimal, "seed \(seed)")
            }
        }
    }
}
