internal import HubModel

/// What each service's objective counts under a share over all of them, where hubs of one are given up for another.
///
/// Services with one and the same burden have one unit and are added as they are. Others have not: a child beyond the
/// limit costs 10^10 in one and a minute costs ten in the other. There each objective is multiplied by a whole number
/// that makes it count as much as the others where it is at its best, so that one per cent worse for one service
/// weighs as much as one per cent worse for another.
enum TotalWeights {
    /// - Parameter best: each service's objective at its best, before any service gives way to another.
    /// - Returns: one whole number a service, at least 1; empty where the plain sum serves.
    static func weights(for services: [ServiceProblem], best: [Int64]) -> [Int64] {
        guard Set(services.map(\.burden)).count > 1 else { return [] }
        let best = best.map { Int128(max(1, $0)) }
        let largest = best.max() ?? 1
        // The largest objective counts up to 1000, so that the others' weights are rounded by less than a thousandth,
        // and fewer where the sum would come near to what 64 bits hold.
        let room = Int128(Int64.max / 8) / (largest * Int128(best.count))
        let precision = min(1000, max(1, room))
        return best.map { Int64(clamping: max(1, (precision * largest + $0 / 2) / $0)) }
    }
}
