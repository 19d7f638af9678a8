internal import HubModel
internal import HubPlan
internal import Placement

/// An earlier plan and its proof on today's data: the tree followed and every leaf of it priced again, before anything
/// is solved anew.
struct FormerAnswer {
    /// The earlier plan with today's bounds, where they reach the gap asked for; nil where something must be solved.
    let solution: Solution?
    /// What became of the proof, for people.
    let sentence: String

    /// - Parameters:
    ///   - start: what the earlier run left, in region sites.
    ///   - run: today's question.
    ///   - limits: with the gap asked for.
    /// - Throws: `PlacementError` when numbers are too large for exact sums.
    init(_ start: WarmStart, on run: StudyRun, limits: SolveLimits) throws {
        guard let problem = try Attainable(run.problem).resolved(),
            problem.totalShare.map({ ($0.least ?? 0) <= 0 }) ?? true
        else {
            solution = nil
            sentence = "A rule ties the services together, so the earlier proof was handed to the search."
            return
        }
        var outcomes: [ServiceOutcome] = []
        var (work, settled, lapsed) = (Int64(0), 0, 0)
        var obstacle: String?
        for (position, service) in problem.services.enumerated() {
            guard let own = Self.own(start, position: position, service: service), let former = own.former else {
                obstacle = "the earlier plan of \(service.id) breaks a rule today, or it left no proof"
                break
            }
            guard let today = try FormerProof.today(former, on: service, plan: own.plan, threads: limits.threads)
            else {
                obstacle = "the earlier proof of \(service.id) is in other units than today's"
                break
            }
            var outcome = ServiceOutcome(
                service: service.id, open: own.plan, objective: try Evaluator.objective(of: own.plan, in: service),
                bound: today.bound, trail: today.trail)
            outcome.branching = today.branching
            outcome.layout = today.layout
            work += today.work
            settled += today.settled
            lapsed += today.lapsed
            guard let gap = outcome.gap, gap <= max(0, limits.gap) else {
                obstacle =
                    "the earlier proof of \(service.id) no longer reaches as far as was asked in \(today.lapsed) of its parts"
                break
            }
            outcomes.append(outcome)
        }
        if let obstacle {
            solution = nil
            sentence = "Solved anew from the earlier plan and proof: \(obstacle)."
        } else {
            solution = run.told(
                Solution(
                    services: outcomes, stop: outcomes.allSatisfy(\.isOptimal) ? .proved : .gapReached, work: work,
                    method: "the multipliers and the tree of an earlier answer, priced again in whole numbers"))
            sentence =
                "The earlier proof holds on today's data: \(settled + lapsed) "
                + "\(settled + lapsed == 1 ? "part was" : "parts were") priced again, and nothing was solved."
        }
    }

    /// The service's part of the start in local numbers; nil where its plan breaks a rule today.
    private static func own(_ start: WarmStart, position: Int, service: ServiceProblem) -> ServiceStart? {
        guard start.services.indices.contains(position), let given = start.services[position] else { return nil }
        let numbers = LocalNumbers(service.siteIndices)
        let own = given.renumbered { numbers.numbers(of: CollectionOfOne($0)).first }
        return own.plan.count == given.plan.count && RuleAudit(service).isKept(by: own.plan) ? own : nil
    }
}
