internal import Foundation
package import HubModel

/// The uncapacitated p-median graphs of the OR-Library (Beasley 1985), read from the data beside the project.
package enum OrLibrary {
    /// A graph as a problem: every node is a demand point of weight 1 and a site; cost is the shortest path.
    ///
    /// A later line for the same pair of nodes replaces an earlier one.
    package static func problem(_ name: String) throws -> ServiceProblem {
        let numbers = try self.numbers(in: name)
        let nodes = numbers[0]
        var lengths: [Int: Int] = [:]
        for edge in 0..<numbers[1] {
            let (a, b) = (numbers[3 + 3 * edge] - 1, numbers[4 + 3 * edge] - 1)
            lengths[a * nodes + b] = numbers[5 + 3 * edge]
            lengths[b * nodes + a] = numbers[5 + 3 * edge]
        }
        var neighbours = [[(node: Int, length: Int)]](repeating: [], count: nodes)
        for (pair, length) in lengths { neighbours[pair / nodes].append((pair % nodes, length)) }
        let travel = TravelMatrix(
            areaCount: nodes, siteCount: nodes,
            withoutCar: (0..<nodes).flatMap { paths(from: $0, along: neighbours).map { TenthMinutes($0) } })
        return ServiceProblem(
            id: name, siteIndices: Array(0..<UInt32(nodes)), siteNames: (1...nodes).map { "node \($0)" },
            travel: travel, weights: (0..<2 * nodes).map { $0 % 2 == 0 ? 1 : 0 }, burden: .mean, count: numbers[2])
    }

    /// The published optimum.
    package static func optimum(of name: String) throws -> Int64? {
        let text = try String(contentsOf: folder.appendingPathComponent("pmedian_optima.txt"), encoding: .utf8)
        let line = text.split(whereSeparator: \.isNewline).first { $0.split(separator: " ").first == Substring(name) }
        return line?.split(separator: " ").last.flatMap { Int64($0) }
    }

    package static var isThere: Bool { SharedData.has("benchmarks/orlib/pmed1.txt") }

    private static let folder = SharedData.folder.appendingPathComponent("benchmarks/orlib")

    private static func numbers(in name: String) throws -> [Int] {
        let file = folder.appendingPathComponent("\(name).txt")
        return try String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isWhitespace).compactMap {
            Int($0)
        }
    }

    /// Dijkstra's method with a plain scan for the nearest open node.
    private static func paths(from source: Int, along neighbours: [[(node: Int, length: Int)]]) -> [Int] {
        var distance = [Int](repeating: .max, count: neighbours.count)
        var isDone = [Bool](repeating: false, count: neighbours.count)
        distance[source] = 0
        while true {
            var nearest = -1
            for node in neighbours.indices where !isDone[node] && distance[node] < .max {
                if nearest < 0 || distance[node] < distance[nearest] { nearest = node }
            }
            guard nearest >= 0 else { return distance }
            isDone[nearest] = true
            for (node, length) in neighbours[nearest] {
                distance[node] = min(distance[node], distance[nearest] + length)
            }
        }
    }
}
