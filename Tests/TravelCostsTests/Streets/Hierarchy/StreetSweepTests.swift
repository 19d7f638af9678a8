import HubPlanTestSupport
import Testing

@testable import TravelCosts

@Suite struct StreetSweepTests {
    private typealias Seed = StreetSearch.Seed

    private func costs(_ sweep: StreetSweep, _ hierarchy: StreetHierarchy, search: Int) -> [UInt32] {
        (0..<UInt32(hierarchy.nodeCount)).map { sweep.cost(search, at: hierarchy.place($0)) }
    }

    @Test(arguments: [(1, nil), (40, 3), (1000, nil), (1000, 2), (900_000_000, 5)] as [(Int, Int?)])
    func costsAreThoseOfTheTextbooksMethodWithinEveryLimit(longest: Int, reach: Int?) {
        for seed in 0..<80 {
            let town = RandomTown(seed: UInt64(seed), longest: longest, reach: reach)
            let hierarchy = StreetHierarchy(town.graph)
            let sweep = StreetSweep(nodeCount: town.nodes)
            let sources = (0..<StreetSweep.width).map { $0 * 7 % town.nodes }
            for limit in [0, UInt32(longest), UInt32(2 * longest), StreetGraph.furthest] {
                sweep.run(hierarchy, from: sources.map { [Seed(node: UInt32($0))] }, limit: limit)
                for (search, source) in sources.enumerated() {
                    let plain = town.costs(from: source, limit: limit)
                    #expect(costs(sweep, hierarchy, search: search) == plain)
                    #expect(sweep.reached[search] == plain.count { $0 != .max })
                }
            }
        }
    }

    @Test func searchesFromSeveralSeedsAtOnceAreThoseOfOneSearchAtATime() {
        for number in 0..<150 {
            var numbers = SeededNumbers(UInt64(number))
            let town = RandomTown(seed: UInt64(number), longest: 500, reach: number.isMultiple(of: 2) ? 4 : nil)
            let graph = town.graph
            let hierarchy = StreetHierarchy(graph)
            let starts = (0..<Int.random(in: 1...16, using: &numbers)).map { _ in
                (0..<Int.random(in: 0...3, using: &numbers)).map { _ in
                    Seed(
                        node: .random(in: 0..<UInt32(town.nodes + 2), using: &numbers),
                        cost: .random(in: 0...3000, using: &numbers))
                }
            }
            let (search, sweep) = (StreetSearch(nodeCount: town.nodes), StreetSweep(nodeCount: town.nodes))
            sweep.run(hierarchy, from: starts, limit: 2500)
            for (place, seeds) in starts.enumerated() {
                search.run(graph, from: seeds, limit: 2500)
                #expect(costs(sweep, hierarchy, search: place) == search.costs)
                #expect(sweep.reached[place] == search.reached.count)
            }
            #expect(sweep.reached.dropFirst(starts.count).allSatisfy { $0 == 0 })
        }
    }

    /// A street of four hundred nodes, so that whole parts of it are passed over.
    @Test func whatIsPassedOverIsNotReachedAndWhatWasReachedBeforeIsForgotten() {
        let count: UInt32 = 400
        let lower = (0..<count - 1).map { $0 }
        let graph = StreetGraph(
            nodeCount: Int(count), tails: lower + lower.map { $0 + 1 }, heads: lower.map { $0 + 1 } + lower,
            costs: Array(repeating: 10, count: 2 * lower.count))
        let hierarchy = StreetHierarchy(graph)
        let sweep = StreetSweep(nodeCount: Int(count))
        for (source, limit) in [(7, 95), (390, 2000), (200, 30), (7, 4000), (0, 0), (399, 1234)] as [(UInt32, UInt32)] {
            sweep.run(hierarchy, from: [[], [Seed(node: source)], [Seed(node: 200, cost: limit)]], limit: limit)
            #expect(costs(sweep, hierarchy, search: 0).allSatisfy { $0 == .max })
            let expected = (0..<count).map { node in
                let cost = 10 * (max(node, source) - min(node, source))
                return cost <= limit ? cost : .max
            }
            #expect(costs(sweep, hierarchy, search: 1) == expected)
            #expect(costs(sweep, hierarchy, search: 2) == (0..<count).map { $0 == 200 ? limit : .max })
        }
    }

    @Test func partsOfALargeTownThatAreOutOfReachArePassedOverAndNothingElse() {
        var passed = 0
        for seed in 0..<12 {
            var numbers = SeededNumbers(UInt64(seed))
            let town = RandomTown(seed: UInt64(seed), longest: 100, reach: 5, most: 1500)
            let (graph, search) = (town.graph, StreetSearch(nodeCount: town.nodes))
            let (hierarchy, sweep) = (StreetHierarchy(graph), StreetSweep(nodeCount: town.nodes))
            for limit: UInt32 in [900, 60, 4000, 300] {
                let middle = Int.random(in: 0..<town.nodes, using: &numbers)
                let sources = (0..<6).map { UInt32((middle + $0 * $0) % town.nodes) }
                sweep.run(hierarchy, from: sources.map { [Seed(node: $0)] }, limit: limit)
                passed += sweep.swept.count - 1
                for (place, source) in sources.enumerated() {
                    search.run(graph, from: [Seed(node: source)], limit: limit)
                    #expect(costs(sweep, hierarchy, search: place) == search.costs)
                }
            }
        }
        #expect(passed > 40)
    }

    @Test func theFurthestPathIsReachedAndOneLongerIsNot() {
        let most = StreetGraph.largestCost
        let rest = StreetGraph.furthest - 2 * most
        for (last, isReached) in [(rest, true), (rest + 1, false), (rest + 2, false), (most, false)] {
            let graph = StreetGraph(
                nodeCount: 5, tails: [0, 1, 2, 3], heads: [1, 2, 3, 4], costs: [most, most, last, most])
            let hierarchy = StreetHierarchy(graph)
            let (search, sweep) = (StreetSearch(nodeCount: 5), StreetSweep(nodeCount: 5))
            search.run(graph, from: [Seed(node: 0)], limit: .max)
            sweep.run(hierarchy, from: [[Seed(node: 0)]], limit: .max)
            let expected = [0, most, 2 * most, isReached ? StreetGraph.furthest : .max, .max]
            #expect(search.costs == expected)
            #expect(costs(sweep, hierarchy, search: 0) == expected)
            #expect(Array((0..<5).map { sweep.costs(at: hierarchy.place($0))[0] }) == expected)
        }
    }

    @Test func aHierarchyOfAnotherSizeReachesNothing() {
        let graph = StreetGraph(nodeCount: 2, tails: [0], heads: [1], costs: [5])
        let sweep = StreetSweep(nodeCount: 2)
        let (right, wrong) = (
            StreetHierarchy(graph), StreetHierarchy(.init(nodeCount: 3, tails: [], heads: [], costs: []))
        )
        sweep.run(right, from: [[Seed(node: 0)]])
        #expect(costs(sweep, right, search: 0) == [0, 5])
        sweep.run(wrong, from: [[Seed(node: 0)]])
        #expect(costs(sweep, right, search: 0) == [.max, .max])
        #expect(sweep.reached.allSatisfy { $0 == 0 })
    }
}
