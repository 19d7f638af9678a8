/// One ride as a timetable shows it.
package struct BusRide: Hashable, Sendable {
    /// Place in `ServiceDay.runs`.
    package var run: UInt32
    package var from: UInt32
    package var to: UInt32
    /// Seconds after midnight.
    package var boards: Int32
    package var alights: Int32
    /// Walked to it from the bus before, or from where the journey starts.
    package var walkBefore: Int32
}

/// The rides of a journey in the order in which they are made.
package struct BusRides: Hashable, Sendable {
    package var rides: [BusRide]
    /// Walked from the last of them, in seconds.
    package var walkAfter: Int32
}

extension ConnectionScan {
    /// Times are real times in both directions.
    /// - Parameters:
    ///   - journey: found by this scan.
    ///   - arrivals: in which it was found.
    package func rides(of journey: StopArrivals.Journey, _ arrivals: StopArrivals) -> BusRides {
        var chain: [Ride] = []
        var place = journey.lastRide
        while place >= 0 {
            chain.append(arrivals.rides[Int(place)])
            place = arrivals.rides[Int(place)].before
        }
        if direction == .forward {
            let rides = chain.reversed().map { ride in
                let (first, last) = (day.connections[Int(ride.boarded)], day.connections[Int(ride.alighted)])
                return BusRide(
                    run: first.run, from: first.from, to: last.to, boards: first.departure, alights: last.arrival,
                    walkBefore: ride.walkBefore)
            }
            return BusRides(rides: rides, walkAfter: journey.end.seconds)
        }
        // The scan's last ride is the first of the journey, and its walk before a ride is the walk after it.
        var walk = journey.end.seconds
        let rides = chain.map { ride in
            let (last, first) = (day.connections[Int(ride.boarded)], day.connections[Int(ride.alighted)])
            defer { walk = ride.walkBefore }
            return BusRide(
                run: first.run, from: first.to, to: last.from, boards: -first.arrival, alights: -last.departure,
                walkBefore: walk)
        }
        return BusRides(rides: rides, walkAfter: walk)
    }
}
