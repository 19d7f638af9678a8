internal import HubModel

/// Gathers the figures of some children in two passes: `add` in any order, then `locate` in order of minutes.
///
/// Weighted quantiles are exact: the smallest minutes within which at least the fraction of the children travel.
struct TravelTally {
    private(set) var figures = TravelFigures()
    /// Children passed so far in the second pass.
    private var passed: Int64 = 0
    private let reachLimit: TenthMinutes
    private let outOfReachLimit: TenthMinutes

    init(for service: Service) {
        reachLimit = service.reachLimit
        outOfReachLimit = service.outOfReachLimit
    }

    /// First pass: sums. Children are at most the population of a country, so no sum leaves 64 bits.
    mutating func add(_ children: Int64, at minutes: TenthMinutes) {
        figures.children += children
        figures.tenthMinutes += children * Int64(minutes)
        if minutes <= reachLimit { figures.reached += children }
        if minutes > outOfReachLimit { figures.outOfReach += children }
    }

    /// Second pass: quantiles. Call with the same children, in non-decreasing minutes.
    mutating func locate(_ children: Int64, at minutes: TenthMinutes) {
        guard children > 0 else { return }
        let before = passed
        passed += children
        if 2 * before < figures.children, 2 * passed >= figures.children { figures.median = minutes }
        if 10 * before < 9 * figures.children, 10 * passed >= 9 * figures.children { figures.ninetieth = minutes }
    }
}
