internal import Synchronization

/// Least costs from many nodes to many nodes, searched side by side; the answer is the same on any number of threads.
package struct StreetMatrix: Sendable {
    package let sourceCount: Int
    package let targetCount: Int
    /// Row by row, one row a source; `UInt32.max` where a target is out of reach.
    package let costs: [UInt32]
    /// Nodes reached, summed over sources.
    package let settled: Int

    /// By the method that costs less: a hierarchy is made and swept where ``StreetHierarchy/pays(_:sources:limit:)``
    /// says so, else each source is searched from.
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
        let pays = StreetHierarchy.pays(graph, sources: sources.count, limit: limit)
        self.init(
            graph, hierarchy: pays ? StreetHierarchy(graph) : nil, from: sources, to: targets, limit: limit,
            threads: threads)
    }

    /// - Parameters:
    ///   - graph: searched along its arcs; a graph of reversed arcs gives the costs towards the sources.
    ///   - hierarchy: of the same graph and costs, to be swept; nil to search from each source.
    ///   - sources: nodes of the graph; one outside it reaches nothing.
    ///   - targets: nodes of the graph; one outside it is never reached.
    ///   - limit: the largest cost that counts, inclusive.
    ///   - threads: 1 or more.
    package init(
        _ graph: StreetGraph, hierarchy: StreetHierarchy?, from sources: [UInt32], to targets: [UInt32],
        limit: UInt32 = StreetGraph.furthest, threads: Int = 1
    ) {
        sourceCount = sources.count
        targetCount = targets.count
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
