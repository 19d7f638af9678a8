internal import HubModel

/// One exact solve: in one stage, or for a reach objective of huge numbers in two.
///
/// A lexicographic objective multiplies children beyond the limit by a step larger than any mean. Its sums are too wide
/// for double precision, so the least number beyond the limit is proved first, in units of its own, and then the least
/// mean among the plans that attain it. Together the two proofs are one of the whole.
struct ExactRun {
    let problem: ServiceProblem
    let active: ActiveSites
    let deadline: Deadline
    let workLimit: Int64?
    let cancel: CancelFlag
    let onBound: (Int64?, Int64) -> Void

    /// - Parameter start: a plan that keeps the rules.
    func solve(start: [UInt32], cutoff: Int64?) throws -> ExactAnswer {
        if case .reach(let limit, let step) = problem.burden, isLexicographic(step) {
            return try solveReach(limit: limit, step: step, start: start, cutoff: cutoff)
        }
        let improved = StartingPlan(problem).improve(start)
        var only = stage(problem.burden)
        let answer = try only.solve(
            start: improved, cutoff: cutoff, deadline: deadline, workLimit: workLimit, onBound: onBound)
        return try joined(answer, open: answer.open, bound: answer.bound, cutoff: cutoff)
    }

    private func solveReach(limit: TenthMinutes, step: Int64, start: [UInt32], cutoff: Int64?) throws -> ExactAnswer {
        let leastMean = try lowestMean()
        // A plan below the cut-off leaves at most this much weight beyond the limit.
        let mostBeyond = cutoff.map { ($0 - 1 - leastMean) / step }
        if let cutoff, cutoff <= leastMean { return nothing(below: cutoff) }
        let improved = StartingPlan(problem).improve(start)
        let beyond = BurdenFunction.steps(thresholds: [limit + 1], values: [1])
        var coverage = stage(beyond)
        let first = try coverage.solve(
            start: improved, cutoff: mostBeyond.map { $0 + 1 }, deadline: deadline, workLimit: workLimit
        ) { _, bound in onBound(nil, bound * step + leastMean) }
        guard let open = first.open, let least = first.objective, first.stop == .proved else {
            return try joined(first, open: first.open, bound: first.bound * step + leastMean, cutoff: cutoff)
        }
        if let mostBeyond, least > mostBeyond { return nothing(below: cutoff ?? .max, work: first.work) }
        var mean = stage(.mean, coverage: PrefixModel.Coverage(limit: limit, mostUncovered: least))
        let second = try mean.solve(
            start: StartingPlan(problem).improve(open), cutoff: cutoff.map { $0 - step * least }, deadline: deadline,
            workLimit: workLimit.map { max(0, $0 - first.work) }
        ) { incumbent, bound in onBound(incumbent.map { $0 + step * least }, bound + step * least) }
        var answer = try joined(
            second, open: second.open, bound: min(step * least + second.bound, step * (least + 1) + leastMean),
            cutoff: cutoff)
        answer.work += first.work
        return answer
    }

    /// Whether one unit of weight beyond the limit outweighs every mean.
    private func isLexicographic(_ step: Int64) -> Bool {
        let weight = problem.weights.reduce(Int128(0)) { $0 + Int128($1) }
        return Int128(step) > weight * Int128(problem.travel.longest)
    }

    /// Σ weight · minutes if every active site were open: no plan's mean is lower.
    private func lowestMean() throws -> Int64 {
        var means = problem
        means.burden = .mean
        return try Evaluator.objective(of: active.sites, in: means)
    }

    private func stage(_ burden: BurdenFunction, coverage: PrefixModel.Coverage? = nil) -> ExactStage {
        ExactStage(problem: problem, active: active, burden: burden, coverage: coverage, cancel: cancel)
    }

    /// A stage's answer with the whole objective: the plan's by the evaluator, and the bound given.
    private func joined(_ stage: ExactStage.Answer, open: [UInt32]?, bound: Int64, cutoff: Int64?) throws -> ExactAnswer
    {
        let objective = try open.map { try Evaluator.objective(of: $0, in: problem) }
        let reached = min(objective ?? .max, cutoff ?? .max)
        return ExactAnswer(
            open: objective ?? .max < cutoff ?? .max ? open : nil,
            objective: objective ?? .max < cutoff ?? .max ? objective : nil, bound: min(bound, reached),
            stop: bound >= reached ? .proved : stage.stop == .proved ? .exhausted : stage.stop, work: stage.work,
            method: ExactModel.method)
    }

    private func nothing(below cutoff: Int64, work: Int64 = 0) -> ExactAnswer {
        ExactAnswer(open: nil, objective: nil, bound: cutoff, stop: .proved, work: work, method: ExactModel.method)
    }
}
