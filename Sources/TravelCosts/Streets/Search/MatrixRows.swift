internal import Dispatch
internal import Synchronization

/// The rows of a matrix while they are filled.
struct MatrixRows: @unchecked Sendable {
    let costs: UnsafeMutableBufferPointer<UInt32>
    let sources: [UInt32]
    let targets: [UInt32]
    let limit: UInt32
    let threads: Int

    /// Fills one row after the other by a search of its own.
    /// - Returns: the nodes reached, summed over sources.
    func fill(_ graph: StreetGraph) -> Int {
        let nodes = UInt32(graph.nodeCount)
        return shared(sources.count) {
            StreetSearch(nodeCount: graph.nodeCount)
        } _: { search, source in
            search.run(graph, from: [.init(node: sources[source])], limit: limit)
            let start = source * targets.count
            for (column, target) in targets.enumerated() where target < nodes {
                costs[start + column] = search.costs[Int(target)]
            }
            return search.reached.count
        }
    }

    /// Fills as many rows at a time as a sweep takes, sources together that lie together.
    /// - Returns: the nodes reached, summed over sources.
    func fill(_ hierarchy: StreetHierarchy) -> Int {
        let nodes = UInt32(hierarchy.nodeCount)
        func place(_ source: Int) -> Int { sources[source] < nodes ? hierarchy.place(sources[source]) : .max }
        let order = sources.indices.map { (place($0), $0) }.sorted { $0 < $1 }.map(\.1)
        let columns = targets.indices.filter { targets[$0] < nodes }
        let places = columns.map { hierarchy.place(targets[$0]) }
        let width = StreetSweep.width
        let groups = (sources.count + width - 1) / width
        return shared(groups) {
            StreetSweep(nodeCount: hierarchy.nodeCount)
        } _: { sweep, group in
            let batch = order[group * width..<min(order.count, (group + 1) * width)]
            sweep.run(hierarchy, from: batch.map { [.init(node: sources[$0])] }, limit: limit)
            let starts = batch.map { $0 * targets.count }
            for (column, place) in zip(columns, places) {
                let told = sweep.costs(at: place)
                for search in starts.indices { costs[starts[search] + column] = told[search] }
            }
            return sweep.reached.reduce(0, +)
        }
    }

    /// Does pieces of work on all threads, each thread with a tool of its own.
    /// - Returns: the sum of what the pieces count.
    private func shared<Tool>(
        _ pieces: Int, _ make: @Sendable () -> Tool, _ work: @Sendable (Tool, Int) -> Int
    ) -> Int {
        let next = Atomic<Int>(0)
        let total = Atomic<Int>(0)
        DispatchQueue.concurrentPerform(iterations: max(1, min(threads, pieces))) { _ in
            let tool = make()
            while true {
                let piece = next.wrappingAdd(1, ordering: .relaxed).oldValue
                guard piece < pieces else { return }
                total.wrappingAdd(work(tool, piece), ordering: .relaxed)
            }
        }
        return total.load(ordering: .relaxed)
    }
}
