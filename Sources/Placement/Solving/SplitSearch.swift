internal import HubModel

/// Meets a share over all services: chooses how many qualifying hubs each service gives, at the least total cost.
///
/// With v_s(q) the optimum of service s with at least q of its hubs qualifying, non-decreasing in q, the optimum is the
/// least Σ v_s(q_s) over Σ q_s = Q. The search keeps lower and upper values of every v_s, looks at the split of least
/// lower value, and solves one service of it that is not yet solved at its q. When all are, that split's lower value
/// is a bound on every split, and the whole is proved when the best plans found cost no more.
struct SplitSearch {
    let run: SolveRun
    /// For each service its qualifying sites, local numbers.
    let sites: [[UInt32]]
    /// Q.
    let least: Int
    let title: String

    private struct Solved {
        /// At least this many qualify.
        var asked: Int
        /// This many do.
        var found: Int
        var answer: ServiceAnswer
    }

    func solution(warm: [[UInt32]?]) throws -> Solution {
        let highest = try run.problem.services.indices.map { service in
            try Attainable(run.problem.services[service]).highest(among: sites[service]) ?? 0
        }
        var solved = [[Solved]](repeating: [], count: sites.count)
        var work: Int64 = 0
        while true {
            let split = try cheapestSplit(highest) { service, asked in lower(solved[service], asked) }
            let open = split.quotas.indices.first { service in
                !solved[service].contains { $0.asked <= split.quotas[service] && split.quotas[service] <= $0.found }
            }
            guard let service = open else {
                let best = try cheapestSplit(highest) { service, asked in upper(solved[service], asked)?.cost ?? .max }
                return try joined(solved, best: best, bound: split, work: work)
            }
            let asked = split.quotas[service]
            let begin = solved[service].last?.answer.outcome.open ?? warm[service]
            let answer = try run.solve(
                limited(service, to: asked), warm: begin, portion: 0.5 / Double(sites.count), workDone: work)
            work += answer.work
            let found = Set(answer.outcome.open).intersection(sites[service]).count
            solved[service].append(Solved(asked: asked, found: found, answer: answer))
        }
    }

    private func limited(_ service: Int, to asked: Int) -> ServiceProblem {
        var problem = run.problem.services[service]
        problem.limits.insert(SiteLimit(title: title, sites: sites[service], least: asked), at: 0)
        return problem
    }

    /// A bound on v(asked): that of any quota no larger; 0 when nothing is known, since no burden is negative.
    private func lower(_ solved: [Solved], _ asked: Int) -> Int64 {
        solved.filter { $0.asked <= asked }.compactMap { $0.answer.outcome.bound }.max() ?? 0
    }

    /// The cheapest plan known with at least that many; nil when there is none.
    private func upper(_ solved: [Solved], _ asked: Int) -> (index: Int, cost: Int64)? {
        solved.enumerated().filter { $0.element.found >= asked }
            .map { (index: $0.offset, cost: $0.element.answer.outcome.objective) }
            .min { ($0.cost, $0.index) < ($1.cost, $1.index) }
    }

    private struct Split {
        var quotas: [Int]
        var cost: Int128
    }

    /// The split of least cost among Σ q = Q, 0 ≤ q_s ≤ highest_s, by dynamic programming over the services; ties give
    /// the later services as few as can be.
    private func cheapestSplit(_ highest: [Int], cost: (_ service: Int, _ asked: Int) -> Int64) throws -> Split {
        var best: [Split?] = [Split(quotas: [], cost: 0)] + [Split?](repeating: nil, count: least)
        for service in highest.indices {
            let costs = (0...highest[service]).map { cost(service, $0) }
            var next = [Split?](repeating: nil, count: least + 1)
            for (given, split) in best.enumerated() {
                guard let split else { continue }
                for asked in 0...min(highest[service], least - given) where costs[asked] < .max {
                    let total = split.cost + Int128(costs[asked])
                    if let known = next[given + asked], known.cost <= total { continue }
                    next[given + asked] = Split(quotas: split.quotas + [asked], cost: total)
                }
            }
            best = next
        }
        guard let split = best[least] else {
            throw PlacementError("\"\(title)\" can be kept and yet no split of it was found: report this fault.")
        }
        return split
    }

    /// The best plans, with bounds that add up to the bound on every split.
    private func joined(_ solved: [[Solved]], best: Split, bound: Split, work: Int64) throws -> Solution {
        let isProved = best.cost <= bound.cost
        var answers: [ServiceAnswer] = []
        for service in solved.indices {
            guard let chosen = upper(solved[service], best.quotas[service]) else { continue }
            var answer = solved[service][chosen.index].answer
            let objective = answer.outcome.objective
            let own =
                solved[service].contains { $0.answer.outcome.bound == nil && $0.asked <= bound.quotas[service] }
                ? nil : lower(solved[service], bound.quotas[service])
            // A service that spends less here than in the bound's split lends nothing to the others.
            answer.outcome.bound = isProved ? objective : own.map { min($0, objective) }
            if isProved { answer.stop = .proved }
            answers.append(answer)
        }
        if !isProved, let worst = solved.joined().first(where: { $0.answer.stop != .proved }) {
            for index in answers.indices where !answers[index].outcome.isOptimal {
                answers[index].stop = worst.answer.stop
            }
        }
        return SolveRun.solution(answers, work: work)
    }
}
