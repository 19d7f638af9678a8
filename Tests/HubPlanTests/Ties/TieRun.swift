import HubModel
import HubPlanTestSupport
import Placement
import Regions

@testable import HubPlan

/// A tie town solved to the end, with its ties and voices.
struct TieRun {
    let run: StudyRun
    let solution: Solution
    let settled: SettledPlan
    var service: ServiceProblem { run.problem.services[0] }
    var best: [UInt32] { run.plan(of: solution).open[0] }

    /// - Returns: nil where the rules cannot be kept.
    init?(
        seed: UInt64, objective: ObjectiveRequest, voices: [Voice] = [],
        share: ShareRequirement = .atLeastFraction(numerator: 1, denominator: 3)
    ) throws {
        let region = TieTown.region(seed: seed)
        let request = TieTown.request(objective: objective, voices: voices, share: share)
        let problem = try ProblemBuilder.problem(
            region: region, request: request, travel: [TieTown.travel(region)])
        run = StudyRun(
            path: "study.yaml", study: PreparedStudy(region: region, request: request, travel: []), travel: [],
            problem: problem)
        guard case .solved(let solution) = try run.solve(limits: SolveLimits(gap: 0)) else { return nil }
        self.solution = solution
        settled = try SettledPlan(
            run, plan: run.plan(of: solution), solution: solution,
            certificates: run.certificates(of: solution, threads: 1), isList: false, threads: 1)
    }

    /// Every plan that keeps the rules, with its cost. Sites are region sites, which are local ones here.
    var plans: [(open: [UInt32], cost: Int64)] {
        BruteForce.subsets(of: TieTown.sites, taking: service.count).filter { BruteForce.keeps($0, service) }
            .map { ($0, BruteForce.cost(of: $0, in: service)) }
    }

    func place(_ site: UInt32) -> UInt32? { run.region.sites[Int(site)].neighbourhood }
}
