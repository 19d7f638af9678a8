package import HubModel

/// The exact model as a service solver, for small problems; where its double precision is too coarse for the last units,
/// as with weights very far apart, the whole numbers of the Lagrangian engine close what is left.
package struct ExactService: ServiceSolver {
    /// Pairs of demand points with weight and sites up to which the exact model comes first.
    package static let mostPairs = 60_000

    package init() {}

    /// Bytes that the model's integer program takes for every pair, about.
    static let bytesPerPair = 2000

    /// - Parameter memory: bytes that a solve may take; nil where that does not matter.
    package static func suits(_ problem: ServiceProblem, memory: Int64? = nil) -> Bool {
        let pairs = problem.weights.count { $0 > 0 } * (problem.siteCount - problem.lockedOut.count)
        return pairs <= mostPairs && fits(pairs, memory)
    }

    /// Whether the model of so many pairs keeps a limit of memory.
    static func fits(_ pairs: Int, _ memory: Int64?) -> Bool {
        memory.map { Int64(pairs) * Int64(bytesPerPair) <= $0 } ?? true
    }

    package func solve(
        _ problem: ServiceProblem, limits: SolveLimits, warm: ServiceStart?, cancel: CancelFlag,
        onEvent: @escaping (SolveEvent) -> Void
    ) throws -> ServiceAnswer {
        let start = ContinuousClock.now
        let deadline = Deadline(seconds: limits.seconds)
        // Sums too large for the engine's whole numbers are none for the exact model, which then begins from nothing.
        let plan = warm.flatMap { try? MendedPlan.plan($0.plan, for: problem, threads: limits.threads) }
        let known = plan.flatMap { try? proof(of: $0, by: warm?.former, problem, limits) }
        if let known, known.outcome.gap.map({ $0 <= max(0, limits.gap) }) ?? false { return known }
        let answer = try ExactModel.solve(
            problem, warm: plan, seconds: limits.seconds, work: limits.work, stopAt: limits.stopAt, cancel: cancel
        ) { incumbent, bound, work in
            onEvent(
                SolveEvent(
                    service: problem.id, stage: "exact", incumbent: incumbent, bound: bound, work: work,
                    seconds: (ContinuousClock.now - start) / .seconds(1)))
        }
        guard let open = answer.open, let objective = answer.objective else {
            throw PlacementError(
                "No plan for \(problem.id) keeps the rules, though each can be kept: report this fault.")
        }
        var found = ServiceAnswer(
            outcome: ServiceOutcome(service: problem.id, open: open, objective: objective, bound: answer.bound),
            stop: answer.stop, work: answer.work, method: answer.method)
        if let known, let bound = known.outcome.bound, bound > answer.bound { take(known, bound, into: &found) }
        guard found.stop == .exhausted else { return found }
        var rest = limits
        rest.seconds = deadline.remaining
        rest.work = limits.work.map { max(0, $0 - found.work) }
        return try close(found, problem, limits: rest, cancel: cancel)
    }

    /// A former plan improved by swaps, with what the former bound is worth today; nil when there is none that fits.
    private func proof(
        of plan: [UInt32], by former: FormerBound?, _ problem: ServiceProblem, _ limits: SolveLimits
    ) throws -> ServiceAnswer? {
        guard let former else { return nil }
        let open = StartingPlan(problem).improve(plan)
        guard let today = try FormerProof.today(former, on: problem, plan: open, threads: limits.threads) else {
            return nil
        }
        var outcome = ServiceOutcome(
            service: problem.id, open: open, objective: try Evaluator.objective(of: open, in: problem),
            bound: today.bound, trail: today.trail)
        outcome.branching = today.branching
        outcome.layout = today.layout
        return ServiceAnswer(
            outcome: outcome, stop: outcome.isOptimal ? .proved : .gapReached, work: today.work,
            method: "the multipliers and the tree of an earlier answer, priced again in whole numbers")
    }

    /// Where the exact model was stopped early, an earlier bound may be the better one.
    private func take(_ known: ServiceAnswer, _ bound: Int64, into found: inout ServiceAnswer) {
        found.outcome.bound = min(bound, found.outcome.objective)
        found.outcome.trail = known.outcome.trail
        found.outcome.branching = known.outcome.branching
        found.outcome.layout = known.outcome.layout
        found.method += "; bounded by \(known.method)"
        if found.outcome.isOptimal { found.stop = .proved }
    }

    /// Takes the better plan and the better bound of the exact model and the engine.
    private func close(
        _ answer: ServiceAnswer, _ problem: ServiceProblem, limits: SolveLimits, cancel: CancelFlag
    ) throws -> ServiceAnswer {
        let engine = try LagrangianEngine.solve(problem, limits, warm: answer.outcome.open, cancel: cancel)
        var closed = answer
        closed.work += engine.work
        if engine.outcome.objective < closed.outcome.objective {
            closed.outcome.open = engine.outcome.open
            closed.outcome.objective = engine.outcome.objective
        }
        if let bound = engine.outcome.bound, bound > closed.outcome.bound ?? .min {
            closed.outcome.bound = min(bound, closed.outcome.objective)
            closed.outcome.trail = engine.outcome.trail
            closed.method = "\(answer.method); closed by \(engine.method)"
        }
        closed.stop = closed.outcome.isOptimal ? .proved : engine.stop
        return closed
    }
}
