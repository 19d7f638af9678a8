internal import ArgumentParser
internal import Foundation
internal import TravelCosts

struct StreetsBenchmark: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "streets",
        abstract: "Shortest lengths between nodes of a given street graph; prints one line of JSON.")

    @Option(help: "Table of nodes: node (from 0, in order), lon, lat; may be gzipped.")
    var nodes: String

    @Option(help: "Table of arcs: from, to, length_m; may be gzipped.")
    var arcs: String

    @Option(help: "Nodes to search from, a number a line; every node when left out.")
    var sources: String?

    @Option(help: "Nodes to search for, a number a line; when left out, all that are reached are counted.")
    var targets: String?

    @Option(help: "Longest length in metres, inclusive; none when left out.")
    var limit: Double?

    @Option(help: "How to search: search from each source, or sweep over a hierarchy; by the question when left out.")
    var method: Method?

    @Option(help: "Threads; never changes the answer.")
    var threads: Int = 1

    @Option(name: .customLong("out"), help: "Write source_node,target_node,metres of every pair in reach to this file.")
    var output: String?

    enum Method: String, ExpressibleByArgument, CaseIterable, Encodable {
        case search, sweep
    }

    func validate() throws {
        guard threads >= 1 else { throw ValidationError("--threads is \(threads): give at least 1.") }
        if let limit, !(limit >= 0 && limit <= Double(StreetGraph.furthest) / 1000) {
            throw ValidationError("--limit is \(limit): give metres from 0 to \(StreetGraph.furthest / 1000).")
        }
        guard output == nil || targets != nil else {
            throw ValidationError("--out needs --targets: all pairs of nodes are too many to write.")
        }
    }

    func run() throws {
        let given = try GivenStreets(nodes: nodes, arcs: arcs)
        let from = try sources.map { try GivenStreets.list($0, nodes: given.nodes.count) }
        let to = try targets.map { try GivenStreets.list($0, nodes: given.nodes.count) }
        let clock = ContinuousClock()
        let usageBefore = ProcessUsage.now
        let started = clock.now
        let order = HilbertOrder.order(given.nodes)
        var place = [UInt32](repeating: 0, count: order.count)
        for (new, old) in order.enumerated() { place[Int(old)] = UInt32(new) }
        let graph = StreetGraph(
            nodeCount: order.count, tails: given.tails.map { place[Int($0)] },
            heads: given.heads.map { place[Int($0)] }, costs: given.lengths)
        let starts = from?.map { place[Int($0)] } ?? (0..<UInt32(order.count)).map { $0 }
        let millimetres = limit.map { UInt32(($0 * 1000).rounded(.down)) } ?? StreetGraph.furthest
        let pays = StreetHierarchy.pays(graph, sources: starts.count, limit: millimetres)
        let method = method ?? (pays ? .sweep : .search)
        let hierarchy = method == .sweep ? StreetHierarchy(graph) : nil
        let (prepared, usagePrepared) = (clock.now, ProcessUsage.now)
        let matrix = StreetMatrix(
            graph, hierarchy: hierarchy, from: starts, to: to?.map { place[Int($0)] } ?? [], limit: millimetres,
            threads: threads)
        let searched = clock.now
        let usage = ProcessUsage.now
        let line = Line(
            nodes: graph.nodeCount, arcs: graph.arcs.count, sources: matrix.sourceCount, targets: matrix.targetCount,
            threads: threads, limit: limit, method: method,
            preparation: (prepared - started) / .seconds(1), search: (searched - prepared) / .seconds(1),
            preparationCPU: usagePrepared.cpuSeconds - usageBefore.cpuSeconds,
            searchCPU: usage.cpuSeconds - usagePrepared.cpuSeconds,
            cpuSeconds: usage.cpuSeconds - usageBefore.cpuSeconds, settled: matrix.settled,
            nanosecondsPerNode: (usage.cpuSeconds - usagePrepared.cpuSeconds) * 1e9 / Double(max(1, matrix.settled)),
            reached: matrix.costs.count { $0 != .max }, peakResident: usage.peakMegabytes)
        if let output, let from, let to { try MatrixWriter.write(matrix, from: from, to: to, at: output) }
        print(try line.json())
    }

    /// What a run says of itself. Seconds of preparation (the order of nodes, the graph, and its hierarchy where one is made)
    /// and of search are told by the wall and by the processor; neither holds reading or writing. Nanoseconds are the
    /// processor's, for each node that a search reached.
    private struct Line: Encodable {
        var nodes: Int
        var arcs: Int
        var sources: Int
        var targets: Int
        var threads: Int
        var limit: Double?
        var method: Method
        var preparation: Double
        var search: Double
        var preparationCPU: Double
        var searchCPU: Double
        var cpuSeconds: Double
        var settled: Int
        var nanosecondsPerNode: Double
        var reached: Int
        var peakResident: Double

        private enum CodingKeys: String, CodingKey {
            case nodes, arcs, sources, targets, threads, limit, method, settled, reached
            case preparation = "preparation_seconds"
            case search = "search_seconds"
            case preparationCPU = "preparation_cpu_seconds"
            case searchCPU = "search_cpu_seconds"
            case cpuSeconds = "cpu_seconds"
            case nanosecondsPerNode = "ns_per_settled_node"
            case peakResident = "peak_rss_mb"
        }

        func json() throws -> String {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            return String(decoding: try encoder.encode(self), as: UTF8.self)
        }
    }
}
