internal import Synchronization

/// Least costs from many nodes to many nodes, searched side by side; the answer is the same on any number of threads.
package struct StreetMatrix: Sendable {
    package let sourceCount: Int
    package let targetCount: Int
    /// Row by row, one row a source; `UInt32.max` where a target is out of reach.
    package let costs: [UInt32]
    /// Nodes reached, summed over sources.
    package let settled: Int

    /// Where there are enough sources, a hierarchy is made of the graph first and swept; else each source is searched from.
    /// - Parameters:
    ///   - graph: searched along its arcs; a graph of reversed arcs gives the costs towards the sources.
    ///   - hierarchy: of the same graph and costs, used whatever the number of sources; when left out, one is made where
    ///     ``StreetHierarchy/pays(_:sources:limit:)`` says so.
    ///   - sources: nodes of the graph; one outside it reaches nothing.
    ///   - targets: nodes of the graph; one outside it is never reached.
    ///   - limit: the largest cost that counts, inclusive.
    ///   - threads: 1 or more.
    package init(
        _ graph: StreetGraph, hierarchy: StreetHierarchy? = nil, from sources: [UInt32], to targets: [UInt32],
        limit: UInt32 = StreetGraph.furthest, threads: Int = 1
    ) {
        sourceCount = sources.count
        targetCount = targets.count
        let pays = StreetHierarchy.pays(graph, sources: sources.count, limit: limit)
        let hierarchy = hierarchy ?? (pays ? StreetHierarchy(graph) : nil)
        let total = Atomic<Int>(0)
        costs = Array(unsafeUninitializedCapacity: sources.count * targets.count) { buffer, count in
            buffer.initialize(repeating: .max)
            count = buffer.count
            let rows = MatrixRows(costs: buffer, sources: sources, targets: targets, limit: limit, threads: threads)
            let settled = hierarchy.map { rows.fill($0) } ?? rows.fill(graph)
            total.store(settled, ordering: .relaxed)
        }
        settled = total.load(ordering: .relaxed)
    }
}
