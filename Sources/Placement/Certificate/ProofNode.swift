/// A node of the proof tree. In preorder, a fixing is followed by its one child and a branching by its two.
package enum ProofNode: Hashable, Sendable {
    /// Plans below the bound cannot have the `closed` sites open, nor do without the `opened` ones.
    case fix(ProofMultipliers, closed: [UInt32], opened: [UInt32])
    /// First the plans with the site open, then those without.
    case branchOnSite(UInt32)
    /// First the plans with at most `most` open among the sites, then those with more. Either way a limit more, which
    /// takes the next place after the limits that hold so far.
    case branchOnCount(sites: [UInt32], most: Int)
    /// No plan of this part costs less than the bound.
    case leaf(ProofMultipliers)
    /// This part has no plan: the limit at this place cannot be kept by the sites that are left, or the count, which
    /// is at place −1.
    case infeasible(limit: Int)
}

/// Multipliers of one node, whole multiples of 1 / scale.
package struct ProofMultipliers: Hashable, Sendable {
    package enum Rows: Hashable, Sendable {
        case all([Int64])
        /// As at the node above, but for these rows; the first node's start from 0.
        case changes(rows: [UInt32], values: [Int64])
    }

    /// λ, one a demand row.
    package var rows: Rows
    /// η, for the count.
    package var count: Int64
    /// μ, one a limit that holds at the node.
    package var limits: [Int64]

    package init(rows: Rows, count: Int64, limits: [Int64]) {
        self.rows = rows
        self.count = count
        self.limits = limits
    }

    /// Tells λ by its changes where that is shorter.
    init(rows: [Int64], after former: [Int64]?, count: Int64, limits: [Int64]) {
        let changed = former.map { former in rows.indices.filter { rows[$0] != former[$0] } }
        if let changed, 3 * changed.count < 2 * rows.count {
            self.rows = .changes(rows: changed.map { UInt32($0) }, values: changed.map { rows[$0] })
        } else {
            self.rows = .all(rows)
        }
        self.count = count
        self.limits = limits
    }
}
