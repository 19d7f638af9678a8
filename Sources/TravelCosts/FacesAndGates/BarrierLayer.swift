package import HubModel

/// Lines that people cannot walk across as they please: a river, a railway, a motorway, the coast.
package struct BarrierLayer: Hashable, Sendable {
    package enum Effect: Hashable, Sendable {
        /// Passed at crossings only.
        case blocks
        /// Passed anywhere, for so many minutes each time, one way.
        case costs(minutes: Double)
    }

    /// For people: "River Wendle".
    package var title: String
    /// In the study's projected coordinate system, metres.
    package var lines: [[Point]]
    package var effect: Effect

    package init(title: String, lines: [[Point]], effect: Effect = .blocks) {
        self.title = title
        self.lines = lines
        self.effect = effect
    }
}

/// A place where a barrier can be passed: a bridge, an underpass, a level crossing, a ferry.
package struct Crossing: Hashable, Sendable {
    /// For people: "Wendle Bridge".
    package var title: String
    package var point: Point
    /// Minutes that passing it takes besides its length, one way: a wait at the gates of a level crossing.
    package var minutes: Double
    /// Whether buses and cars pass it too; false for a footbridge.
    package var carriesVehicles: Bool

    package init(title: String, point: Point, minutes: Double = 0, carriesVehicles: Bool = true) {
        self.title = title
        self.point = point
        self.minutes = minutes
        self.carriesVehicles = carriesVehicles
    }
}
