/// Exact least costs from a place to every node within a limit: Dijkstra's method over a ring of buckets.
///
/// A bucket holds a span of costs (Dial 1969; Denardo and Fox 1979). Within the bucket at hand nodes come in any order,
/// and one whose cost falls again is taken again, so the costs are exact whatever the span; what is left to choose is
/// speed. Costs are whole, so the answer does not depend on the order either.
///
/// Belongs to one thread at a time; memory is kept between searches.
package final class StreetSearch {
    /// A place at which a search starts, with what it costs to be there.
    package struct Seed: Hashable, Sendable {
        package var node: UInt32
        package var cost: UInt32

        package init(node: UInt32, cost: UInt32 = 0) {
            self.node = node
            self.cost = cost
        }
    }

    /// The least cost to each node of the last search; `UInt32.max` where it was not reached.
    package private(set) var costs: [UInt32]
    /// The nodes that the last search reached, each once, in the order of first sight.
    package var reached: ArraySlice<UInt32> { sight.prefix(sightCount) }
    private var sight: [UInt32]
    private var sightCount = 0
    private let queue = BucketRing()

    /// - Parameter nodeCount: the nodes of the graphs to be searched.
    package init(nodeCount: Int) {
        costs = Array(repeating: .max, count: nodeCount)
        sight = Array(repeating: 0, count: nodeCount)
    }

    /// Searches, and leaves the answer in `costs` and `reached`.
    /// - Parameters:
    ///   - graph: with as many nodes as this search was made for; one of another size reaches nothing.
    ///   - seeds: nodes outside the graph are passed over.
    ///   - limit: the largest cost that counts, inclusive; at most `StreetGraph.furthest`.
    package func run(_ graph: StreetGraph, from seeds: [Seed], limit: UInt32 = StreetGraph.furthest) {
        for place in 0..<sightCount { costs[Int(sight[place])] = .max }
        sightCount = 0
        guard graph.nodeCount == costs.count, !graph.first.isEmpty else { return }
        let limit = min(limit, StreetGraph.furthest)
        let usable = seeds.filter { $0.cost <= limit && Int($0.node) < costs.count }
        guard let least = usable.map(\.cost).min() else { return }
        let shift = Self.shift(graph)
        let spread = max(graph.largest, (usable.map(\.cost).max() ?? least) - least)
        queue.widen(to: Int(spread >> shift) + 2)
        search(graph, usable, limit: limit, shift: shift, from: least)
    }

    /// Buckets span about an eighth of a typical arc: few nodes are taken twice, and few buckets are empty.
    private static func shift(_ graph: StreetGraph) -> UInt32 {
        let span = max(1, graph.typical / 8)
        return UInt32(UInt32.bitWidth - 1 - span.leadingZeroBitCount)
    }

    private func search(_ graph: StreetGraph, _ seeds: [Seed], limit: UInt32, shift: UInt32, from least: UInt32) {
        graph.first.withUnsafeBufferPointer { first in
            graph.arcs.withUnsafeBufferPointer { arcs in
                costs.withUnsafeMutableBufferPointer { costs in
                    sight.withUnsafeMutableBufferPointer { sight in
                        guard let first = first.baseAddress, let costs = costs.baseAddress,
                            let sight = sight.baseAddress
                        else { return }
                        for seed in seeds where seed.cost < costs[Int(seed.node)] {
                            if costs[Int(seed.node)] == .max {
                                sight[sightCount] = seed.node
                                sightCount += 1
                            }
                            costs[Int(seed.node)] = seed.cost
                            queue.push(seed.node, seed.cost >> shift)
                        }
                        guard let arcs = arcs.baseAddress else { return queue.clear() }
                        sightCount = Self.spread(
                            first, arcs, costs, sight, sightCount, queue, limit: limit, shift: shift,
                            from: least >> shift)
                    }
                }
            }
        }
    }

    /// The loop that takes nearly all the time: raw pointers and no calls.
    private static func spread(
        _ first: UnsafePointer<UInt32>, _ arcs: UnsafePointer<StreetGraph.Arc>, _ costs: UnsafeMutablePointer<UInt32>,
        _ sight: UnsafeMutablePointer<UInt32>, _ sighted: Int, _ queue: BucketRing, limit: UInt32, shift: UInt32,
        from start: UInt32
    ) -> Int {
        var (current, sighted) = (start, sighted)
        while queue.pending > 0 {
            while let node = queue.pop(current) {
                let cost = costs[Int(node)]
                guard cost >> shift == current else { continue }
                var arc = arcs + Int(first[Int(node)])
                let end = arcs + Int(first[Int(node) + 1])
                while arc < end {
                    let head = Int(arc.pointee.head)
                    let next = cost &+ arc.pointee.cost
                    let known = costs[head]
                    if next < known, next <= limit {
                        costs[head] = next
                        if known == .max {
                            sight[sighted] = UInt32(truncatingIfNeeded: head)
                            sighted &+= 1
                        }
                        queue.push(UInt32(truncatingIfNeeded: head), next >> shift)
                    }
                    arc += 1
                }
            }
            current &+= 1
        }
        return sighted
    }
}
