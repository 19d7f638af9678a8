/// What a traveller does at stops, and how much of each thing counts when one journey is chosen among several.
package struct ScanRules: Hashable, Sendable {
    /// Seconds that one must be at a stop before the bus leaves.
    package var boardingSlack: Int32 = 0
    /// Buses in one direction.
    package var mostRides = 4
    /// Thousandths of a second of riding that a second of walking counts.
    package var walkWeight: Int64 = 2000
    /// The same for a second of waiting.
    package var waitWeight: Int64 = 2500
    /// The same for a second before the first bus: at the hub after it closes, or at the hub before it opens.
    package var firstWaitWeight: Int64 = 2500
    /// Thousandths of a second of riding that one more bus counts, with its fare.
    package var changePenalty: Int64 = 600_000

    /// Every rule at the value that stands beside it.
    package init() {}

    /// Larger than any weight or penalty that makes sense, small enough never to overflow.
    static let largest: Int64 = 1_000_000_000
}
