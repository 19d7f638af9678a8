import Foundation
import HubPlanTestSupport
import Testing

@testable import TravelCosts

/// The walking network that we build from an extract beside one that another program built from it by the same rules.
@Suite struct NewportNetworkTests {
    private struct Pair: Hashable {
        let from: Int64
        let to: Int64
    }

    private struct Given {
        let ids: [Int64]
        let arcs: [Pair: UInt32]

        init(_ place: String) throws {
            let ids = try SharedTable("\(place)/walk_nodes.csv.gz").numbers("osm_id").map { Int64($0) }
            let table = try SharedTable("\(place)/walk_arcs.csv.gz")
            let (from, to) = (table.numbers("from"), table.numbers("to"))
            var arcs: [Pair: UInt32] = [:]
            for (row, metres) in table.numbers("length_m").enumerated() {
                arcs[Pair(from: ids[Int(from[row])], to: ids[Int(to[row])])] = UInt32((metres * 1000).rounded())
            }
            self.ids = ids
            self.arcs = arcs
        }
    }

    private func network(_ place: String) throws -> StreetNetwork {
        try StreetNetwork(
            StreetExtract(SharedData.folder.appendingPathComponent("\(place)/\(place).osm.pbf").path), mode: .foot)
    }

    /// Without parallel edges and loops, as the given arcs are.
    private func arcs(_ network: StreetNetwork) -> [Pair: UInt32] {
        var arcs: [Pair: UInt32] = [:]
        for edge in network.edges where edge.from != edge.to {
            let (from, to) = (network.nodeIDs[Int(edge.from)], network.nodeIDs[Int(edge.to)])
            let ways =
                (edge.isOpen(true) ? [Pair(from: from, to: to)] : [])
                + (edge.isOpen(false) ? [Pair(from: to, to: from)] : [])
            for pair in ways { arcs[pair] = min(edge.millimetres, arcs[pair] ?? .max) }
        }
        return arcs
    }

    /// We cut streets at level crossings too (12 in Newport, 242 in Porto), to count them; all else is the same.
    @Test(
        .enabled(if: SharedData.has("newport/newport.osm.pbf") && SharedData.has("porto/porto.osm.pbf")),
        arguments: [("newport", 13_528, 12, 33_834, 33_798), ("porto", 71_789, 242, 190_706, 189_912)])
    func theNetworkIsTheGivenOneButForLevelCrossings(
        place: String, nodes: Int, more: Int, arcCount: Int, shared: Int
    ) throws {
        let (network, given) = (try network(place), try Given(place))
        #expect(network.nodeCount == nodes)
        #expect(Set(network.nodeIDs).subtracting(given.ids).count == more)
        #expect(Set(given.ids).isSubset(of: network.nodeIDs))
        let ours = arcs(network)
        #expect(ours.count == arcCount)
        let common = ours.filter { given.arcs[$0.key] != nil }
        #expect(common.count == shared)
        #expect(common.allSatisfy { pair, length in abs(Int(length) - Int(given.arcs[pair] ?? 0)) <= 1 })
    }

    /// Measured: mean 0.003 m, 99th percentile 0.010 m, most 0.017 m, all of it rounding in the given answers.
    @Test(.enabled(if: SharedData.has("newport/newport.osm.pbf")))
    func shortestWalksDifferByRoundingOnly() throws {
        let (network, given) = (try network("newport"), try Given("newport"))
        let graph = network.graph(reversed: false) { edge, _ in edge.millimetres }
        let oracle = try SharedTable("newport/walk_oracle.csv.gz")
        let number = Dictionary(uniqueKeysWithValues: zip(network.nodeIDs, (0..<UInt32(network.nodeCount))))
        let from = try oracle.numbers("source_node").map { try #require(number[given.ids[Int($0)]]) }
        let to = try oracle.numbers("target_node").map { try #require(number[given.ids[Int($0)]]) }
        let (sources, targets) = (Set(from).sorted(), Set(to).sorted())
        let matrix = StreetMatrix(graph, from: sources, to: targets, threads: 2)
        let rows = Dictionary(uniqueKeysWithValues: zip(sources, sources.indices))
        let columns = Dictionary(uniqueKeysWithValues: zip(targets, targets.indices))
        let differences = try zip(zip(from, to), oracle.numbers("metres")).map { pair, metres in
            let (row, column) = (try #require(rows[pair.0]), try #require(columns[pair.1]))
            return abs(Double(matrix.costs[row * targets.count + column]) / 1000 - metres)
        }.sorted()
        let mean = differences.reduce(0, +) / Double(differences.count)
        #expect(differences.count == 20_000)
        #expect(mean < 0.005)
        #expect(differences[differences.count * 99 / 100] < 0.015)
        #expect(try #require(differences.last) < 0.05)
    }
}
