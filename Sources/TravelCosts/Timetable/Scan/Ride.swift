/// The last ride of a journey, with what the journey has come to where it ends. Times ascend, whichever way the clock runs.
package struct Ride: Hashable, Sendable {
    package var arrival: Int32
    /// Rides of the journey, this one included.
    package var count: Int
    /// Place of the ride before among all rides of the scan; below 0 where there is none.
    package var before: Int32
    /// Walked between that one and this, or from the start.
    package var walkBefore: Int32
    /// Connections with which it begins and ends.
    package var boarded: Int32
    package var alighted: Int32
    /// In thousandths of a second of riding.
    package var burden: Int64
    /// Walked so far.
    package var walk: Int32 = 0
    /// Waited before the first bus.
    package var firstWait: Int32 = 0
    /// Spent on buses so far.
    package var riding: Int32 = 0
}
