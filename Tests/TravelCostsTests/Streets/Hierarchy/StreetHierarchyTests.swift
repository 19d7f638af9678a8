import HubPlanTestSupport
import Testing

@testable import TravelCosts

@Suite struct StreetHierarchyTests {
    @Test func newCostsGiveWhatAHierarchyMadeAnewOfThemGives() {
        for seed in 0..<100 {
            let town = RandomTown(seed: UInt64(seed), longest: 300)
            var graph = town.graph
            var hierarchy = StreetHierarchy(graph)
            graph.reweigh { $0.isMultiple(of: 5) ? StreetGraph.impassable : 1 + $0 * 37 % 101 }
            hierarchy.reweigh(graph)
            let anew = StreetHierarchy(graph)
            #expect(hierarchy.up == anew.up)
            #expect(hierarchy.down == anew.down)
            let all = (0..<UInt32(town.nodes)).map { $0 }
            let matrix = StreetMatrix(graph, hierarchy: hierarchy, from: all, to: all)
            let search = StreetSearch(nodeCount: town.nodes)
            for source in all {
                search.run(graph, from: [.init(node: source)])
                #expect(Array(matrix.costs[Int(source) * town.nodes..<(Int(source) + 1) * town.nodes]) == search.costs)
            }
        }
    }

    @Test func aGraphOfAnotherShapeLeavesItAsItIs() {
        let graph = StreetGraph(nodeCount: 2, tails: [0, 1], heads: [1, 0], costs: [3, 4])
        var hierarchy = StreetHierarchy(graph)
        let before = (hierarchy.up, hierarchy.down)
        hierarchy.reweigh(StreetGraph(nodeCount: 3, tails: [0, 1], heads: [1, 2], costs: [1, 1]))
        hierarchy.reweigh(StreetGraph(nodeCount: 2, tails: [0], heads: [1], costs: [1]))
        #expect((hierarchy.up, hierarchy.down) == before)
    }

    @Test func whatIsAboveANodeLiesAboveItsParentToo() {
        for seed in 0..<100 {
            let town = RandomTown(seed: UInt64(seed), longest: 9, reach: seed.isMultiple(of: 2) ? 3 : nil)
            let shape = StreetShape(town.graph)
            func above(_ place: Int) -> [UInt32] {
                Array(shape.above[Int(shape.first[place])..<Int(shape.first[place + 1])])
            }
            #expect(shape.places.sorted() == (0..<UInt32(town.nodes)).map { $0 })
            for place in 0..<town.nodes {
                #expect(above(place) == Set(above(place)).sorted())
                guard let parent = above(place).last.map({ Int($0) }) else { continue }
                #expect(parent < place && place < Int(shape.ends[parent]))
                #expect(shape.ends[place] <= shape.ends[parent])
                #expect(Set(above(place).dropLast()).isSubset(of: above(parent)))
            }
            for arc in town.given where arc.tail != arc.head {
                let ends = [shape.places[arc.tail], shape.places[arc.head]].sorted()
                #expect(above(Int(ends[1])).contains(ends[0]))
            }
        }
    }

    /// A tree loses its leaves and no pair arises; a ring of n has n links and n - 3 more.
    @Test func treesAndRingsTakeTheFewestLinksThereCanBe() {
        for seed in 0..<30 {
            var numbers = SeededNumbers(UInt64(seed))
            let count = UInt32.random(in: 3...200, using: &numbers)
            let parents = (1..<count).map { UInt32.random(in: 0..<$0, using: &numbers) }
            let tree = StreetGraph(
                nodeCount: Int(count), tails: (1..<count).map { $0 }, heads: parents, costs: parents.map { _ in 1 })
            #expect(Elimination(tree).around.count == Int(count) - 1)
            let ring = StreetGraph(
                nodeCount: Int(count), tails: (0..<count).map { $0 }, heads: (0..<count).map { ($0 + 1) % count },
                costs: (0..<count).map { _ in 1 })
            #expect(Elimination(ring).around.count == 2 * Int(count) - 3)
        }
    }

    @Test func theMatrixOfAHierarchyIsThatOfSearchesOnAnyNumberOfThreads() {
        let town = RandomTown(seed: 9, longest: 100)
        let graph = town.graph
        let hierarchy = StreetHierarchy(graph)
        let sources = (0..<70).map { UInt32($0 * 5 % (town.nodes + 1)) }
        let targets = [1 << 20] + (0..<UInt32(town.nodes)).reversed()
        for limit in [150, StreetGraph.furthest] {
            let one = StreetMatrix(graph, hierarchy: hierarchy, from: sources, to: targets, limit: limit)
            for threads in [2, 3] {
                let more = StreetMatrix(
                    graph, hierarchy: hierarchy, from: sources, to: targets, limit: limit, threads: threads)
                #expect(more.costs == one.costs)
                #expect(more.settled == one.settled)
            }
            let rows = sources.map { source in
                Int(source) < town.nodes
                    ? town.costs(from: Int(source), limit: limit) : Array(repeating: .max, count: town.nodes)
            }
            #expect(one.costs == rows.flatMap { [.max] + $0.reversed() })
            #expect(one.settled == rows.joined().count { $0 != .max })
        }
    }

    @Test func nothingAndOneNodeAreGraphsToo() {
        let nothing = StreetGraph(nodeCount: 0, tails: [], heads: [], costs: [])
        #expect(StreetMatrix(nothing, hierarchy: .init(nothing), from: [0], to: [0]).costs == [.max])
        let one = StreetGraph(nodeCount: 1, tails: [0], heads: [0], costs: [9])
        #expect(StreetMatrix(one, hierarchy: .init(one), from: [0, 3], to: [0]).costs == [0, .max])
        #expect(StreetMatrix(one, hierarchy: .init(one), from: [], to: [0]).costs.isEmpty)
    }

    @Test func aHierarchyPaysForManySearchesOfSomeReachAlone() {
        let count: UInt32 = 10_000
        let graph = StreetGraph(
            nodeCount: Int(count), tails: (0..<count - 1).map { $0 }, heads: (1..<count).map { $0 },
            costs: (1..<count).map { _ in 100 })
        #expect(!StreetHierarchy.pays(graph, sources: 23, limit: StreetGraph.furthest))
        #expect(StreetHierarchy.pays(graph, sources: 24, limit: StreetGraph.furthest))
        #expect(!StreetHierarchy.pays(graph, sources: 2399, limit: 1000))
        #expect(StreetHierarchy.pays(graph, sources: 2400, limit: 1000))
        #expect(!StreetHierarchy.pays(graph, sources: .max, limit: 0))
        #expect(!StreetHierarchy.pays(.init(nodeCount: 0, tails: [], heads: [], costs: []), sources: 9, limit: 9))
    }
}
