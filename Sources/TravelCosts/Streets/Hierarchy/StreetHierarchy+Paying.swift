extension StreetHierarchy {
    /// Whether making a hierarchy costs less than it saves, by the question alone.
    ///
    /// Making one takes about as long as settling 20 nodes by ``StreetSearch`` for each node of the graph (Porto on foot:
    /// 0.05 s, beside 33 ns to settle a node), and a sweep a small part of the searches it stands for.
    /// - Parameters:
    ///   - graph: that would be searched.
    ///   - sources: how many times.
    ///   - limit: the largest cost that counts.
    package static func pays(_ graph: StreetGraph, sources: Int, limit: UInt32) -> Bool {
        let settled = settled(graph, limit: limit)
        return settled > 0 && sources >= 24 * graph.nodeCount / settled
    }

    /// About how many nodes a search settles: along streets the square of its reach in typical arcs (Newport and Porto on
    /// foot within 4.8 km: 1.0 and 1.5 times as many), at most all.
    /// - Parameters:
    ///   - graph: that would be searched.
    ///   - limit: the largest cost that counts.
    static func settled(_ graph: StreetGraph, limit: UInt32) -> Int {
        let reach = Int(min(limit, StreetGraph.furthest) / graph.typical)
        return min(graph.nodeCount, reach * reach)
    }
}
