/// Exact least costs from up to sixteen starts at once to every node within a limit, over a ``StreetHierarchy``.
///
/// Each search climbs from its seeds through all that lies above them. Then one sweep from the top down brings every
/// place the least cost by way of those above it (PHAST: Delling, Goldberg, Nowatzyk and Werneck, Journal of Parallel
/// and Distributed Computing 73, 2013). The sixteen lie side by side in memory, so that links are read once for all, and
/// places come in the order of memory. The answer is that of ``StreetSearch``.
///
/// Belongs to one thread at a time; memory is kept between searches.
package final class StreetSweep {
    /// How many searches run at once.
    package static let width = 16
    /// One cost a search, less `StreetGraph.none`: from there up to 0, and 0 is none. A sum of such a cost and a link
    /// never overflows, and one past the furthest is above 0, so that the least with 0 is none again.
    typealias Costs = SIMD16<Int32>

    /// For each of the last searches, the nodes that it reached.
    package private(set) var reached = [Int](repeating: 0, count: width)
    private let nodeCount: Int
    private let costs: UnsafeMutableBufferPointer<Costs>
    /// Whether a place is a seed's or above one.
    private let isAboveSeed: UnsafeMutableBufferPointer<Bool>
    /// The places of the last searches that were gone through; all others are at 0.
    private(set) var swept: [Range<Int>] = []
    private var limit: Int32 = 0

    /// - Parameter nodeCount: the nodes of the graphs to be searched.
    package init(nodeCount: Int) {
        self.nodeCount = nodeCount
        costs = .allocate(capacity: nodeCount)
        costs.initialize(repeating: .zero)
        isAboveSeed = .allocate(capacity: nodeCount)
        isAboveSeed.initialize(repeating: false)
    }

    deinit {
        costs.deallocate()
        isAboveSeed.deallocate()
    }

    /// Searches, and leaves the answers to be asked for.
    /// - Parameters:
    ///   - hierarchy: with as many nodes as this sweep was made for; one of another size reaches nothing.
    ///   - starts: the seeds of each search; searches past the `width`th and nodes outside the graph are passed over.
    ///   - limit: the largest cost that counts, inclusive; at most `StreetGraph.furthest`.
    package func run(
        _ hierarchy: StreetHierarchy, from starts: [[StreetSearch.Seed]], limit: UInt32 = StreetGraph.furthest
    ) {
        let limit = min(limit, StreetGraph.furthest)
        self.limit = Self.kept(limit)
        var usable: [(search: Int, place: Int, cost: Int32)] = []
        if hierarchy.nodeCount == nodeCount {
            for (search, seeds) in starts.prefix(Self.width).enumerated() {
                for seed in seeds where seed.cost <= limit && Int(seed.node) < nodeCount {
                    usable.append((search, hierarchy.place(seed.node), Self.kept(seed.cost)))
                }
            }
        }
        let path = hierarchy.shape.above(usable.map(\.place), marking: isAboveSeed)
        for place in path { costs[place] = .zero }
        for (search, place, cost) in usable { costs[place][search] = min(costs[place][search], cost) }
        let before = swept
        swept = []
        let most = Costs(repeating: self.limit)
        let counts = hierarchy.withLinks { links in
            for place in path { Self.climb(place, links, costs, limit: most) }
            return Self.sweep(nodeCount, links, costs, isAboveSeed, limit: most, swept: &swept)
        }
        clear(before)
        for place in path { isAboveSeed[place] = false }
        for search in reached.indices { reached[search] = Int(counts[search]) }
    }

    /// The cost of a place in each of the last searches; `UInt32.max` where it was not reached.
    /// - Parameter place: one of the hierarchy's, by ``StreetHierarchy/place(_:)``.
    package func costs(at place: Int) -> SIMD16<UInt32> {
        let cost = costs[place]
        let told = cost.replacing(with: Costs(repeating: Self.kept(.max)), where: cost .> Costs(repeating: limit))
        return SIMD16<UInt32>(truncatingIfNeeded: told) &+ StreetGraph.none
    }

    /// The cost of a place in one of the last searches; `UInt32.max` where it was not reached.
    /// - Parameters:
    ///   - search: 0..<`width`.
    ///   - place: one of the hierarchy's, by ``StreetHierarchy/place(_:)``.
    package func cost(_ search: Int, at place: Int) -> UInt32 {
        told(costs[place][search])
    }

    /// Puts the costs of one of the last searches in the order of the graph's nodes.
    /// - Parameters:
    ///   - search: 0..<`width`.
    ///   - hierarchy: that was searched.
    ///   - costs: one a node; `UInt32.max` where it was not reached.
    func copy(_ search: Int, _ hierarchy: StreetHierarchy, to costs: inout [UInt32]) {
        let scalars = UnsafeRawBufferPointer(self.costs)
        for (node, place) in hierarchy.shape.places.prefix(costs.count).enumerated() {
            let offset = (Int(place) * Self.width + search) * MemoryLayout<Int32>.stride
            costs[node] = told(scalars.load(fromByteOffset: offset, as: Int32.self))
        }
    }

    @inline(__always)
    private func told(_ cost: Int32) -> UInt32 {
        cost <= limit ? UInt32(bitPattern: cost) &+ StreetGraph.none : .max
    }

    private static func kept(_ cost: UInt32) -> Int32 { Int32(bitPattern: cost &- StreetGraph.none) }

    /// Forgets what was gone through before and is not part of `swept` now.
    private func clear(_ before: [Range<Int>]) {
        var now = swept[...]
        for range in before {
            var start = range.lowerBound
            while start < range.upperBound {
                while let first = now.first, first.upperBound <= start { now.removeFirst() }
                let next = now.first ?? range.upperBound..<range.upperBound
                for place in start..<max(start, min(next.lowerBound, range.upperBound)) { costs[place] = .zero }
                start = max(start, next.upperBound)
            }
        }
    }
}
