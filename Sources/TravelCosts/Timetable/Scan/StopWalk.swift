/// A walk between a place and a stop.
package struct StopWalk: Hashable, Sendable {
    package var stop: UInt32
    /// Whole seconds, rounded up.
    package var seconds: Int32

    package init(stop: UInt32, seconds: Int32) {
        self.stop = stop
        self.seconds = seconds
    }
}
