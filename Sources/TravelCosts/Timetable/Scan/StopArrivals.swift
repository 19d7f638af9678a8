/// What one scan found: for each stop and number of rides the earliest journey, and the one of least burden.
package struct StopArrivals: Sendable {
    package let direction: ConnectionScan.Direction
    let start: Int32
    let stopCount: Int
    let mostRides: Int
    let walkWeight: Int64
    /// Seconds that one must be at the far stop before the bus leaves, where the journey starts there.
    let endSlack: Int32
    let earliest: [Int32]
    let easiest: [Int32]
    package let rides: [Ride]

    /// A journey of one direction in what it takes. Seconds.
    package struct Journey: Hashable, Sendable {
        /// When it arrives (forward) or leaves (backward), after midnight.
        package var time: Int32
        package var walk: Int32
        /// Between the start or end of the session and the bus next to it.
        package var firstWait: Int32
        /// At stops, except what `firstWait` holds.
        package var wait: Int32
        package var ride: Int32
        package var rides: Int
        /// Stop at the far end, and the walk there.
        package var end: StopWalk
        /// Place of the last ride of the scan.
        package var lastRide: Int32
    }

    /// When a stop is reached by bus (forward), or one must be there to leave by bus (backward); nil where no bus does.
    package func time(atStop stop: UInt32) -> Int32? {
        let times = (0..<mostRides).compactMap { count in
            let ride = earliest[count * stopCount + Int(stop)]
            return ride < 0 ? nil : rides[Int(ride)].arrival + endSlack
        }
        return times.min().map { direction == .forward ? $0 : -$0 }
    }

    /// The earliest arrival at (forward), or latest departure from (backward), a place with walks to stops.
    package func time(_ ends: some Sequence<StopWalk>) -> Int32? {
        let times = ends.compactMap { end in
            time(atStop: end.stop).map { direction == .forward ? $0 + end.seconds : $0 - end.seconds }
        }
        return direction == .forward ? times.min() : times.max()
    }

    /// The journey of least burden to a place; among equals the shorter, then fewer rides, then the first stop given.
    /// - Parameters:
    ///   - ends: walks between the place and stops.
    ///   - limit: the whole journey may take this many seconds from the start of the scan.
    package func best(_ ends: some Sequence<StopWalk>, within limit: Int32) -> Journey? {
        var best: (burden: Int64, length: Int64, count: Int)?
        var choice: (end: StopWalk, ride: Int32)?
        for end in ends {
            for count in 0..<mostRides {
                let label = count * stopCount + Int(end.stop)
                for place in [earliest[label], easiest[label]] where place >= 0 {
                    let ride = rides[Int(place)]
                    let length = Int64(ride.arrival) - Int64(start) + Int64(end.seconds) + Int64(endSlack)
                    guard length <= limit else { continue }
                    let key = (ride.burden + walkWeight * Int64(end.seconds), length, ride.count)
                    if best.map({ key < $0 }) ?? true {
                        best = key
                        choice = (end, place)
                    }
                }
            }
        }
        return choice.map { journey(rides[Int($0.ride)], $0.ride, $0.end) }
    }

    private func journey(_ ride: Ride, _ place: Int32, _ end: StopWalk) -> Journey {
        let arrival = ride.arrival + endSlack + end.seconds
        return Journey(
            time: direction == .forward ? arrival : -arrival, walk: ride.walk + end.seconds, firstWait: ride.firstWait,
            wait: ride.arrival + endSlack - start - ride.walk - ride.firstWait - ride.riding, ride: ride.riding,
            rides: ride.count,
            end: end, lastRide: place)
    }
}
