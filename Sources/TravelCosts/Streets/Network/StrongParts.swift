/// The parts of a network within which every node can be reached from every other (strongly connected components),
/// by Tarjan's method (SIAM J. Comput. 1, 1972) without recursion.
struct StrongParts {
    /// Parts, leaving out nodes without edges.
    private(set) var count = 0
    /// Nodes with an edge.
    private(set) var usedNodes = 0
    private var part: [UInt32]
    private var largest = UInt32.max

    private static let unseen = UInt32.max

    init(nodeCount: Int, edges: [StreetEdge]) {
        part = Array(repeating: Self.unseen, count: nodeCount)
        var isUsed = [Bool](repeating: false, count: nodeCount)
        var (tails, heads) = ([UInt32](), [UInt32]())
        for edge in edges {
            isUsed[Int(edge.from)] = true
            isUsed[Int(edge.to)] = true
            if edge.isOpen(true) {
                tails.append(edge.from)
                heads.append(edge.to)
            }
            if edge.isOpen(false) {
                tails.append(edge.to)
                heads.append(edge.from)
            }
        }
        let graph = StreetGraph(
            nodeCount: nodeCount, tails: tails, heads: heads, costs: Array(repeating: 1, count: tails.count))
        usedNodes = isUsed.count(where: \.self)
        findParts(graph, isUsed)
    }

    /// Among parts of equal size the one found first, which depends on the file's order alone.
    func isLargest(_ node: UInt32) -> Bool { part[Int(node)] == largest }

    private mutating func findParts(_ graph: StreetGraph, _ isUsed: [Bool]) {
        var seen = [UInt32](repeating: Self.unseen, count: part.count)
        var low = seen
        var (clock, most) = (UInt32(0), 0)
        var (open, path) = ([UInt32](), [(node: UInt32, place: Int)]())
        for root in 0..<UInt32(part.count) where isUsed[Int(root)] && seen[Int(root)] == Self.unseen {
            path.append((root, graph.row(root).lowerBound))
            while let (node, place) = path.last {
                if seen[Int(node)] == Self.unseen {
                    seen[Int(node)] = clock
                    low[Int(node)] = clock
                    clock += 1
                    open.append(node)
                }
                if place < graph.row(node).upperBound {
                    path[path.count - 1].place += 1
                    let head = graph.arcs[place].head
                    if seen[Int(head)] == Self.unseen {
                        path.append((head, graph.row(head).lowerBound))
                    } else if part[Int(head)] == Self.unseen {
                        low[Int(node)] = min(low[Int(node)], seen[Int(head)])
                    }
                    continue
                }
                path.removeLast()
                if let parent = path.last?.node { low[Int(parent)] = min(low[Int(parent)], low[Int(node)]) }
                guard low[Int(node)] == seen[Int(node)] else { continue }
                let number = UInt32(count)
                count += 1
                var size = 0
                while let member = open.popLast() {
                    part[Int(member)] = number
                    size += 1
                    if member == node { break }
                }
                if size > most { (most, largest) = (size, number) }
            }
        }
    }
}
