/// A street graph made ready for many searches: its `StreetShape`, and along each link the least cost of all ways that
/// run between its ends through what lies below.
///
/// A customisable contraction hierarchy (Dibbelt, Strasser and Wagner, Customizable Contraction Hierarchies, ACM Journal of
/// Experimental Algorithmics 21, 2016). The shape does not depend on costs, so another traveller takes new costs along
/// the links and nothing else.
package struct StreetHierarchy: Sendable {
    let shape: StreetShape
    /// For each link, the least cost from its lower end to its upper; `UInt32(Int32.max)` and more count as none.
    private(set) var up: [UInt32] = []
    /// For each link, the least cost from its upper end to its lower.
    private(set) var down: [UInt32] = []

    package var nodeCount: Int { shape.nodeCount }

    /// Where a node of the graph stands.
    package func place(_ node: UInt32) -> Int { Int(shape.places[Int(node)]) }

    package init(_ graph: StreetGraph) {
        shape = StreetShape(graph)
        reweigh(graph)
    }

    /// Takes over new costs.
    /// - Parameter graph: the one from which this was made, reweighed; any other leaves this as it is.
    package mutating func reweigh(_ graph: StreetGraph) {
        guard graph.nodeCount == shape.nodeCount, graph.arcs.count == shape.links.count else { return }
        up = Array(repeating: StreetGraph.none, count: shape.above.count)
        down = up
        for node in 0..<graph.nodeCount {
            for arc in graph.row(UInt32(node)) where shape.links[arc] != .max {
                let link = Int(shape.links[arc])
                let cost = min(graph.arcs[arc].cost, StreetGraph.none)
                if shape.places[node] > shape.places[Int(graph.arcs[arc].head)] {
                    up[link] = min(up[link], cost)
                } else {
                    down[link] = min(down[link], cost)
                }
            }
        }
        shorten()
    }

    /// From the lowest place upwards, ways through a place become costs along the links between those above it.
    private mutating func shorten() {
        let (shape, count) = (shape, shape.nodeCount)
        up.withUnsafeMutableBufferPointer { up in
            down.withUnsafeMutableBufferPointer { down in
                shape.above.withUnsafeBufferPointer { above in
                    shape.first.withUnsafeBufferPointer { first in
                        for place in (0..<count).reversed() {
                            let start = Int(first[place])
                            var side = start &+ 1
                            while side < Int(first[place &+ 1]) {
                                let (toward, from) = (down[side], up[side])
                                // All links of this place that lead higher are among those of the other end too.
                                var link = Int(first[Int(above[side])])
                                var other = start
                                while other < side {
                                    while above[link] != above[other] { link &+= 1 }
                                    up[link] = min(up[link], toward &+ up[other])
                                    down[link] = min(down[link], down[other] &+ from)
                                    link &+= 1
                                    other &+= 1
                                }
                                side &+= 1
                            }
                        }
                    }
                }
            }
        }
    }
}
