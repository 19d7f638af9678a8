/// A network's arcs with what a traveller pays along each, and of what the cost is made.
struct WeightedStreets: Sendable {
    /// What lies between a node and the next one.
    struct Part: Sendable {
        var millimetres: UInt32
        /// Penalties for what is crossed at both ends, in hundredths of a second.
        var crossingCentiseconds: UInt32
    }

    private(set) var graph: StreetGraph
    /// One for each of the graph's arcs, in their order, so that a walk along arcs reads what lies together.
    private(set) var parts: [Part] = []

    /// For many searches; nil until it is asked for.
    private(set) var hierarchy: StreetHierarchy?

    /// - Parameters:
    ///   - network: of the profile's way of travelling.
    ///   - profile: the traveller.
    ///   - isReversed: whether arcs are turned round, to search towards a place.
    init(_ network: StreetNetwork, _ profile: StreetProfile, reversed isReversed: Bool) {
        graph = network.graph(reversed: isReversed) { edge, _ in profile.cost(edge) }
        takeApart(network, profile)
    }

    /// Takes over another traveller's costs.
    /// - Parameters:
    ///   - network: the one from which this was made.
    ///   - profile: the traveller.
    ///   - costs: of the network's edges.
    mutating func reweigh(_ network: StreetNetwork, _ profile: StreetProfile, _ costs: [UInt32]) {
        graph.reweigh { arc in
            let edge = Int(arc / 2)
            return network.edges[edge].isOpen(arc.isMultiple(of: 2)) ? costs[edge] : StreetGraph.impassable
        }
        takeApart(network, profile)
        hierarchy?.reweigh(graph)
    }

    /// Makes a hierarchy where it pays for so many searches within a limit. The costs of each search are then put in the
    /// order of all nodes, so a search that reaches less than an eighth of them stays a plain one.
    mutating func prepare(searches: Int, limit: UInt32) {
        guard hierarchy == nil, StreetHierarchy.pays(graph, sources: searches, limit: limit),
            StreetHierarchy.settled(graph, limit: limit) >= graph.nodeCount / 8
        else { return }
        hierarchy = StreetHierarchy(graph)
    }

    private mutating func takeApart(_ network: StreetNetwork, _ profile: StreetProfile) {
        parts = graph.given.map { arc in
            let edge = network.edges[Int(arc / 2)]
            let crossing = profile.halfCentiseconds(edge.fromCrossing) + profile.halfCentiseconds(edge.toCrossing)
            return Part(millimetres: edge.millimetres, crossingCentiseconds: UInt32(clamping: crossing))
        }
    }
}
