internal import Synchronization

/// What one thread needs to search and to take the answer apart; costs are exact, and so are the parts of them.
final class StreetWorker: @unchecked Sendable {
    /// What the way to a node is made of, as far as it is known.
    private struct Known {
        /// The search in which it was found out.
        var search: UInt32 = 0
        var millimetres = 0
        var crossingCentiseconds = 0
    }

    /// The least cost to each node of the last search; `UInt32.max` where it was not reached.
    private(set) var costs: [UInt32] = []
    private let search: StreetSearch
    private lazy var sweeps = StreetSweep(nodeCount: known.count)
    /// Where the costs of one of the sweep's searches are put, kept from one to the next.
    private var room: [UInt32] = []
    private let known: UnsafeMutableBufferPointer<Known>
    private var current: UInt32 = 0
    private var entries: [(node: UInt32, leg: StreetLeg)] = []
    private var chain: [(node: UInt32, arc: Int)] = []

    init(nodeCount: Int) {
        search = StreetSearch(nodeCount: nodeCount)
        known = .allocate(capacity: nodeCount)
        known.initialize(repeating: Known())
    }

    deinit { known.deallocate() }

    /// Searches from the places at which a journey may enter the graph, each with what it took to be there.
    func run(_ graph: StreetGraph, from entries: [(node: UInt32, leg: StreetLeg)], limit: UInt32) {
        begin(entries)
        search.run(graph, from: entries.map { .init(node: $0.node, cost: $0.leg.cost) }, limit: limit)
        costs = search.costs
    }

    /// Searches from several places side by side; each is then to be taken.
    /// - Parameters:
    ///   - hierarchy: of the network.
    ///   - starts: at most as many as a sweep is wide, each with the places at which a journey may enter the graph.
    ///   - limit: the largest cost that counts, inclusive.
    func sweep(_ hierarchy: StreetHierarchy, from starts: [[(node: UInt32, leg: StreetLeg)]], limit: UInt32) {
        let seeds = starts.map { $0.map { StreetSearch.Seed(node: $0.node, cost: $0.leg.cost) } }
        sweeps.run(hierarchy, from: seeds, limit: limit)
    }

    /// Makes one of the searches of the last sweep the last search.
    /// - Parameters:
    ///   - search: its place among them.
    ///   - hierarchy: that was swept.
    ///   - entries: from which it started.
    func take(_ search: Int, _ hierarchy: StreetHierarchy, from entries: [(node: UInt32, leg: StreetLeg)]) {
        begin(entries)
        if room.isEmpty { room = Array(repeating: 0, count: known.count) }
        sweeps.copy(search, hierarchy, to: &room)
        costs = room
    }

    /// Forgets the last search; its costs are let go, so that they are written to where they are.
    private func begin(_ entries: [(node: UInt32, leg: StreetLeg)]) {
        costs = []
        self.entries = entries
        current &+= 1
        if current == 0 {
            known.update(repeating: Known())
            current = 1
        }
    }

    /// What a reached node costs, taken apart along one route of that cost: at every node the first arc of its row that
    /// fits, so the route depends on nothing but the network and the profile.
    /// - Parameters:
    ///   - node: one that the last search reached.
    ///   - router: whose graph was searched.
    ///   - towards: whether it was the graph of reversed arcs.
    func leg(_ node: UInt32, _ router: StreetRouter, towards: Bool) -> StreetLeg {
        if known[Int(node)].search != current { takeApart(node, router.streets(towards: !towards)) }
        return StreetLeg(
            cost: costs[Int(node)], millimetres: known[Int(node)].millimetres,
            crossingCentiseconds: known[Int(node)].crossingCentiseconds)
    }

    /// Goes back to where something is known, and then the same way out again.
    private func takeApart(_ node: UInt32, _ opposite: WeightedStreets) {
        chain.removeAll(keepingCapacity: true)
        var here = node
        while known[Int(here)].search != current {
            if let entry = entry(here) {
                settle(here, entry.millimetres, entry.crossingCentiseconds)
            } else if let (before, arc) = before(here, opposite.graph) {
                chain.append((here, arc))
                here = before
            } else {
                settle(here, 0, 0)
            }
        }
        while let (next, arc) = chain.popLast() {
            let (part, before) = (opposite.parts[arc], known[Int(here)])
            settle(
                next, before.millimetres + Int(part.millimetres),
                before.crossingCentiseconds + Int(part.crossingCentiseconds))
            here = next
        }
    }

    /// The edges from the nearest entry to a reached node, in that order, with the node at which each begins.
    func route(to node: UInt32, _ router: StreetRouter, towards: Bool) -> [(node: UInt32, edge: Int)] {
        let opposite = router.streets(towards: !towards).graph
        var (route, here) = ([(node: UInt32, edge: Int)](), node)
        while entry(here) == nil, let (before, arc) = before(here, opposite) {
            route.append((before, Int(opposite.given[arc] / 2)))
            here = before
        }
        return route.reversed()
    }

    private func settle(_ node: UInt32, _ length: Int, _ crossing: Int) {
        known[Int(node)] = Known(search: current, millimetres: length, crossingCentiseconds: crossing)
    }

    /// The first entry at a node that is the way to it.
    private func entry(_ node: UInt32) -> StreetLeg? {
        entries.first { $0.node == node && $0.leg.cost == costs[Int(node)] }?.leg
    }

    private func before(_ node: UInt32, _ opposite: StreetGraph) -> (node: UInt32, arc: Int)? {
        let cost = costs[Int(node)]
        for place in opposite.row(node) {
            let arc = opposite.arcs[place]
            let known = costs[Int(arc.head)]
            guard known < cost, known + arc.cost == cost else { continue }
            return (arc.head, place)
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
