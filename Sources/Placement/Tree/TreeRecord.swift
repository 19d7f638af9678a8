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

    /// Multipliers of merged rows and of crossing limits as whole numbers of 1 / scale. Those of rows are told by what
    /// differs from others held in full: from node to node most stay what they are.
    private struct Multipliers: Sendable {
        var base: Int
        /// Which of the tree's merged rows they belong to.
        var layout: Int
        var rows: [UInt32]
        var values: [Int64]
        var limits: [Int64]

        var bytes: Int { 12 * rows.count + 8 * limits.count }
    }

    private var bases: [[Int64]] = []
    private var layout = 0
    private var isNewLayout = true
    private var multipliers: [Multipliers] = []
    private var entries: [Entry] = []
    private(set) var bytes = 0
    /// Whether nothing had to be left out.
    private(set) var isWhole = true

    /// Bytes beyond which a record is given up.
    private let mostBytes: Int

    /// The most that a record is worth.
    static let usualBytes = 128 << 20

    init(mostBytes: Int = usualBytes) { self.mostBytes = mostBytes }

    mutating func addNode(bound: Int) -> Int {
        entries.append(Entry(bound: bound))
        return entries.count - 1
    }

    /// - Parameter former: multipliers of the same node that these take the place of, as far as nothing rests on them.
    /// - Returns: the number by which the multipliers are told of.
    mutating func add(rows: [Int64], limits: [Int64], instead former: Int? = nil) -> Int {
        if let former, isWhole {
            bytes -= multipliers[former].bytes
            multipliers[former] = packed(rows, limits)
        } else if isWhole {
            multipliers.append(packed(rows, limits))
        }
        if bytes > mostBytes { giveUp() }
        return isWhole ? former ?? multipliers.count - 1 : -1
    }

    private mutating func packed(_ rows: [Int64], _ limits: [Int64]) -> Multipliers {
        var packed = Multipliers(base: bases.count - 1, layout: layout, rows: [], values: [], limits: limits)
        if !isNewLayout, let base = bases.last {
            for row in rows.indices where rows[row] != base[row] {
                packed.rows.append(UInt32(row))
                packed.values.append(rows[row])
            }
        }
        if isNewLayout || packed.rows.count > rows.count / 4 {
            bases.append(rows)
            bytes += 8 * rows.count
            packed = Multipliers(base: bases.count - 1, layout: layout, rows: [], values: [], limits: limits)
            isNewLayout = false
        }
        bytes += packed.bytes
        return packed
    }

    private func unpacked(_ number: Int) -> (rows: [Int64], limits: [Int64]) {
        let packed = multipliers[number]
        var rows = bases[packed.base]
        for (row, value) in zip(packed.rows, packed.values) { rows[Int(row)] = value }
        return (rows, packed.limits)
    }

    /// Demand rows are merged anew: multipliers from now on belong to the next layout.
    mutating func beginLayout() {
        layout += 1
        isNewLayout = true
    }

    /// What was kept so far no longer serves.
    mutating func giveUp() {
        isWhole = false
        bytes = 0
        multipliers.removeAll()
        bases.removeAll()
    }

    mutating func fix(_ node: Int, by multipliers: Int) { entries[node].fixes.append(multipliers) }

    mutating func close(_ node: Int, _ end: End) { entries[node].end = end }

    /// The steps in preorder.
    /// - Parameters:
    ///   - first: multipliers that the tree began with.
    ///   - expand: multipliers of the demand rows from those of the merged ones, whose layout is told first.
    /// - Returns: none when the record was given up.
    func steps(
        first: MultiplierStep, expand: (_ layout: Int, _ rows: [Int64], _ limits: [Int64]) -> MultiplierStep
    ) -> [BranchStep] {
        guard isWhole, !entries.isEmpty else { return [] }
        // Told of more than once where a node was fixed and then closed by the same.
        var last: (number: Int, step: MultiplierStep)?
        func step(_ number: Int) -> MultiplierStep {
            if number < 0 { return first }
            if let last, last.number == number { return last.step }
            let whole = unpacked(number)
            let step = expand(multipliers[number].layout, whole.rows, whole.limits)
            last = (number, step)
            return step
        }
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
