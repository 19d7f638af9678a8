/// Nodes in chains by degree, from which one of the least degree is taken.
///
/// Within a degree the one that came last is taken first, so the order depends on what is asked of the queue alone.
struct DegreeQueue {
    private static let none = UInt32.max

    private var heads: [UInt32] = []
    private var next: [UInt32]
    private var previous: [UInt32]
    private var least = 0

    /// - Parameter nodeCount: the nodes that will be put in are 0..<nodeCount.
    init(nodeCount: Int) {
        next = Array(repeating: Self.none, count: nodeCount)
        previous = next
    }

    mutating func insert(_ node: UInt32, degree: Int) {
        if degree >= heads.count {
            heads.append(contentsOf: repeatElement(Self.none, count: degree + 1 - heads.count))
        }
        let head = heads[degree]
        next[Int(node)] = head
        previous[Int(node)] = Self.none
        if head != Self.none { previous[Int(head)] = node }
        heads[degree] = node
        least = min(least, degree)
    }

    /// - Parameters:
    ///   - node: one that is in the queue.
    ///   - degree: the one with which it was put in.
    mutating func remove(_ node: UInt32, degree: Int) {
        let (before, after) = (previous[Int(node)], next[Int(node)])
        if before == Self.none { heads[degree] = after } else { next[Int(before)] = after }
        if after != Self.none { previous[Int(after)] = before }
    }

    /// Takes out a node of the least degree; nil when there is none left.
    mutating func takeLeast() -> UInt32? {
        while least < heads.count, heads[least] == Self.none { least += 1 }
        guard least < heads.count else { return nil }
        let node = heads[least]
        remove(node, degree: least)
        return node
    }
}
