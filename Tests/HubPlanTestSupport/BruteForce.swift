package import HubModel

/// Tries every subset of sites. The oracle of the solvers: it shares no code with them.
package enum BruteForce {
    package struct Best: Sendable {
        /// One list a service, local numbers ascending.
        package var open: [[UInt32]]
        /// Σ weight × cost.
        package var objective: Int64
    }

    /// A plan of least objective among those that keep every rule; nil when none does.
    ///
    /// `maximise` comes first, service by service, then the total's, then the objective.
    /// - Parameter weights: what each service's objective is multiplied by in the sum; empty for the plain sum.
    package static func best(of problem: PlacementProblem, weights: [Int64] = []) -> Best? {
        let choices = problem.services.map { service in
            subsets(of: service.siteCount, taking: service.count).filter { keeps($0, service) }
                .map { Choice(open: $0, cost: cost(of: $0, in: service)) }
        }
        var best: (wishes: [Int], plan: Best)?
        forEachCombination(of: choices) { combination in
            var total = 0
            var wishes: [Int] = []
            for (index, choice) in combination.enumerated() {
                let open = Set(choice.open)
                if let wish = problem.services[index].maximise { wishes.append(open.intersection(wish.sites).count) }
                total += problem.totalShare.map { open.intersection($0.sites[index]).count } ?? 0
            }
            if let share = problem.totalShare {
                if let least = share.least, total < least { return }
                if share.least == nil { wishes.append(total) }
            }
            let cost = combination.enumerated().reduce(Int64(0)) { sum, choice in
                sum + choice.element.cost * (weights.isEmpty ? 1 : weights[choice.offset])
            }
            if let best, (best.wishes.map { -$0 } + [0]).lexicographicallyPrecedes(wishes.map { -$0 } + [0]) { return }
            if let best, best.wishes == wishes, best.plan.objective <= cost { return }
            best = (wishes, Best(open: combination.map(\.open), objective: cost))
        }
        return best?.plan
    }

    package static func best(of service: ServiceProblem) -> Best? {
        best(of: PlacementProblem(services: [service]))
    }

    /// Whether open sites keep count, locks and limits of a service.
    package static func keeps(_ open: [UInt32], _ service: ServiceProblem) -> Bool {
        guard open.count == service.count else { return false }
        guard service.lockedIn.allSatisfy(open.contains), !service.lockedOut.contains(where: open.contains) else {
            return false
        }
        return service.limits.allSatisfy { limit in
            let found = limit.sites.count { open.contains($0) }
            return found >= limit.least && found <= limit.most
        }
    }

    /// Σ weight · f(least minutes).
    package static func cost(of open: [UInt32], in service: ServiceProblem) -> Int64 {
        var sum: Int64 = 0
        for area in 0..<service.areaCount {
            for household in Household.allCases {
                let journeys = open.map { service.travel.minutes(area: area, household: household, site: Int($0)) }
                let weight = service.weights[2 * area + household.rawValue]
                if let nearest = journeys.min(), weight > 0 { sum += weight * service.burden(nearest) }
            }
        }
        return sum
    }

    /// Every subset of 0..<n with `count` members, in lexicographic order.
    package static func subsets(of n: Int, taking count: Int) -> [[UInt32]] {
        guard count >= 0, count <= n else { return [] }
        var found: [[UInt32]] = []
        func extend(_ chosen: [UInt32], from first: Int) {
            if chosen.count == count { return found.append(chosen) }
            guard n - first >= count - chosen.count else { return }
            for next in first..<n { extend(chosen + [UInt32(next)], from: next + 1) }
        }
        extend([], from: 0)
        return found
    }

    private struct Choice {
        var open: [UInt32]
        var cost: Int64
    }

    private static func forEachCombination(of choices: [[Choice]], _ body: ([Choice]) -> Void) {
        func extend(_ chosen: [Choice]) {
            guard chosen.count < choices.count else { return body(chosen) }
            for choice in choices[chosen.count] { extend(chosen + [choice]) }
        }
        extend([])
    }
}
