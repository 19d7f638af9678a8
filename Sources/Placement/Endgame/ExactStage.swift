internal import HubModel

/// Solves one burden over the active sites by integer programming on the prefix model, chains deepened as needed.
struct ExactStage {
    let problem: ServiceProblem
    private(set) var active: ActiveSites
    let burden: BurdenFunction
    let coverage: PrefixModel.Coverage?
    let cancel: CancelFlag
    /// `SolveLimits.stopAt`.
    let stopAt: [Int]?

    struct Answer {
        /// The best plan found, local site numbers: the start when none was better.
        var open: [UInt32]
        var objective: Int64
        /// No plan costs less, or less than the cut-off.
        var bound: Int64
        var stop: StopReason
        var work: Int64
    }

    /// - Parameters:
    ///   - start: a plan that keeps the rules.
    ///   - cutoff: only plans that cost less are looked for.
    mutating func solve(
        start: [UInt32], cutoff: Int64?, deadline: Deadline, workLimit: Int64?, onBound: (Int64, Int64, Int64) -> Void
    ) throws -> Answer {
        let solver = try LinearSolver()
        try solver.setAbsoluteGap(Self.absoluteGap)
        var answer = Answer(
            open: start, objective: try objective(of: start), bound: try objective(of: active.sites), stop: .exhausted,
            work: 0)
        var depth = [Int](
            repeating: max(6, 3 * active.sites.count / max(1, active.count)), count: problem.weights.count)
        let watch = Watch(deadline: deadline, work: workLimit, cancel: cancel, stopAt: stopAt)
        var shrinks = true
        while shrinks, watch.stopReason(answer.work) == nil {
            onBound(answer.objective, answer.bound, answer.work)
            shrinks = try relax(&depth, solver: solver, cutoff: cutoff, watch: watch, answer: &answer)
        }
        onBound(answer.objective, answer.bound, answer.work)
        while true {
            if let why = watch.stopReason(answer.work) {
                answer.stop = why
                return answer
            }
            let model = try model(depth, isRelaxed: false)
            var limits = watch.limits(answer.work)
            let ceiling = min(answer.objective, cutoff ?? .max)
            let lastValue = Double(model.lastValue(below: ceiling)) + 0.5
            limits.cutoff = lastValue
            let found = try solver.solve(model.linear, limits: limits)
            answer.work += found.work
            // Whatever was cut off costs at least the cut-off.
            answer.bound = max(answer.bound, min(model.safeBound(min(found.bound, lastValue)), ceiling))
            if !found.values.isEmpty { try offer(model.open(in: found.values), to: &answer) }
            onBound(answer.objective, answer.bound, answer.work)
            if answer.bound >= min(answer.objective, cutoff ?? .max) {
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

    /// Solves the linear relaxation, deepening chains until it needs no more of them, and closes or opens for good what
    /// its reduced costs leave no room for below the best plan.
    /// - Returns: whether so many sites were closed that doing it again pays.
    private mutating func relax(
        _ depth: inout [Int], solver: borrowing LinearSolver, cutoff: Int64?, watch: Watch, answer: inout Answer
    ) throws -> Bool {
        for _ in 0..<16 {
            let model = try model(depth, isRelaxed: true)
            let found = try solver.solve(model.linear, limits: watch.limits(answer.work))
            answer.work += found.work
            guard case .optimal = found.status else { return false }
            let ceiling = min(answer.objective, cutoff ?? .max)
            answer.bound = max(answer.bound, min(model.safeBound(found.bound), ceiling))
            let short = model.demandCutShort(by: found.values)
            guard short.isEmpty else {
                for demand in short { depth[demand] *= 2 }
                continue
            }
            return fix(by: found, in: model, below: ceiling)
        }
        return false
    }

    /// Opening (or closing) a site against its reduced cost raises the bound by that cost at least.
    private mutating func fix(by found: LinearSolver.Answer, in model: PrefixModel, below ceiling: Int64) -> Bool {
        let free = active.sites.indices.filter { !active.isFixed[$0] }
        func isDecided(_ site: Int) -> Bool {
            model.safeBound(found.bound + abs(found.reducedCosts[site])) >= ceiling
        }
        let closed = free.filter { found.reducedCosts[$0] > 0 && found.values[$0] < 1e-6 && isDecided($0) }
        let open = free.filter { found.reducedCosts[$0] < 0 && found.values[$0] > 1 - 1e-6 && isDecided($0) }
        let kept = active.sites.count - closed.count
        // With too few sites left no plan is below the ceiling, which the integer program then finds by itself.
        guard kept >= active.count else { return false }
        active = active.fixing(open: open, closed: closed, in: problem)
        return 10 * closed.count > active.sites.count
    }

    private func model(_ depth: [Int], isRelaxed: Bool) throws -> PrefixModel {
        try PrefixModel(
            problem, active: active, burden: burden, coverage: coverage, depth: depth, isRelaxed: isRelaxed)
    }

    /// Takes a plan when it is the best so far.
    private func offer(_ open: [UInt32], to answer: inout Answer) throws {
        let objective = try objective(of: open)
        guard objective < answer.objective else { return }
        answer.open = open
        answer.objective = objective
    }

    /// The evaluator's figure for this stage's burden.
    private func objective(of open: [UInt32]) throws -> Int64 {
        var staged = problem
        staged.burden = burden
        return try Evaluator.objective(of: open, in: staged)
    }
}

/// The limits of a solve, looked at between its steps and in those of the linear solver; every look is a checkpoint.
private struct Watch {
    let deadline: Deadline
    let work: Int64?
    let cancel: CancelFlag
    let stopAt: [Int]?

    func limits(_ done: Int64) -> LinearSolver.Limits {
        LinearSolver.Limits(work: work.map { max(0, $0 - done) }) {
            cancel.checkpoint(stopAt: stopAt, isLate: deadline.isPast)
        }
    }

    func stopReason(_ done: Int64) -> StopReason? {
        if let work, done >= work { return .workLimit }
        return cancel.checkpoint(stopAt: stopAt, isLate: deadline.isPast)
    }
}

extension PrefixModel {
    /// The largest whole value of the linear model whose objective is below a ceiling.
    fileprivate func lastValue(below ceiling: Int64) -> Int64 {
        let room = ceiling - 1 - constant
        return room >= 0 ? room / divisor : -((-room + divisor - 1) / divisor)
    }

    /// A bound of the linear model as one of the objective, no higher than its arithmetic allows.
    fileprivate func safeBound(_ value: Double) -> Int64 {
        let (product, overflow) = SafeBound.whole(value).multipliedReportingOverflow(by: divisor)
        return overflow ? constant : constant + product
    }
}
