/// Path relinking (Glover 1996; Resende and Werneck 2004): goes from one good plan to another, one swap at a time, and
/// descends from the best plan on the way, which holds a part of either.
extension Interchange {
    /// Sites in which two plans must differ for anything to lie between them.
    static let leastDistance = 4

    /// - Parameters:
    ///   - end: sites of the other plan that may open; those among the active sites are swapped in.
    /// - Returns: the plan descended to; nil when the two are too close, or the rules leave no way.
    mutating func relink(_ start: OpenPlan, to end: [UInt32]) -> OpenPlan? {
        let goal = Set(end)
        var entering = end.compactMap { site -> Int? in
            let slot = Int(columns.slot[Int(site)])
            return slot >= 0 && start.place[Int(site)] < 0 ? slot : nil
        }
        guard entering.count >= Self.leastDistance else { return nil }
        var plan = start
        plan.follow(columns, rows: rows)
        let rules = rules
        var best: OpenPlan?
        let steps = entering.count
        for step in 1..<steps {
            var found: Swap?
            for candidate in entering {
                let swap = bestSwap(
                    candidate, plan, below: found?.delta ?? .infinity, leaves: { !goal.contains($0) },
                    admits: { rules.allowsSwap(out: $0, in: $1, counts: plan.limitCounts) })
                found = swap ?? found
            }
            guard let found else { break }
            apply(found, &plan)
            entering.removeAll { columns.sites[$0] == found.entering }
            // Right beside either end a descent would lead back to it.
            if step > 1, steps - step > 1, plan.objective < best?.objective ?? .max { best = plan }
        }
        guard var best else { return nil }
        descend(&best)
        return best
    }
}

/// The good plans that a search came upon, few and unlike each other.
struct ElitePlans: Sendable {
    /// Plans kept, at most.
    static let most = 6

    private(set) var plans: [(objective: Int64, open: [UInt32])] = []

    /// Takes a plan in unless one at least as good is much like it; those much like it that are worse make way, and
    /// the worst where there are too many.
    mutating func offer(_ objective: Int64, _ open: [UInt32]) {
        let sites = Set(open)
        func isAlike(_ other: [UInt32]) -> Bool {
            other.count { !sites.contains($0) } < Interchange.leastDistance
        }
        guard !plans.contains(where: { $0.objective <= objective && isAlike($0.open) }) else { return }
        plans.removeAll { isAlike($0.open) }
        let place = plans.firstIndex { objective < $0.objective } ?? plans.count
        plans.insert((objective, open), at: place)
        if plans.count > Self.most { plans.removeLast() }
    }
}
