/// The neighbours of each node while nodes are taken away: lists that grow, in one stretch of memory.
struct NeighbourLists {
    private struct List {
        var start: Int
        var count: UInt32
        var room: UInt32
    }

    private var lists: [List]
    private var pool: [UInt32]
    /// For each node, the last round in which it was seen.
    private var seen: [UInt32]
    private var round: UInt32 = 0

    /// The neighbours along arcs of either direction, each once; a node is none of its own.
    init(_ graph: StreetGraph) {
        let nodes = graph.nodeCount
        var degrees = [Int](repeating: 0, count: nodes)
        for node in 0..<nodes {
            for place in graph.row(UInt32(node)) {
                degrees[node] += 1
                degrees[Int(graph.arcs[place].head)] += 1
            }
        }
        var start = 0
        lists = degrees.map { degree in
            defer { start += degree }
            return List(start: start, count: 0, room: UInt32(degree))
        }
        pool = Array(repeating: 0, count: start)
        seen = Array(repeating: 0, count: nodes)
        for node in 0..<UInt32(nodes) {
            for place in graph.row(node) where graph.arcs[place].head != node {
                append(graph.arcs[place].head, to: node)
                append(node, to: graph.arcs[place].head)
            }
        }
        for node in lists.indices { dropRepeats(node) }
    }

    func degree(_ node: UInt32) -> Int { Int(lists[Int(node)].count) }

    func neighbours(_ node: UInt32) -> ArraySlice<UInt32> {
        let list = lists[Int(node)]
        return pool[list.start..<list.start + Int(list.count)]
    }

    /// Takes `gone` out of a neighbour's list, and puts in those of its neighbours that are not there yet.
    /// - Parameters:
    ///   - node: a neighbour of `gone`.
    ///   - gone: a node that is taken away.
    mutating func join(_ node: UInt32, past gone: UInt32) {
        round += 1
        seen[Int(node)] = round
        let list = lists[Int(node)]
        var gap = list.start
        for place in list.start..<list.start + Int(list.count) {
            seen[Int(pool[place])] = round
            if pool[place] == gone { gap = place }
        }
        pool[gap] = pool[list.start + Int(list.count) - 1]
        lists[Int(node)].count -= 1
        let others = lists[Int(gone)]
        for place in others.start..<others.start + Int(others.count) where seen[Int(pool[place])] != round {
            append(pool[place], to: node)
        }
    }

    private mutating func append(_ neighbour: UInt32, to node: UInt32) {
        var list = lists[Int(node)]
        if list.count == list.room {
            let start = pool.count
            list.room = max(8, 2 * list.room)
            pool.append(contentsOf: repeatElement(0, count: Int(list.room)))
            for place in 0..<Int(list.count) { pool[start + place] = pool[list.start + place] }
            list.start = start
        }
        pool[list.start + Int(list.count)] = neighbour
        list.count += 1
        lists[Int(node)] = list
    }

    private mutating func dropRepeats(_ node: Int) {
        round += 1
        var kept = lists[node].start
        for place in kept..<kept + Int(lists[node].count) where seen[Int(pool[place])] != round {
            seen[Int(pool[place])] = round
            pool[kept] = pool[place]
            kept += 1
        }
        lists[node].count = UInt32(kept - lists[node].start)
    }
}
