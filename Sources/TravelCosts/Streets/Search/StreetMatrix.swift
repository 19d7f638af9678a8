internal import Dispatch
internal import Synchronization

/// Least costs from many nodes to many nodes, searched side by side; the answer is the same on any number of threads.
package struct StreetMatrix: Sendable {
    package let sourceCount: Int
    package let targetCount: Int
    /// Row by row, one row a source; `UInt32.max` where a target is out of reach.
    package let costs: [UInt32]
    /// Nodes reached, summed over sources.
    package let settled: Int

    /// - Parameters:
    ///   - graph: searched along its arcs; a graph of reversed arcs gives the costs towards the sources.
    ///   - sources: nodes of the graph; one outside it reaches nothing.
    ///   - targets: nodes of the graph; one outside it is never reached.
    ///   - limit: the largest cost that counts, inclusive.
    ///   - threads: 1 or more.
    package init(
        _ graph: StreetGraph, from sources: [UInt32], to targets: [UInt32], limit: UInt32 = StreetGraph.furthest,
        threads: Int = 1
    ) {
        sourceCount = sources.count
        targetCount = targets.count
        let next = Atomic<Int>(0)
        let total = Atomic<Int>(0)
        let nodes = UInt32(graph.nodeCount)
        costs = Array(unsafeUninitializedCapacity: sources.count * targets.count) { buffer, count in
            buffer.initialize(repeating: .max)
            count = buffer.count
            nonisolated(unsafe) let rows = buffer
            DispatchQueue.concurrentPerform(iterations: max(1, min(threads, sources.count))) { _ in
                let search = StreetSearch(nodeCount: graph.nodeCount)
                while true {
                    let source = next.wrappingAdd(1, ordering: .relaxed).oldValue
                    guard source < sources.count else { return }
                    search.run(graph, from: [.init(node: sources[source])], limit: limit)
                    total.wrappingAdd(search.reached.count, ordering: .relaxed)
                    let start = source * targets.count
                    for (place, target) in targets.enumerated() where target < nodes {
                        rows[start + place] = search.costs[Int(target)]
                    }
                }
            }
        }
        settled = total.load(ordering: .relaxed)
    }
}
