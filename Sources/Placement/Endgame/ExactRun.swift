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
    let stopAt: [Int]?
    let onBound: (Int64?, Int64, Int64) -> Void

    /// - Parameter start: a plan that keeps the rules.
    func solve(start: [UInt32], cutoff: Int64?) throws -> ExactAnswer {
        if case .reach(let limit, let step) = problem.burden, LexicographicReach.applies(to: problem, step: step) {
            return try solveReach(limit: limit, step: step, start: start, cutoff: cutoff)
        }
        let improved = StartingPlan(problem).improve(start)
        var only = stage(problem.burden)
        let answer = try only.solve(
            start: improved, cutoff: cutoff, deadline: deadline, workLimit: workLimit
        ) { incumbent, bound, work in
            onBound(incumbent, bound, work)
        }
        return try joined(answer, bound: answer.bound, cutoff: cutoff)
    }

    private func solveReach(limit: TenthMinutes, step: Int64, start: [UInt32], cutoff: Int64?) throws -> ExactAnswer {
        let leastMean = try lowestMean()
        // A plan below the cut-off leaves at most this much weight beyond the limit.
        let mostBeyond = cutoff.map { ($0 - 1 - leastMean) / step }
        if let cutoff, cutoff <= leastMean { return nothing(below: cutoff) }
        let improved = StartingPlan(problem).improve(start)
        let known = try Evaluator.objective(of: improved, in: problem)
        let beyond = BurdenFunction.steps(thresholds: [limit + 1], values: [1])
        var coverage = stage(beyond)
        let first = try coverage.solve(
            start: improved, cutoff: mostBeyond.map { $0 + 1 }, deadline: deadline, workLimit: workLimit
        ) { _, bound, work in onBound(known, bound * step + leastMean, work) }
        let least = first.objective
        guard first.stop == .proved else {
            return try joined(first, bound: first.bound * step + leastMean, cutoff: cutoff)
        }
        if let mostBeyond, least > mostBeyond { return nothing(below: cutoff ?? .max, work: first.work) }
        var mean = stage(.mean, coverage: PrefixModel.Coverage(limit: limit, mostUncovered: least))
        let second = try mean.solve(
            start: StartingPlan(problem).improve(first.open), cutoff: cutoff.map { $0 - step * least },
            deadline: deadline,
            workLimit: workLimit.map { max(0, $0 - first.work) }
        ) { incumbent, bound, work in
            onBound(incumbent + step * least, bound + step * least, first.work + work)
        }
        // A plan that leaves one unit more beyond the limit costs more than any mean could save.
        var answer = try joined(second, bound: step * least + second.bound, cutoff: cutoff)
        answer.work += first.work
        return answer
    }

    /// Σ weight · minutes if every active site were open: no plan's mean is lower.
    private func lowestMean() throws -> Int64 {
        var means = problem
        means.burden = .mean
        return try Evaluator.objective(of: active.sites, in: means)
    }

    private func stage(_ burden: BurdenFunction, coverage: PrefixModel.Coverage? = nil) -> ExactStage {
        ExactStage(
            problem: problem, active: active, burden: burden, coverage: coverage, cancel: cancel,
            stopAt: stopAt)
    }

    /// A stage's answer with the whole objective: the plan's by the evaluator, and the bound given.
    private func joined(_ stage: ExactStage.Answer, bound: Int64, cutoff: Int64?) throws -> ExactAnswer {
        let objective = try Evaluator.objective(of: stage.open, in: problem)
        let isBelow = objective < cutoff ?? .max
        let reached = min(objective, cutoff ?? .max)
        return ExactAnswer(
            open: isBelow ? stage.open : nil, objective: isBelow ? objective : nil, bound: min(bound, reached),
            stop: bound >= reached ? .proved : stage.stop == .proved ? .exhausted : stage.stop, work: stage.work,
            method: ExactModel.method)
    }

    private func nothing(below cutoff: Int64, work: Int64 = 0) -> ExactAnswer {
        ExactAnswer(open: nil, objective: nil, bound: cutoff, stop: .proved, work: work, method: ExactModel.method)
    }
}
