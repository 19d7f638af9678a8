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

    /// Multipliers of the tree's merged rows, as whole numbers of 1 / scale: those added since rows were merged last.
    private var merged = DifferenceStore<Int64>()
    /// Those added before, of the demand rows. Numbers begin with these.
    private var spread = DifferenceStore<Double>()
    /// Multipliers of crossing limits, as whole numbers of 1 / scale.
    private var limits: [[Int64]] = []
    private var entries: [Entry] = []
    /// Whether nothing had to be left out.
    private(set) var isWhole = true

    /// Bytes beyond which a record is given up.
    let mostBytes: Int

    /// The most that a record is worth.
    static let usualBytes = 128 << 20

    init(mostBytes: Int = usualBytes) { self.mostBytes = mostBytes }

    var bytes: Int { merged.bytes + spread.bytes + 8 * limits.count * (limits.first?.count ?? 0) }

    mutating func addNode(bound: Int) -> Int {
        entries.append(Entry(bound: bound))
        return entries.count - 1
    }

    /// - Parameter former: multipliers of the same node that these take the place of, as far as nothing rests on them.
    /// - Returns: the number by which the multipliers are told of.
    mutating func add(rows: [Int64], limits: [Int64], instead former: Int? = nil) -> Int {
        guard isWhole else { return -1 }
        let number: Int
        if let former, former >= spread.count {
            number = former
            merged.replace(former - spread.count, by: rows)
            self.limits[former] = limits
        } else {
            number = spread.count + merged.add(rows)
            self.limits.append(limits)
        }
        if bytes > mostBytes { giveUp() }
        return isWhole ? number : -1
    }

    /// Demand rows are about to be merged anew: what was added so far is kept for the demand rows themselves.
    /// - Parameter expand: multipliers of the demand rows from those of the merged ones.
    mutating func beginLayout(_ expand: (_ rows: [Int64]) -> [Double]) {
        for number in 0..<merged.count where isWhole {
            _ = spread.add(expand(merged[number]))
            if spread.bytes > mostBytes { giveUp() }
        }
        merged = DifferenceStore()
    }

    /// What was kept so far no longer serves.
    mutating func giveUp() {
        isWhole = false
        limits.removeAll()
        (merged, spread) = (DifferenceStore(), DifferenceStore())
    }

    /// Whether nothing of it rests on any multipliers yet.
    var isBlank: Bool { entries.count == 1 && entries[0].fixes.isEmpty }

    mutating func fix(_ node: Int, by multipliers: Int) { entries[node].fixes.append(multipliers) }

    mutating func close(_ node: Int, _ end: End) { entries[node].end = end }

    /// The steps in preorder.
    /// - Parameters:
    ///   - first: multipliers that the tree began with.
    ///   - scale: of whole numbers.
    ///   - expand: multipliers of the demand rows from those of the merged ones.
    /// - Returns: none when the record was given up.
    func steps(
        first: MultiplierStep, scale: Int64, expand: (_ rows: [Int64]) -> [Double]
    ) -> [BranchStep] {
        guard isWhole, !entries.isEmpty else { return [] }
        // Told of more than once where a node was fixed and then closed by the same.
        var last: (number: Int, step: MultiplierStep)?
        func step(_ number: Int) -> MultiplierStep {
            if number < 0 { return first }
            if let last, last.number == number { return last.step }
            let rows = number < spread.count ? spread[number] : expand(merged[number - spread.count])
            let step = MultiplierStep(rows: rows, limits: limits[number].map { Double($0) / Double(scale) })
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
