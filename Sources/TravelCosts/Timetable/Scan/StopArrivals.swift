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
    /// In the scan's own direction of time, for each stop; the largest number where no bus goes.
    private let times: [Int32]

    init(_ pass: ScanPass, _ direction: ConnectionScan.Direction) {
        self.direction = direction
        start = pass.start
        stopCount = pass.stopCount
        mostRides = pass.rules.mostRides
        walkWeight = pass.rules.walkWeight
        endSlack = direction == .forward ? 0 : pass.rules.boardingSlack
        earliest = pass.earliestRide
        easiest = pass.easiestRide
        rides = pass.rides
        var times = [Int32](repeating: .max, count: stopCount)
        for (label, ride) in earliest.enumerated() where ride >= 0 {
            times[label % stopCount] = min(times[label % stopCount], rides[Int(ride)].arrival + endSlack)
        }
        self.times = times
    }

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
        let time = times[Int(stop)]
        return time == .max ? nil : direction == .forward ? time : -time
    }

    /// The earliest arrival at (forward), or latest departure from (backward), a place with walks to stops.
    package func time(_ ends: some Sequence<StopWalk>) -> Int32? {
        var best = Int32.max
        for end in ends where times[Int(end.stop)] != .max { best = min(best, times[Int(end.stop)] + end.seconds) }
        return best == .max ? nil : direction == .forward ? best : -best
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
                guard earliest[label] >= 0 || easiest[label] >= 0 else { continue }
                for kind in 0..<2 {
                    let place = kind == 0 ? earliest[label] : easiest[label]
                    guard place >= 0 else { continue }
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
