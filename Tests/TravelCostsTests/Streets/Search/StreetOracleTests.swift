import Foundation
import HubModel
import HubPlanTestSupport
import Testing

@testable import TravelCosts

/// Exact shortest lengths on given graphs, worked out by another library.
@Suite struct StreetOracleTests {
    @Test(
        .enabled(if: SharedData.has("newport/walk_oracle.csv.gz") && SharedData.has("porto/walk_oracle.csv.gz")),
        arguments: [("newport", 20_000), ("porto", 10_000)])
    func everyLengthIsWithinHalfAMetre(place: String, count: Int) throws {
        let nodes = try SharedTable("\(place)/walk_nodes.csv.gz")
        let arcs = try SharedTable("\(place)/walk_arcs.csv.gz")
        let oracle = try SharedTable("\(place)/walk_oracle.csv.gz")
        let points = zip(nodes.numbers("lon"), nodes.numbers("lat")).map { Point(x: $0, y: $1) }
        let order = HilbertOrder.order(points)
        #expect(order.sorted() == points.indices.map { UInt32($0) })
        var number = [UInt32](repeating: 0, count: order.count)
        for (new, old) in order.enumerated() { number[Int(old)] = UInt32(new) }
        func numbered(_ column: [Double]) -> [UInt32] { column.map { number[Int($0)] } }
        let graph = StreetGraph(
            nodeCount: points.count, tails: numbered(arcs.numbers("from")), heads: numbered(arcs.numbers("to")),
            costs: arcs.numbers("length_m").map { UInt32(($0 * 1000).rounded()) })
        let (from, to) = (numbered(oracle.numbers("source_node")), numbered(oracle.numbers("target_node")))
        let (sources, targets) = (Set(from).sorted(), Set(to).sorted())
        let rows = Dictionary(uniqueKeysWithValues: zip(sources, sources.indices))
        let columns = Dictionary(uniqueKeysWithValues: zip(targets, targets.indices))
        let matrix = StreetMatrix(graph, hierarchy: StreetHierarchy(graph), from: sources, to: targets, threads: 2)
        let search = StreetSearch(nodeCount: graph.nodeCount)
        for row in stride(from: 0, to: sources.count, by: 10) {
            search.run(graph, from: [.init(node: sources[row])])
            let searched = targets.map { search.costs[Int($0)] }
            #expect(Array(matrix.costs[row * targets.count..<(row + 1) * targets.count]) == searched)
        }
        let wrong = try zip(zip(from, to), oracle.numbers("metres")).count { pair, metres in
            let (row, column) = (try #require(rows[pair.0]), try #require(columns[pair.1]))
            return abs(Double(matrix.costs[row * targets.count + column]) / 1000 - metres) > 0.5
        }
        #expect(from.count == count)
        #expect(wrong == 0)
    }
}
