package import HubModel

/// One traveller on one network: least costs between places along streets, either way round.
///
/// All state is fixed at the start, so any number of threads may ask at once. Another traveller on the same network
/// takes new weights and nothing else.
package struct StreetRouter: Sendable {
    package let network: StreetNetwork
    package private(set) var profile: StreetProfile
    /// Searched to find what leads away from a place.
    var away: WeightedStreets
    /// Reversed; searched to find what leads towards a place.
    var back: WeightedStreets
    let workers: StreetWorkers

    /// - Parameters:
    ///   - network: of the profile's way of travelling.
    ///   - profile: the traveller.
    package init(_ network: StreetNetwork, _ profile: StreetProfile) {
        self.network = network
        self.profile = profile
        away = WeightedStreets(network, profile, reversed: false)
        back = WeightedStreets(network, profile, reversed: true)
        workers = StreetWorkers(nodeCount: network.nodeCount)
    }

    /// The same streets for another traveller of the same way of travelling.
    package func reweighted(_ profile: StreetProfile) -> StreetRouter {
        var other = self
        other.profile = profile
        let costs = network.edges.map { profile.cost($0) }
        other.away.reweigh(network, profile, costs)
        other.back.reweigh(network, profile, costs)
        return other
    }

    /// Whether every journey costs the same both ways.
    var isSymmetric: Bool { profile.mode == .foot && network.edges.allSatisfy { $0.directions == .both } }

    /// The reversed arcs are searched to find what leads towards a place.
    func streets(towards: Bool) -> WeightedStreets { towards ? back : away }

    /// Snaps places to streets that this traveller may use.
    /// - Parameters:
    ///   - points: in the study's coordinate system.
    ///   - index: of this router's network.
    ///   - sameFace: whether two places lie on the same side of all barriers; nil where that cannot be told.
    /// - Returns: one a point; nil where no street is near enough.
    package func snaps(
        _ points: [Point], _ index: StreetIndex, sameFace: ((Point, Point) -> Bool)? = nil
    ) -> [StreetSnap?] {
        points.map { point in
            index.nearest(
                to: point, limit: profile.snapLimit,
                isUsable: { edge in profile.cost(network.edges[edge]) != StreetGraph.impassable }, sameFace: sameFace)
        }
    }

    /// The way between one place and each of many.
    /// - Parameters:
    ///   - place: where the searching starts.
    ///   - others: nil stays nil.
    ///   - towards: false for ways from the place to the others, true for ways from the others to the place.
    ///   - limit: the largest cost that counts, inclusive; the profile's own when left out.
    /// - Returns: one for each of `others`; nil where there is no way within the limit.
    package func legs(
        from place: StreetSnap, to others: [StreetSnap?], towards: Bool = false, limit: UInt32? = nil
    ) -> [StreetLeg?] {
        let limit = limit ?? profile.limit
        return workers.with { worker in
            worker.run(streets(towards: towards).graph, from: ends(place, leaving: !towards), limit: limit)
            return legs(place, others, worker, towards: towards, limit: limit)
        }
    }

    /// The ways between the place from which a worker searched and each of many.
    func legs(
        _ place: StreetSnap, _ others: [StreetSnap?], _ worker: StreetWorker, towards: Bool, limit: UInt32
    ) -> [StreetLeg?] {
        others.map { other in
            guard let other else { return nil }
            return best(place, other, worker, towards: towards)
                .map { joined($0, place, other) }.flatMap { $0.cost <= limit ? $0 : nil }
        }
    }

    /// The nodes at an edge's ends with the way between a place on it and each.
    /// - Parameters:
    ///   - snap: a place on a street.
    ///   - leaving: whether the way leads from the place to the node, or from the node to the place.
    func ends(_ snap: StreetSnap, leaving: Bool) -> [(node: UInt32, leg: StreetLeg)] {
        let edge = network.edges[Int(snap.edge)]
        var found: [(node: UInt32, leg: StreetLeg)] = []
        func add(_ node: UInt32, _ length: UInt32, _ crossing: CrossingClass) {
            guard let half = profile.half(crossing), profile.isOpen(edge) else { return }
            found.append(
                (
                    node,
                    StreetLeg(
                        cost: profile.cost(of: length, edge) + half, millimetres: Int(length),
                        crossingCentiseconds: profile.halfCentiseconds(crossing))
                ))
        }
        let rest = edge.millimetres - min(snap.millimetres, edge.millimetres)
        if edge.isOpen(!leaving) { add(edge.from, snap.millimetres, edge.fromCrossing) }
        if edge.isOpen(leaving) { add(edge.to, rest, edge.toCrossing) }
        return found
    }

    /// The way along one edge only; nil when the places are on different edges or the edge does not lead that way.
    func direct(_ place: StreetSnap, _ other: StreetSnap, towards: Bool) -> StreetLeg? {
        guard place.edge == other.edge else { return nil }
        let edge = network.edges[Int(place.edge)]
        let (start, end) = towards ? (other, place) : (place, other)
        guard profile.isOpen(edge),
            start.millimetres == end.millimetres || edge.isOpen(start.millimetres < end.millimetres)
        else { return nil }
        let length = max(start.millimetres, end.millimetres) - min(start.millimetres, end.millimetres)
        return StreetLeg(cost: profile.cost(of: length, edge), millimetres: Int(length), crossingCentiseconds: 0)
    }

    /// The least of the ways to a place, without what lies between places and streets.
    private func best(_ place: StreetSnap, _ other: StreetSnap, _ worker: StreetWorker, towards: Bool) -> StreetLeg? {
        var best = direct(place, other, towards: towards)
        for (node, last) in ends(other, leaving: towards) {
            let known = worker.costs[Int(node)]
            guard known != .max, known + last.cost < best?.cost ?? .max else { continue }
            let first = worker.leg(node, self, towards: towards)
            best = StreetLeg(
                cost: known + last.cost, millimetres: first.millimetres + last.millimetres,
                crossingCentiseconds: first.crossingCentiseconds + last.crossingCentiseconds)
        }
        return best
    }

    /// A way with what lies between both places and their streets.
    private func joined(_ leg: StreetLeg, _ place: StreetSnap, _ other: StreetSnap) -> StreetLeg {
        let offset = profile.offsetCost(place) + profile.offsetCost(other)
        return StreetLeg(
            cost: leg.cost + offset, millimetres: leg.millimetres + Int(offset),
            crossingCentiseconds: leg.crossingCentiseconds)
    }
}
