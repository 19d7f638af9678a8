internal import HubModel

extension StreetNetwork {
    /// Keeps the largest part of a draft and numbers its nodes along a Hilbert curve.
    init(_ draft: StreetDraft, mode: StreetMode) {
        let parts = StrongParts(nodeCount: draft.coordinates.count, edges: draft.edges)
        let kept = draft.edges.indices.filter { edge in
            parts.isLargest(draft.edges[edge].from) && parts.isLargest(draft.edges[edge].to)
        }
        var isUsed = [Bool](repeating: false, count: draft.coordinates.count)
        for edge in kept {
            isUsed[Int(draft.edges[edge].from)] = true
            isUsed[Int(draft.edges[edge].to)] = true
        }
        let old = isUsed.indices.filter { isUsed[$0] }
        let order = HilbertOrder.order(
            old.map {
                Point(x: draft.coordinates[$0].longitude, y: draft.coordinates[$0].latitude)
            }
        ).map { old[Int($0)] }
        var number = [UInt32](repeating: 0, count: isUsed.count)
        for (new, old) in order.enumerated() { number[old] = UInt32(new) }

        var (lines, starts) = ([Coordinate](), [UInt32(0)])
        for edge in kept {
            lines += draft.corners[Int(draft.cornerStarts[edge])..<Int(draft.cornerStarts[edge + 1])]
            starts.append(UInt32(lines.count))
        }
        self.mode = mode
        nodeIDs = order.map { draft.nodeIDs[$0] }
        coordinates = order.map { draft.coordinates[$0] }
        edges = kept.map { place in
            var edge = draft.edges[place]
            edge.from = number[Int(edge.from)]
            edge.to = number[Int(edge.to)]
            return edge
        }
        corners = lines
        cornerStarts = starts
        names = draft.names
        counts = Self.counts(draft, parts, edges, nodes: order.count)
    }

    private static func counts(
        _ draft: StreetDraft, _ parts: StrongParts, _ edges: [StreetEdge], nodes: Int
    ) -> Counts {
        var counts = Counts()
        counts.ways = draft.wayCount
        counts.allNodes = parts.usedNodes
        counts.parts = parts.count
        counts.nodes = nodes
        counts.edges = edges.count
        counts.kilometres = edges.reduce(0) { $0 + Double($1.millimetres) } / 1e6
        counts.leftOutKilometres = draft.edges.reduce(0) { $0 + Double($1.millimetres) } / 1e6 - counts.kilometres
        counts.steps = edges.count(where: \.isSteps)
        counts.unlit = edges.count(where: \.isUnlit)
        for edge in edges {
            counts.crossingEnds[Int(edge.fromCrossing.rawValue)] += 1
            counts.crossingEnds[Int(edge.toCrossing.rawValue)] += 1
        }
        return counts
    }
}
