internal import HubModel

/// Meets a share over all services: chooses how many qualifying hubs each service gives, at the least total cost.
///
/// With v_s(q) the optimum of service s with at least q of its hubs qualifying, non-decreasing in q, the optimum is the
/// least Σ w_s · v_s(q_s) over Σ q_s = Q, the weights w_s being those of `TotalWeights`. No service gives fewer than
/// what the others cannot, so each is solved there first: that bounds it in every plan, and says what it is at its best.
/// Then the search keeps lower and upper values of every v_s, looks at the split of least lower value, and solves one
/// service of it that is not yet solved at its q. The lower value of that split is a bound on every split, and the
/// whole is proved when the best plans found cost no more.
///
/// Where lower values are equal, the split nearest to what was solved is looked at, which gives a sensible plan early.
/// The first answers get half of the time and work; what one of them leaves is passed on. When every service of the
/// split is solved and time is left, those that ran out of it are taken up again.
struct SplitSearch {
    let run: SolveRun
    /// For each service its qualifying sites, local numbers.
    let sites: [[UInt32]]
    /// Q.
    let least: Int
    let title: String

    private struct Step: Hashable {
        var service: Int
        var asked: Int
    }

    func solution(warm: [ServiceStart?]) throws -> Solution {
        var known = try Attainable(run.problem).totalQuotas().map { QuotaAnswers(quotas: $0) }
        var work: Int64 = 0
        for service in known.indices {
            let step = Step(service: service, asked: known[service].quotas.lowerBound)
            let portion = 1 / Double(2 * known.count - service)
            try take(step, portion: portion, warm: warm[service], known: &known, work: &work)
        }
        let weights = TotalWeights.weights(
            for: run.problem.services,
            best: known.map { $0.upper($0.quotas.lowerBound)?.outcome.objective ?? 0 })
        var retaken: Set<Step> = []
        // Kept until all of it is solved, so that there is a plan before bounds lead elsewhere.
        var first: QuotaSplit?
        while true {
            let bound = try cheapest(known) { service, quota in
                let cost = Self.weighted(known[service].lower(quota), service, weights)
                return (cost, known[service].strain(quota))
            }
            guard let bound else {
                throw PlacementError("\"\(title)\" can be kept and yet no split of it was found: report this fault.")
            }
            let over = run.reasonToStop(work: work)
            let best = try cheapest(known) { service, quota in
                known[service].upper(quota).map { (Self.weighted($0.outcome.objective, service, weights), 0) }
            }
            let target = best == nil ? first ?? bound : bound
            first = target
            let next = next(after: target, known: known, weights: weights, retaken: retaken)
            if let best {
                let solution = joined(known, best: best, bound: bound, weights: weights, work: work, over: over)
                run.report(
                    SolveEvent(
                        service: "", stage: "the share over all services", incumbent: Int64(clamping: solution.total),
                        bound: solution.totalBound, work: work, seconds: 0), workDone: 0)
                if next == nil || solution.stop == .proved || solution.stop == .gapReached || over != nil {
                    return solution
                }
            }
            guard let (step, portion) = next else {
                throw PlacementError("A split of \"\(title)\" is solved and yet has no plan: report this fault.")
            }
            if known[step.service].entries.contains(where: { $0.asked == step.asked }) { retaken.insert(step) }
            let begin = known[step.service].upper(step.asked) ?? known[step.service].entries.last?.answer
            try take(
                step, portion: portion, warm: begin.map { start(from: $0, step.service) }, known: &known, work: &work)
        }
    }

    private func cheapest(
        _ known: [QuotaAnswers], price: (_ service: Int, _ quota: Int) -> (cost: Int128, strain: Int)?
    ) throws -> QuotaSplit? {
        QuotaSplit.cheapest(total: least, ranges: known.map(\.quotas), price: price)
    }

