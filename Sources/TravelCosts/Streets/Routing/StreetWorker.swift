internal import Synchronization

/// What one thread needs to search and to take the answer apart; costs are exact, and so are the parts of them.
final class StreetWorker: @unchecked Sendable {
    let search: StreetSearch
    private var millimetres: [Int]
    private var crossings: [Int]
    private var round: [UInt32]
    private var current: UInt32 = 0
    private var seeds: [StreetSearch.Seed: StreetLeg] = [:]

    init(nodeCount: Int) {
        search = StreetSearch(nodeCount: nodeCount)
        millimetres = Array(repeating: 0, count: nodeCount)
        crossings = millimetres
        round = Array(repeating: 0, count: nodeCount)
    }

    /// Searches from the places at which a journey may enter the graph, each with what it took to be there.
    func run(_ graph: StreetGraph, from entries: [(node: UInt32, leg: StreetLeg)], limit: UInt32) {
        current &+= 1
        if current == 0 {
            round = Array(repeating: 0, count: round.count)
            current = 1
        }
        seeds = [:]
        for (node, leg) in entries {
            let seed = StreetSearch.Seed(node: node, cost: leg.cost)
            if seeds[seed] == nil { seeds[seed] = leg }
        }
        search.run(graph, from: entries.map { .init(node: $0.node, cost: $0.leg.cost) }, limit: limit)
    }

    /// What a reached node costs, taken apart along one route of that cost: at every node the first arc of its row that
    /// fits, so the route depends on nothing but the network and the profile.
    /// - Parameters:
    ///   - node: one that the last search reached.
    ///   - router: whose graph was searched.
    ///   - towards: whether it was the graph of reversed arcs.
    func leg(_ node: UInt32, _ router: StreetRouter, towards: Bool) -> StreetLeg {
        var chain: [(node: UInt32, edge: Int)] = []
        var here = node
        while round[Int(here)] != current {
            if let seed = seed(here) {
                settle(here, seed.millimetres, seed.crossingCentiseconds)
            } else if let (before, edge) = before(here, router, towards: towards) {
                chain.append((here, edge))
                here = before
            } else {
                settle(here, 0, 0)
            }
        }
        while let (next, edge) = chain.popLast() {
            let whole = router.network.edges[edge]
            let profile = router.profile
            settle(
                next, millimetres[Int(here)] + Int(whole.millimetres),
                crossings[Int(here)] + profile.halfCentiseconds(whole.fromCrossing)
                    + profile.halfCentiseconds(whole.toCrossing))
            here = next
        }
        return StreetLeg(
            cost: search.costs[Int(node)], millimetres: millimetres[Int(node)],
            crossingCentiseconds: crossings[Int(node)])
    }

    /// The edges from the nearest entry to a reached node, in that order, with the node at which each begins.
    func route(to node: UInt32, _ router: StreetRouter, towards: Bool) -> [(node: UInt32, edge: Int)] {
        var (route, here) = ([(node: UInt32, edge: Int)](), node)
        while seed(here) == nil, let (before, edge) = before(here, router, towards: towards) {
            route.append((before, edge))
            here = before
        }
        return route.reversed()
    }

    private func settle(_ node: UInt32, _ length: Int, _ crossing: Int) {
        round[Int(node)] = current
        millimetres[Int(node)] = length
        crossings[Int(node)] = crossing
    }

    private func seed(_ node: UInt32) -> StreetLeg? {
        seeds[StreetSearch.Seed(node: node, cost: search.costs[Int(node)])]
    }

    private func before(_ node: UInt32, _ router: StreetRouter, towards: Bool) -> (node: UInt32, edge: Int)? {
        let opposite = router.graph(towards: !towards)
        let cost = search.costs[Int(node)]
        for place in opposite.row(node) {
            let arc = opposite.arcs[place]
            let known = search.costs[Int(arc.head)]
            guard known < cost, known + arc.cost == cost else { continue }
            return (arc.head, Int(opposite.given[place] / 2))
        }
        return nil
    }
}

/// Workers that are not at work, for threads that come and go.
final class StreetWorkers: Sendable {
    private let nodeCount: Int
    private let idle = Mutex<[StreetWorker]>([])

    init(nodeCount: Int) { self.nodeCount = nodeCount }

    func with<Answer>(_ body: (StreetWorker) throws -> Answer) rethrows -> Answer {
        let worker = idle.withLock { $0.popLast() } ?? StreetWorker(nodeCount: nodeCount)
        defer { idle.withLock { $0.append(worker) } }
        return try body(worker)
    }
}
