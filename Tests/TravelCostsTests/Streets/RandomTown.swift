import HubPlanTestSupport

@testable import TravelCosts

/// Streets at random: of one direction and of both, parallel, leading back to where they begin, shut, and in several parts.
struct RandomTown {
    let nodes: Int
    /// As given; 0 counts as 1, and what is above a million metres as shut.
    let given: [PlainSearch.Arc]
    /// What may be used, at what it costs.
    var usable: [PlainSearch.Arc] {
        given.filter { $0.cost <= StreetGraph.largestCost }.map { .init($0.tail, $0.head, max(1, $0.cost)) }
    }
    var graph: StreetGraph {
        StreetGraph(
            nodeCount: nodes, tails: given.map { UInt32($0.tail) }, heads: given.map { UInt32($0.head) },
            costs: given.map { UInt32($0.cost) })
    }

    /// - Parameters:
    ///   - seed: the same town for the same seed.
    ///   - longest: the largest cost of a street that is not shut.
    ///   - reach: how far apart in number the ends of a street lie at most; without it anywhere.
    ///   - most: nodes that there may be.
    init(seed: UInt64, longest: Int, reach: Int? = nil, most: Int = 60) {
        var numbers = SeededNumbers(seed)
        let nodes = Int.random(in: 1...most, using: &numbers)
        var arcs: [PlainSearch.Arc] = []
        for _ in 0..<Int.random(in: 0...(most * 5 / 2), using: &numbers) {
            let tail = Int.random(in: 0..<nodes, using: &numbers)
            let near = reach.map { max(0, tail - $0)...min(nodes - 1, tail + $0) } ?? 0...(nodes - 1)
            let head = Int.random(in: near, using: &numbers)
            let isShut = Int.random(in: 0..<12, using: &numbers) == 0
            let cost = isShut ? Int(StreetGraph.impassable) : .random(in: 0...longest, using: &numbers)
            arcs.append(.init(tail, head, cost))
            if Bool.random(using: &numbers) { arcs.append(.init(head, tail, cost)) }
        }
        self.nodes = nodes
        given = arcs
    }

    /// The least cost to each node, by the textbook's method; `UInt32.max` where there is none of at most `limit`.
    func costs(from source: Int, limit: UInt32 = StreetGraph.furthest) -> [UInt32] {
        PlainSearch.costs(nodes: nodes, arcs: usable, from: source, limit: Int(limit)).map {
            $0.map { UInt32($0) } ?? .max
        }
    }
}
