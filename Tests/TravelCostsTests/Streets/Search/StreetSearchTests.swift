import HubPlanTestSupport
import Testing

@testable import TravelCosts

@Suite struct StreetSearchTests {
    @Test(arguments: [1, 3, 40, 1000, 1_000_000])
    func costsAreThoseOfTheTextbooksMethod(longest: Int) {
        for seed in 0..<60 {
            let town = RandomTown(seed: UInt64(seed), longest: longest)
            let graph = town.graph
            let search = StreetSearch(nodeCount: town.nodes)
            for source in 0..<town.nodes {
                for limit in [0, longest, 3 * longest, Int(StreetGraph.furthest)] {
                    search.run(graph, from: [.init(node: UInt32(source))], limit: UInt32(limit))
                    let plain = PlainSearch.costs(nodes: town.nodes, arcs: town.usable, from: source, limit: limit)
                    #expect(search.costs.map { $0 == .max ? nil : Int($0) } == plain)
                    #expect(search.reached.sorted() == plain.indices.filter { plain[$0] != nil }.map { UInt32($0) })
                }
            }
        }
    }

    @Test func severalSeedsCostWhatTheCheapestOfThemCosts() {
        for seed in 0..<100 {
            var numbers = SeededNumbers(UInt64(seed))
            let town = RandomTown(seed: UInt64(seed), longest: 500)
            let seeds = (0..<3).map { _ in
                StreetSearch.Seed(
                    node: .random(in: 0..<UInt32(town.nodes), using: &numbers),
                    cost: .random(in: 0...3000, using: &numbers))
            }
            let search = StreetSearch(nodeCount: town.nodes)
            search.run(town.graph, from: seeds, limit: 4000)
            let plain = seeds.map { seed in
                PlainSearch.costs(nodes: town.nodes, arcs: town.usable, from: Int(seed.node))
                    .map { $0.map { $0 + Int(seed.cost) } }
            }
            for node in 0..<town.nodes {
                let least = plain.compactMap { $0[node] }.filter { $0 <= 4000 }.min()
                #expect(search.costs[node] == least.map { UInt32($0) } ?? .max)
            }
        }
    }

    @Test func aSearchForgetsTheOneBefore() {
        let graph = StreetGraph(nodeCount: 3, tails: [0, 1], heads: [1, 2], costs: [5, 5])
        let search = StreetSearch(nodeCount: 3)
        search.run(graph, from: [.init(node: 0)])
        #expect(search.costs == [0, 5, 10])
        search.run(graph, from: [.init(node: 2)])
        #expect(search.costs == [.max, .max, 0])
        search.run(graph, from: [.init(node: 7)])
        #expect(search.reached.isEmpty)
    }

    @Test func anArcThatIsShutIsNotUsedAndWeightsCanBeChanged() {
        var graph = StreetGraph(nodeCount: 3, tails: [0, 0, 1], heads: [2, 1, 2], costs: [.max, 4, 4])
        let search = StreetSearch(nodeCount: 3)
        search.run(graph, from: [.init(node: 0)])
        #expect(search.costs[2] == 8)
        graph.reweigh { $0 == 0 ? 3 : 4 }
        search.run(graph, from: [.init(node: 0)])
        #expect(search.costs[2] == 3)
        #expect(graph.first == [0, 2, 3, 3])
    }

    @Test func theMatrixIsTheSameOnAnyNumberOfThreads() {
        let town = RandomTown(seed: 9, longest: 100)
        let all = (0..<UInt32(town.nodes)).map { $0 }
        let one = StreetMatrix(town.graph, from: all, to: all + [1 << 20], limit: 150)
        for threads in [2, 5] {
            let more = StreetMatrix(town.graph, from: all, to: all + [1 << 20], limit: 150, threads: threads)
            #expect(more.costs == one.costs)
            #expect(more.settled == one.settled)
        }
        for (row, source) in all.enumerated() {
            let plain = PlainSearch.costs(nodes: town.nodes, arcs: town.usable, from: Int(source), limit: 150)
            #expect(
                Array(one.costs[(row * (all.count + 1))...].prefix(all.count))
                    == plain.map { $0.map { UInt32($0) } ?? .max })
            #expect(one.costs[row * (all.count + 1) + all.count] == .max)
        }
    }

    @Test func costsObeyTheTriangle() {
        for seed in 0..<20 {
            let town = RandomTown(seed: UInt64(seed), longest: 100)
            let all = (0..<UInt32(town.nodes)).map { $0 }
            let matrix = StreetMatrix(town.graph, from: all, to: all)
            func cost(_ a: Int, _ b: Int) -> Int {
                let cost = matrix.costs[a * town.nodes + b]
                return cost == .max ? Int.max / 4 : Int(cost)
            }
            for a in all.indices {
                for b in all.indices {
                    #expect(all.indices.allSatisfy { cost(a, $0) <= cost(a, b) + cost(b, $0) })
                }
            }
        }
    }
}
