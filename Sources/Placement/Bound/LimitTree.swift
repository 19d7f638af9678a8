/// The limits that are disjoint or nested, as a tree whose root is the count, and those that cross, left to multipliers.
///
/// Sets of a fixed size that keep a laminar family of floors and caps are the bases of a matroid: a greedy choice is
/// the best one, and single exchanges tell exactly what forcing a site in or out costs. Crossing limits break both,
/// so as few limits as possible are left out, each with a multiplier.
struct LimitTree: Sendable {
    /// Nodes in post-order (children before parents); the last is the root.
    private(set) var parent: [Int] = []
    private(set) var bounds: [SiteRules.Bounds] = []
    /// Limit of each node; none for the root.
    private(set) var limits: [Int] = []
    /// Deepest node of each class of sites.
    private(set) var nodeOfClass: [Int]
    /// Limits with a multiplier, ascending.
    let crossing: [Int]
    /// Places in `crossing` of the limits that hold a class.
    let crossingOfClass: [[Int]]

    var root: Int { parent.count - 1 }

    init(_ rules: SiteRules) {
        var members = [Set<Int>](repeating: [], count: rules.bounds.count)
        for (number, limits) in rules.limitsOfClass.enumerated() where !rules.sitesOfClass[number].isEmpty {
            for limit in limits { members[limit].insert(number) }
        }
        func cross(_ a: Int, _ b: Int) -> Bool {
            !members[a].isDisjoint(with: members[b]) && !members[a].isSubset(of: members[b])
                && !members[b].isSubset(of: members[a])
        }
        // A limit that cannot bind needs no place.
        var kept = rules.bounds.indices.filter { rules.bounds[$0].least > 0 || rules.bounds[$0].most < rules.count }
        var crossing: [Int] = []
        while true {
            let degrees = kept.map { limit in kept.count { cross(limit, $0) } }
            guard let worst = degrees.indices.max(by: { (degrees[$0], -$0) < (degrees[$1], -$1) }), degrees[worst] > 0
            else { break }
            crossing.append(kept.remove(at: worst))
        }
        crossing.sort()
        self.crossing = crossing
        crossingOfClass = rules.limitsOfClass.map { limits in
            crossing.indices.filter { limits.contains(crossing[$0]) }
        }

        // Smaller sets first is a post-order of a laminar family as far as greedy is concerned: children come before
        // parents. Equal sets nest in the order of the limits.
        let order = kept.sorted { (members[$0].count, $0) < (members[$1].count, $1) }
        for (place, limit) in order.enumerated() {
            let above = order[(place + 1)...].firstIndex { members[limit].isSubset(of: members[$0]) }
            parent.append(above ?? order.count)
            bounds.append(rules.bounds[limit])
            limits.append(limit)
        }
        parent.append(order.count)
        bounds.append(SiteRules.Bounds(least: rules.count, most: rules.count))
        nodeOfClass = rules.limitsOfClass.indices.map { number in
            order.firstIndex { members[$0].contains(number) } ?? order.count
        }
    }
}
