/// A journey there and home by bus, leg by leg.
package struct BusJourney: Hashable, Sendable {
    package var out: [Leg]
    package var home: [Leg]
    package var trip: Trip

    /// One stretch. Seconds are after midnight.
    package struct Leg: Hashable, Sendable {
        /// How it is spent.
        package enum Kind: Hashable, Sendable {
            case walk
            /// Between walks and buses, after the session, or before it.
            case wait
            /// Name of the route, and where the bus says that it goes.
            case ride(route: String, headsign: String)
        }

        package var kind: Kind
        package var from: End
        package var to: End
        package var leaves: Int32
        package var arrives: Int32
        /// Numbers of all stops from one end of a ride to the other, in order; empty on foot.
        package var stops: [UInt32] = []

        package var seconds: Int32 { arrives - leaves }
    }

    /// Where a stretch begins or ends.
    package enum End: Hashable, Sendable {
        case home, hub
        /// Number of the stop in its feed, and its name.
        case stop(UInt32, String)

        /// For people: "home", "High Street".
        package var title: String {
            switch self {
            case .home: "home"
            case .hub: "the hub"
            case .stop(_, let name): name
            }
        }
    }
}

extension BusJourney.Leg {
    /// "Bus 8A (towards Rogerstone) from High Street at 18:12 to Bassaleg at 18:31".
    package var words: String {
        switch kind {
        case .walk:
            "Walk from \(from.title) at \(ClockTime.text(leaves)) to \(to.title) at \(ClockTime.text(arrives))"
        case .wait:
            "Wait at \(from.title) from \(ClockTime.text(leaves)) to \(ClockTime.text(arrives))"
        case .ride(let route, let headsign):
            "Bus \(route)\(headsign.isEmpty ? "" : " (towards \(headsign))") from \(from.title) at "
                + "\(ClockTime.text(leaves)) to \(to.title) at \(ClockTime.text(arrives))"
        }
    }
}
