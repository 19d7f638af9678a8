internal import HubModel

/// Solves one burden over the active sites by integer programming on the prefix model, chains deepened as needed.
struct ExactStage {
    let problem: ServiceProblem
    let active: ActiveSites
    let burden: BurdenFunction
    let coverage: PrefixModel.Coverage?
    let cancel: CancelFlag

    struct Answer {
        /// The best plan found, local site numbers; nil when none cheaper than the cut-off was.
        var open: [UInt32]?
        var objective: Int64?
        /// No plan costs less, or less than the cut-off.
        var bound: Int64
        var stop: StopReason
        var work: Int64
    }

    /// - Parameters:
    ///   - start: a plan to begin from; taken as it is.
    ///   - cutoff: only plans that cost less are looked for.
    func solve(
        start: [UInt32]?, cutoff: Int64?, deadline: Deadline, workLimit: Int64?, onBound: (Int64?, Int64) -> Void
    ) throws -> Answer {
        let solver = try LinearSolver()
        try solver.setAbsoluteGap(Self.absoluteGap)
        var depth = [Int](
            repeating: max(6, 3 * active.sites.count / max(1, active.count)), count: problem.weights.count)
        var answer = Answer(open: nil, objective: nil, bound: 0, stop: .exhausted, work: 0)
        try offer(start, to: &answer)
        var remaining: LinearSolver.Limits {
            LinearSolver.Limits(
                seconds: deadline.remaining, work: workLimit.map { max(0, $0 - answer.work) }, cancel: cancel)
        }
        try deepenByRelaxation(&depth, solver: solver, limits: remaining, answer: &answer)
        while true {
            if let why = stopReason(deadline, workLimit, answer.work) {
                answer.stop = why
                return answer
            }
            let model = try model(depth, isRelaxed: false)
            var limits = remaining
            let ceiling = exclusiveCeiling(answer.objective, cutoff)
            limits.cutoff = ceiling.map { Double(model.lastValue(below: $0)) + 0.5 }
            let found = try solver.solve(model.linear, limits: limits)
            answer.work += found.work
            // Whatever was cut off costs at least the cut-off.
            let proved = min(found.bound, limits.cutoff ?? .infinity)
            answer.bound = max(answer.bound, min(model.safeBound(proved), ceiling ?? .max))
            if !found.values.isEmpty { try offer(model.open(in: found.values), to: &answer) }
            onBound(answer.objective, answer.bound)
            if answer.bound >= exclusiveCeiling(answer.objective, cutoff) ?? .max {
                answer.stop = .proved
                return answer
            }
            if case .stopped(let why) = found.status {
                answer.stop = why
                return answer
            }
            let short = found.values.isEmpty ? [] : model.demandCutShort(by: found.values)
            // Nothing is cut short: what is left of the gap is the solver's rounding.
            guard !short.isEmpty else { return answer }
            for demand in short { depth[demand] *= 2 }
        }
    }

    /// Half a unit and more below 1, so that what the solver leaves open still rounds up to the objective.
    private static let absoluteGap = 0.75

    /// Deepens chains until the linear relaxation needs no more of them.
    private func deepenByRelaxation(
        _ depth: inout [Int], solver: borrowing LinearSolver, limits: LinearSolver.Limits, answer: inout Answer
    ) throws {
        for _ in 0..<16 {
            let model = try model(depth, isRelaxed: true)
            let found = try solver.solve(model.linear, limits: limits)
            answer.work += found.work
            guard case .optimal = found.status else { return }
            answer.bound = max(answer.bound, model.safeBound(found.bound))
            let short = model.demandCutShort(by: found.values)
            guard !short.isEmpty else { return }
            for demand in short { depth[demand] *= 2 }
        }
    }

    private func model(_ depth: [Int], isRelaxed: Bool) throws -> PrefixModel {
        try PrefixModel(
            problem, active: active, burden: burden, coverage: coverage, depth: depth, isRelaxed: isRelaxed)
    }

    /// Takes a plan when it is the best so far; its objective is the evaluator's.
    private func offer(_ open: [UInt32]?, to answer: inout Answer) throws {
        guard let open else { return }
        var staged = problem
        staged.burden = burden
        let objective = try Evaluator.objective(of: open, in: staged)
        guard objective < answer.objective ?? .max else { return }
        answer.open = open
        answer.objective = objective
    }

    private func stopReason(_ deadline: Deadline, _ workLimit: Int64?, _ work: Int64) -> StopReason? {
        if cancel.isRaised { return .interrupted }
        if deadline.isPast { return .timeLimit }
        if let workLimit, work >= workLimit { return .workLimit }
        return nil
    }

    private func exclusiveCeiling(_ objective: Int64?, _ cutoff: Int64?) -> Int64? {
        guard let objective, let cutoff else { return objective ?? cutoff }
        return min(objective, cutoff)
    }
}

extension PrefixModel {
    /// The largest whole value of the linear model whose objective is below a ceiling.
    fileprivate func lastValue(below ceiling: Int64) -> Int64 {
        let room = ceiling - 1 - constant
        return room >= 0 ? room / divisor : -((-room + divisor - 1) / divisor)
    }

    /// A bound of the linear model as one of the objective, rounded so that the solver's arithmetic cannot make it too high.
    ///
    /// The solver works in doubles. Its error is taken to be at most 0.05 units and one part in 10¹⁰ of the value, some
    /// hundred times what its own tolerances come to; the objective being whole, the rest is rounded up.
    fileprivate func safeBound(_ value: Double) -> Int64 {
        guard value.isFinite, abs(value) < 1e15 else { return value > 0 ? constant : 0 }
        let safe = max(0, (value - 0.05 - abs(value) * 1e-10).rounded(.up))
        let (product, overflow) = Int64(safe).multipliedReportingOverflow(by: divisor)
        return overflow ? constant : constant + product
    }
}
