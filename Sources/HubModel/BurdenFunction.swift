/// The f of the objective Σ weight · f(minutes): how much a journey of a given length counts.
///
/// Every f is non-decreasing, so it leaves each area's order of sites as it is and one engine serves them all.
/// Values are whole numbers; a unit is one tenth of a minute for `mean`.
package enum BurdenFunction: Hashable, Sendable {
    /// f(c) = c: the least mean travel (p-median).
    case mean
    /// Children beyond the limit first, then the mean among equals.
    /// f(c) = c + step where c > limit (the limit itself counts as within).
    /// With `step` above the largest possible Σ weight · c, one child more within the limit outweighs
    /// any change of the mean, so the order is lexicographic.
    case reach(limit: TenthMinutes, step: Int64)
    /// A step table: values[k] applies from thresholds[k] (inclusive) on; below thresholds[0] it is 0.
    case steps(thresholds: [TenthMinutes], values: [Int64])

    package func callAsFunction(_ minutes: TenthMinutes) -> Int64 {
        switch self {
        case .mean: Int64(minutes)
        case .reach(let limit, let step): Int64(minutes) + (minutes > limit ? step : 0)
        case .steps(let thresholds, let values):
            thresholds.lastIndex { $0 <= minutes }.map { values[$0] } ?? 0
        }
    }
}
