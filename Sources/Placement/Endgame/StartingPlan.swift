internal import HubModel

/// Improves a plan by the best swap of one open site for one closed site, again and again, inside the rules.
///
/// Plain best improvement over all swaps (nearest and second nearest; Whitaker 1983), for problems whose pairs fit a table.
struct StartingPlan {
    private let problem: ServiceProblem
    /// Weight · f(minutes), demand points with weight × sites; empty when it would be too large to hold.
    private let cost: [Int64]
    private let demandCount: Int

    /// Pairs beyond which a plan is left as it is.
    private static let mostPairs = 10_000_000

    init(_ problem: ServiceProblem) {
        self.problem = problem
        let demand = problem.weights.indices.filter { problem.weights[$0] > 0 }
        let longest = Int128(problem.burden(problem.travel.longest))
        let worst = problem.weights.reduce(Int128(0)) { $0 + Int128($1) } * longest
        guard demand.count * problem.siteCount <= Self.mostPairs, worst < Int128(Int64.max / 4) else {
            cost = []
            demandCount = 0
            return
        }
        demandCount = demand.count
        let travel = problem.travel
        cost = demand.flatMap { point in
            let household: Household = point % 2 == 0 ? .withoutCar : .withCar
            return (0..<problem.siteCount).map { site in
                problem.weights[point]
                    * problem.burden(travel.minutes(area: point / 2, household: household, site: site))
            }
        }
    }

    /// - Parameter plan: local site numbers that keep the rules.
    /// - Returns: a plan that keeps them and costs no more, ascending.
    func improve(_ plan: [UInt32]) -> [UInt32] {
        guard demandCount > 0 else { return plan.sorted() }
        var open = plan.map(Int.init).sorted()
        while let swap = bestSwap(open) {
            open.removeAll { $0 == swap.out }
            open.append(swap.into)
            open.sort()
        }
        return open.map { UInt32($0) }
    }

    /// The legal swap that saves most, ties by the lowest numbers; nil when none saves anything.
    private func bestSwap(_ open: [Int]) -> (out: Int, into: Int)? {
        let nearest = NearestTwo(open: open, cost: cost, siteCount: problem.siteCount)
        let legal = SwapRules(problem, open: open)
        var best: (change: Int64, out: Int, into: Int)?
        for into in 0..<problem.siteCount where legal.mayOpen(into) {
            let change = nearest.changes(adding: into, cost: cost)
            for (slot, out) in open.enumerated() where change[slot] < best?.change ?? 0 {
                if legal.allows(out: out, into: into) { best = (change[slot], out, into) }
            }
        }
        return best.map { ($0.out, $0.into) }
    }
}

/// Each demand point's nearest open site and the cost of the second nearest.
private struct NearestTwo {
    private let siteCount: Int
    private let slotCount: Int
    private var slot: [Int] = []
    private var first: [Int64] = []
    private var second: [Int64] = []

    init(open: [Int], cost: [Int64], siteCount: Int) {
        self.siteCount = siteCount
        slotCount = open.count
        for row in 0..<cost.count / siteCount {
            var best = (slot: 0, cost: Int64.max)
            var next = Int64.max
            for (slot, site) in open.enumerated() {
                let candidate = cost[row * siteCount + site]
                if candidate < best.cost {
                    next = best.cost
                    best = (slot, candidate)
                } else if candidate < next {
                    next = candidate
                }
            }
            slot.append(best.slot)
            first.append(best.cost)
            second.append(next)
        }
    }

    /// For each open slot, how the objective changes when a site takes its place.
    func changes(adding site: Int, cost: [Int64]) -> [Int64] {
        var gain: Int64 = 0
        var extra = [Int64](repeating: 0, count: slotCount)
        for row in first.indices {
            let candidate = cost[row * siteCount + site]
            let closer = min(0, candidate - first[row])
            gain += closer
            extra[slot[row]] += min(candidate, second[row]) - first[row] - closer
        }
        return extra.map { $0 + gain }
    }
}

/// Which swaps keep locks and limits.
private struct SwapRules {
    private let limits: [SiteLimit]
    private var isMember: [[Bool]] = []
    private var found: [Int] = []
    private var mayChange: [Bool]

    init(_ problem: ServiceProblem, open: [Int]) {
        limits = problem.limits
        mayChange = [Bool](repeating: true, count: problem.siteCount)
        for site in problem.lockedIn + problem.lockedOut { mayChange[Int(site)] = false }
        let isOpen = Set(open)
        for limit in limits {
            var member = [Bool](repeating: false, count: problem.siteCount)
            for site in limit.sites { member[Int(site)] = true }
            isMember.append(member)
            found.append(limit.sites.count { isOpen.contains(Int($0)) })
        }
        for site in open where mayChange[site] { closable.insert(site) }
    }

    private var closable: Set<Int> = []

    func mayOpen(_ site: Int) -> Bool { mayChange[site] && !closable.contains(site) }

    func allows(out: Int, into: Int) -> Bool {
        guard closable.contains(out) else { return false }
        return limits.indices.allSatisfy { index in
            let after = found[index] + (isMember[index][into] ? 1 : 0) - (isMember[index][out] ? 1 : 0)
            return after >= limits[index].least && after <= limits[index].most
        }
    }
}
