extension StreetHierarchy {
    /// Whether making a hierarchy costs less than it saves, by the question alone.
    ///
    /// Making one takes about as long as settling 20 nodes by ``StreetSearch`` for each node of the graph (Porto on foot:
    /// 0.05 s, beside 33 ns to settle a node), and a sweep a small part of the searches it stands for. Along streets a
    /// search settles about as many nodes as the square of its reach in typical arcs (Newport and Porto on foot within
    /// 4.8 km: 1.0 and 1.5 times as many).
    /// - Parameters:
    ///   - graph: that would be searched.
    ///   - sources: how many times.
    ///   - limit: the largest cost that counts.
    package static func pays(_ graph: StreetGraph, sources: Int, limit: UInt32) -> Bool {
        let reach = Int(min(limit, StreetGraph.furthest) / graph.typical)
        let settled = min(graph.nodeCount, reach * reach)
        return settled > 0 && sources >= 24 * graph.nodeCount / settled
    }
}
