/// The plain twin of the street search: Dijkstra's method with a binary heap, as the textbook has it.
package enum PlainSearch {
    package struct Arc {
        package var tail: Int
        package var head: Int
        package var cost: Int

        package init(_ tail: Int, _ head: Int, _ cost: Int) {
            self.tail = tail
            self.head = head
            self.cost = cost
        }
    }

    /// The least cost from a node to every other; nil where there is none of at most `limit`.
    package static func costs(nodes: Int, arcs: [Arc], from source: Int, limit: Int = .max) -> [Int?] {
        let rows = Dictionary(grouping: arcs, by: \.tail)
        var best = [Int?](repeating: nil, count: nodes)
        var heap = [(cost: 0, node: source)]
        while let (cost, node) = pop(&heap) {
            guard best[node] == nil else { continue }
            best[node] = cost
            for arc in rows[node] ?? [] where cost + arc.cost <= limit && best[arc.head] == nil {
                push(&heap, (cost + arc.cost, arc.head))
            }
        }
        return best
    }

    private static func push(_ heap: inout [(cost: Int, node: Int)], _ entry: (cost: Int, node: Int)) {
        heap.append(entry)
        var child = heap.count - 1
        while child > 0, heap[(child - 1) / 2].cost > heap[child].cost {
            heap.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    private static func pop(_ heap: inout [(cost: Int, node: Int)]) -> (cost: Int, node: Int)? {
        guard let top = heap.first, let last = heap.popLast() else { return nil }
        guard !heap.isEmpty else { return top }
        heap[0] = last
        var parent = 0
        while true {
            var least = parent
            for child in [2 * parent + 1, 2 * parent + 2]
            where child < heap.count && heap[child].cost < heap[least].cost {
                least = child
            }
            guard least != parent else { return top }
            heap.swapAt(parent, least)
            parent = least
        }
    }
}
