import Foundation
import HubModel
import HubPlanTestSupport
import Testing

@testable import TravelCosts

@Suite(.enabled(if: SharedData.has("newport/newport.osm.pbf")))
struct NewportNetworkTests {
    @Test func printFigures() throws {
        for place in ["newport", "porto"] {
            let extract = try StreetExtract(SharedData.folder.appendingPathComponent("\(place)/\(place).osm.pbf").path)
            print("missing", extract.missingNodes, "ways", extract.wayCount)
            for mode in StreetMode.allCases { print(mode, try StreetNetwork(extract, mode: mode).counts) }
            let network = try StreetNetwork(extract, mode: .foot)
            let nodes = try SharedTable("\(place)/walk_nodes.csv.gz")
            let arcs = try SharedTable("\(place)/walk_arcs.csv.gz")
            let ids = nodes.numbers("osm_id").map { Int64($0) }
            let ours = Set(network.nodeIDs), theirs = Set(ids)
            print("nodes only ours", ours.subtracting(theirs).count, "only theirs", theirs.subtracting(ours).count)
            struct Pair: Hashable { let a: Int64; let b: Int64 }
            var our: [Pair: UInt32] = [:]
            for edge in network.edges where edge.from != edge.to {
                let (a, b) = (network.nodeIDs[Int(edge.from)], network.nodeIDs[Int(edge.to)])
                if edge.isOpen(true) { our[Pair(a: a, b: b)] = min(edge.millimetres, our[Pair(a: a, b: b)] ?? .max) }
                if edge.isOpen(false) { our[Pair(a: b, b: a)] = min(edge.millimetres, our[Pair(a: b, b: a)] ?? .max) }
            }
            var their: [Pair: Double] = [:]
            for (row, length) in arcs.numbers("length_m").enumerated() {
                their[Pair(a: ids[Int(Double(arcs.rows[row][0])!)], b: ids[Int(Double(arcs.rows[row][1])!)])] = length
            }
            let shared = our.keys.filter { their[$0] != nil }
            print(
                "arcs ours", our.count, "theirs", their.count, "shared", shared.count, "max diff",
                shared.map { abs(Double(our[$0]!) / 1000 - their[$0]!) }.max()!)
        }
    }
}
