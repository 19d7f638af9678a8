/// The order in which the nodes of a graph are taken away, and what stands around each when it goes.
///
/// When a node goes, those around it become neighbours of each other. The next to go is always one with fewest
/// neighbours (minimum degree: Tinney and Walker 1967; George and Liu 1989), so that few new pairs arise: dead ends go
/// first, then nodes along a street, and last the few through which everything crosses. It depends on the shape of the
/// graph alone, not on costs.
struct Elimination {
    /// The nodes, in the order in which they go.
    private(set) var order: [UInt32] = []
    /// Where in `around` the neighbours of each node of `order` begin, and at the end where the last ones stop.
    private(set) var first: [Int] = [0]
    /// The neighbours that each node has when it goes; all of them go later.
    private(set) var around: [UInt32] = []

    /// The neighbours that remain when the node at a place of `order` goes.
    func around(_ number: Int) -> ArraySlice<UInt32> { around[first[number]..<first[number + 1]] }

    init(_ graph: StreetGraph) {
        var lists = NeighbourLists(graph)
        var queue = DegreeQueue(nodeCount: graph.nodeCount)
        order.reserveCapacity(graph.nodeCount)
        first.reserveCapacity(graph.nodeCount + 1)
        for node in (0..<UInt32(graph.nodeCount)).reversed() { queue.insert(node, degree: lists.degree(node)) }
        while let node = queue.takeLeast() {
            let start = around.count
            around.append(contentsOf: lists.neighbours(node))
            for place in start..<around.count {
                let neighbour = around[place]
                let before = lists.degree(neighbour)
                lists.join(neighbour, past: node)
                let after = lists.degree(neighbour)
                if after != before {
                    queue.remove(neighbour, degree: before)
                    queue.insert(neighbour, degree: after)
                }
            }
            order.append(node)
            first.append(around.count)
        }
    }
}
