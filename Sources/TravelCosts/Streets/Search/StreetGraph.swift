/// Arcs between numbered nodes in rows by their tail (compressed sparse rows), with a whole cost each.
///
/// The shape is fixed; costs can be replaced for another traveller without any other preparation.
package struct StreetGraph: Sendable {
    /// One way along a street.
    package struct Arc: Hashable, Sendable {
        package var head: UInt32
        /// In the graph's own unit, from 1; or ``StreetGraph/impassable``.
        package var cost: UInt32
    }

    /// The cost of an arc that may not be used. A path of usable arcs never sums past it, so sums never overflow.
    package static let impassable: UInt32 = 1 << 31
    /// What counts as no way at all where costs are kept in 31 bits.
    static let none = impassable - 1
    /// The longest path that can be searched for: the largest cost of 31 bits that is not `none`.
    package static let furthest = none - 1
    /// The largest cost of a usable arc, so that rings of buckets stay small: a million metres in millimetres.
    static let largestCost: UInt32 = 1_000_000_000

    /// Where each node's arcs begin in `arcs`, and at the end where the last node's stop: nodes + 1 entries.
    package let first: [UInt32]
    package private(set) var arcs: [Arc]
    /// For each of `arcs`, its place in the list from which the graph was made.
    package let given: [UInt32]
    /// The largest cost of a usable arc; 1 when there is none.
    package private(set) var largest: UInt32
    /// The mean cost of usable arcs, rounded down; 1 when there is none.
    package private(set) var typical: UInt32

    package var nodeCount: Int { first.count - 1 }

    /// Arcs keep their order within a row. An arc with a tail or head outside 0..<nodeCount is left out.
    /// - Parameters:
    ///   - nodeCount: 0 or more, below 2³².
    ///   - tails: the node at which each arc begins.
    ///   - heads: the node at which it ends; one a tail.
    ///   - costs: one a tail; 0 counts as 1, and anything above a million metres in millimetres as impassable.
    package init(nodeCount: Int, tails: [UInt32], heads: [UInt32], costs: [UInt32]) {
        let nodes = UInt32(clamping: nodeCount)
        let kept = (0..<min(tails.count, heads.count, costs.count)).filter { tails[$0] < nodes && heads[$0] < nodes }
        var starts = [UInt32](repeating: 0, count: Int(nodes) + 1)
        for arc in kept { starts[Int(tails[arc]) + 1] += 1 }
        for node in 0..<Int(nodes) { starts[node + 1] += starts[node] }
        var next = starts
        var places = [UInt32](repeating: 0, count: kept.count)
        for arc in kept {
            places[Int(next[Int(tails[arc])])] = UInt32(arc)
            next[Int(tails[arc])] += 1
        }
        first = starts
        given = places
        arcs = places.map { Arc(head: heads[Int($0)], cost: 1) }
        largest = 1
        typical = 1
        reweigh { costs[Int($0)] }
    }

    /// Gives every arc a new cost.
    /// - Parameter cost: the cost of the arc at a place of the list from which the graph was made.
    package mutating func reweigh(_ cost: (UInt32) -> UInt32) {
        var (most, sum, count) = (UInt32(1), UInt64(0), UInt64(0))
        for place in arcs.indices {
            let asked = max(1, cost(given[place]))
            guard asked <= Self.largestCost else {
                arcs[place].cost = Self.impassable
                continue
            }
            arcs[place].cost = asked
            most = max(most, asked)
            sum += UInt64(asked)
            count += 1
        }
        largest = most
        typical = UInt32(max(1, sum / max(1, count)))
    }

    /// The places in `arcs` of what leaves a node.
    func row(_ node: UInt32) -> Range<Int> { Int(first[Int(node)])..<Int(first[Int(node) + 1]) }
}
