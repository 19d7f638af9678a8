/// The streets that one way of travelling may use, as nodes where streets meet or end and edges between them.
///
/// Only the largest part within which every place can be reached from every other is kept, because whatever snaps to
/// another part could go nowhere. What was left out is counted.
package struct StreetNetwork: Sendable {
    package let mode: StreetMode
    /// OpenStreetMap's number of each node.
    package let nodeIDs: [Int64]
    /// One a node.
    package let coordinates: [Coordinate]
    let edges: [StreetEdge]
    /// The corners of all edges, each edge's from its `from` to its `to`, ends included.
    let corners: [Coordinate]
    /// Where each edge's corners begin, and at the end where the last one's stop: edges + 1 entries.
    let cornerStarts: [UInt32]
    let names: [String]
    package let counts: Counts

    /// What became of the extract's streets.
    package struct Counts: Hashable, Sendable {
        /// Ways that this way of travelling may use.
        package var ways = 0
        /// Nodes before all but the largest part were left out.
        package var allNodes = 0
        /// Parts within which every place can be reached from every other.
        package var parts = 0
        package var nodes = 0
        package var edges = 0
        package var kilometres = 0.0
        package var leftOutKilometres = 0.0
        package var steps = 0
        package var unlit = 0
        /// Ends of edges by class of crossing, in the order of `CrossingClass.allCases`.
        package var crossingEnds = [Int](repeating: 0, count: CrossingClass.allCases.count)
    }

    package var nodeCount: Int { nodeIDs.count }
    package var edgeCount: Int { edges.count }

    /// - Throws: `TravelError` when the extract has nothing that this way of travelling may use.
    package init(_ extract: StreetExtract, mode: StreetMode) throws {
        let draft = StreetDraft(extract, mode: mode)
        guard !draft.edges.isEmpty else {
            throw TravelError(
                "The street file \(extract.path) has no street for travel by \(mode.rawValue). "
                    + "Give an extract that covers the study's area.")
        }
        self.init(draft, mode: mode)
    }

    /// The network as a graph that is ready to be weighted: arc 2e goes along edge e, arc 2e + 1 against it.
    /// - Parameters:
    ///   - isReversed: whether arcs are turned round, to search towards a place.
    ///   - cost: takes an edge and whether it is used along.
    func graph(reversed isReversed: Bool, cost: (StreetEdge, Bool) -> UInt32) -> StreetGraph {
        var (tails, heads, costs) = ([UInt32](), [UInt32](), [UInt32]())
        tails.reserveCapacity(edges.count * 2)
        heads.reserveCapacity(edges.count * 2)
        costs.reserveCapacity(edges.count * 2)
        for edge in edges {
            for forward in [true, false] {
                let (tail, head) = forward != isReversed ? (edge.from, edge.to) : (edge.to, edge.from)
                tails.append(tail)
                heads.append(head)
                costs.append(edge.isOpen(forward) ? cost(edge, forward) : StreetGraph.impassable)
            }
        }
        return StreetGraph(nodeCount: nodeCount, tails: tails, heads: heads, costs: costs)
    }
}
