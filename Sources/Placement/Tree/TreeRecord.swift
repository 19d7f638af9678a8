internal import HubModel

/// What a tree did, node by node, so that a certificate can be written from it.
struct TreeRecord: Sendable {
    enum End: Sendable {
        /// Not settled: closed because a better plan came up, by the multipliers that gave its bound.
        case open
        /// Closed by multipliers.
        case leaf(Int)
        /// One plan left, or none.
        case settled
        /// The node with the site open, then that without.
        case branch(site: UInt32, with: Int, without: Int)
    }

    private struct Entry: Sendable {
        /// Multipliers that fixed sites.
        var fixes: [Int] = []
        var end = End.open
        /// Multipliers that gave the node's bound; −1 for those that the tree began with.
        var bound = -1
    }

    /// Of merged rows, as whole numbers of 1 / scale, and of crossing limits.
    private var multipliers: [(rows: [Int64], limits: [Int64])] = []
    private var entries: [Entry] = []
    private(set) var bytes = 0
    /// Whether nothing had to be left out.
    private(set) var isWhole = true

    /// Bytes beyond which a record is given up.
    private static let mostBytes = 128 << 20

    mutating func addNode(bound: Int) -> Int {
        entries.append(Entry(bound: bound))
        return entries.count - 1
    }

    /// - Returns: the number by which the multipliers are told of.
    mutating func add(rows: [Int64], limits: [Int64]) -> Int {
        bytes += 8 * (rows.count + limits.count)
        if bytes > Self.mostBytes { giveUp() }
        if isWhole { multipliers.append((rows, limits)) }
        return multipliers.count - 1
    }

    /// What was kept so far no longer serves.
    mutating func giveUp() {
        isWhole = false
        multipliers.removeAll()
    }

    mutating func fix(_ node: Int, by multipliers: Int) { entries[node].fixes.append(multipliers) }

    mutating func close(_ node: Int, _ end: End) { entries[node].end = end }

    /// The steps in preorder.
    /// - Parameters:
    ///   - first: multipliers that the tree began with.
    ///   - expand: multipliers of the demand rows from those of the merged ones.
    /// - Returns: none when the record was given up.
    func steps(
        first: MultiplierStep, expand: (_ rows: [Int64], _ limits: [Int64]) -> MultiplierStep
    ) -> [BranchStep] {
        guard isWhole, !entries.isEmpty else { return [] }
        let expanded = multipliers.map { expand($0.rows, $0.limits) }
        func step(_ number: Int) -> MultiplierStep { number < 0 ? first : expanded[number] }
        var steps: [BranchStep] = []
        var left = [0]
        while let node = left.popLast() {
            let entry = entries[node]
            for fix in entry.fixes { steps.append(.fix(step(fix))) }
            switch entry.end {
            case .open: steps.append(.leaf(step(entry.bound)))
            case .leaf(let number): steps.append(.leaf(step(number)))
            case .settled: steps.append(.end)
            case .branch(let site, let with, let without):
                steps.append(.branch(site: site))
                left += [without, with]
            }
        }
        return steps
    }
}