    /// What to solve next to raise the bound of a split, and the portion of what is left that it may take: a service
    /// not solved at its quota, the farthest from what was solved first, or else one that ran out of time or work, the
    /// one that leaves most open first; nil when there is neither.
    private func next(
        after split: QuotaSplit, known: [QuotaAnswers], weights: [Int64], retaken: Set<Step>
    ) -> (step: Step, portion: Double)? {
        let unsolved = split.quotas.indices.filter { known[$0].entry(for: split.quotas[$0]) == nil }
        let strains = zip(known, split.quotas).map { $0.strain($1) }
        if let service = unsolved.max(by: { (strains[$0], -$0) < (strains[$1], -$1) }) {
            return (Step(service: service, asked: split.quotas[service]), 1 / Double(unsolved.count + 1))
        }
        let halted = split.quotas.indices.compactMap { service -> (step: Step, open: Int128)? in
            let quota = split.quotas[service]
            guard let entry = known[service].entry(for: quota), let plan = known[service].upper(quota) else {
                return nil
            }
            let step = Step(service: service, asked: entry.asked)
            guard entry.answer.stop.isFromOutside || entry.answer.stop == .workLimit, !retaken.contains(step) else {
                return nil
            }
            let open = Int128(plan.outcome.objective) - Int128(known[service].lower(quota))
            return (step, Self.weighted(1, service, weights) * open)
        }
        return halted.max { ($0.open, -$0.step.service) < ($1.open, -$1.step.service) }
            .map { ($0.step, 1 / Double(halted.count)) }
    }

    private func take(
        _ step: Step, portion: Double, warm: ServiceStart?, known: inout [QuotaAnswers], work: inout Int64
    ) throws {
        var problem = run.problem.services[step.service]
        problem.limits.insert(SiteLimit(title: title, sites: sites[step.service], least: step.asked), at: 0)
        let answer = try run.solve(problem, warm: warm, portion: portion, workDone: work)
        work += answer.work
        let found = Set(answer.outcome.open).intersection(sites[step.service]).count
        known[step.service].add(answer, asked: step.asked, found: found)
    }

    /// Multipliers serve for another quota as they are.
    private func start(from answer: ServiceAnswer, _ service: Int) -> ServiceStart {
        ServiceStart(
            plan: answer.outcome.open, former: FormerBound(answer.outcome, of: run.problem.services[service]))
    }

    private static func weighted(_ objective: Int64, _ service: Int, _ weights: [Int64]) -> Int128 {
        Int128(objective) * Int128(weights.isEmpty ? 1 : weights[service])
    }

    /// The best plans, each with the bound that holds for its service in every plan, and the bound on all together.
    /// - Parameter over: why the search ends although a gap is left.
    private func joined(
        _ known: [QuotaAnswers], best: QuotaSplit, bound: QuotaSplit, weights: [Int64], work: Int64, over: StopReason?
    ) -> Solution {
        let answers = zip(known, best.quotas).compactMap { $0.upper($1) }
        let pending = zip(known, bound.quotas).compactMap { $0.entry(for: $1)?.answer.stop }
        var solution = SolveRun.solution(answers, work: work)
        for service in known.indices {
            let objective = solution.services[service].objective
            solution.services[service].bound = known[service].bound.map { min($0, objective) }
        }
        solution.totalWeights = weights
        solution.method += "; the share over all services by its cheapest split"
        if solution.services.allSatisfy({ $0.bound != nil }) { solution.totalBound = Int64(clamping: bound.cost) }
        if solution.isOptimal {
            solution.stop = .proved
        } else if let gap = solution.gap, gap <= run.limits.gap {
            solution.stop = .gapReached
        } else {
            let order: [StopReason] = [
                .interrupted, .timeLimit, .checkpoint, .workLimit, .memoryLimit, .nodeLimit,
            ]
            solution.stop = over ?? order.first { pending.contains($0) } ?? .exhausted
        }
        return solution
    }
}
