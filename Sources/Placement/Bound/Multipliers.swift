/// The multipliers of the relaxation.
struct Multipliers: Sendable {
    /// λ, one a demand row, in units of its contribution: what it pays at most before sites pay for it.
    var rows: [Double]
    /// ν, one a crossing limit, in units of a site's gain: above 0 a reward for more of its sites, below 0 a charge.
    var limits: [Double]

    init(rows: [Double], limits: [Double]) {
        self.rows = rows
        self.limits = limits
    }

    /// Halfway between the nearest and the second nearest open site of a plan: near the multipliers of a good bound.
    init(_ plan: OpenPlan, tree: LimitTree) {
        rows = zip(plan.nearest, plan.second).map { ($0 + $1) / 2 }
        limits = [Double](repeating: 0, count: tree.crossing.count)
    }
}
