internal import HubModel

extension BusTrips {
    /// How an area gets to a site and home by bus; nil when it cannot.
    package func journey(area: Int, site: Int) -> BusJourney? {
        let (out, home) = scans(site)
        let walks = timetable.homes[area]
        guard let outward = out.best(walks, within: settings.outLimit),
            let homeward = home.best(walks, within: settings.homeLimit)
        else { return nil }
        return BusJourney(
            out: legs(there.rides(of: outward, out), from: .home, to: .hub, leaves: outward.time, arrives: opens),
            home: legs(
                back.rides(of: homeward, home), from: .hub, to: .home, leaves: closes, arrives: homeward.time),
            trip: trip(outward, out, homeward, home))
    }

    /// Why an area has no trip to a site, to complete "by bus: "; nil when it has one.
    package func refusal(area: Int, site: Int) -> String? {
        let walks = timetable.homes[area]
        let metres = Int(nearest: settings.stopLimit).grouped
        if walks.isEmpty { return "no stop is within \(metres) metres of home on foot" }
        if timetable.hubs[site].isEmpty { return "no stop is within \(metres) metres of the hub on foot" }
        let (out, home) = scans(site)
        if out.best(walks, within: settings.outLimit) == nil {
            return "no bus gets there by \(ClockTime.text(opens)) within \(settings.outLimit / 60) minutes"
        }
        if home.best(walks, within: settings.homeLimit) == nil {
            return "no bus gets home within \(settings.homeLimit / 60) minutes of \(ClockTime.text(closes))"
        }
        return nil
    }

    /// Rides with the walks and waits between them; legs that take no time are left out, except rides.
    private func legs(
        _ journey: BusRides, from start: BusJourney.End, to goal: BusJourney.End, leaves: Int32, arrives: Int32
    ) -> [BusJourney.Leg] {
        var legs: [BusJourney.Leg] = []
        var place = start
        var now = leaves
        func stop(_ number: UInt32) -> BusJourney.End { .stop(number, timetable.feed.stops[Int(number)].name) }
        func go(
            _ kind: BusJourney.Leg.Kind, to end: BusJourney.End, at time: Int32, by stops: [UInt32] = []
        ) {
            if time > now || (kind != .walk && kind != .wait) {
                legs.append(.init(kind: kind, from: place, to: end, leaves: now, arrives: time, stops: stops))
            }
            place = end
            now = time
        }
        // After a session people wait where it was, and walk to the stop in time for the bus.
        if let first = journey.rides.first {
            go(.wait, to: place, at: first.boards - settings.rules.boardingSlack - first.walkBefore)
        }
        for ride in journey.rides {
            go(.walk, to: stop(ride.from), at: now + ride.walkBefore)
            go(.wait, to: place, at: ride.boards)
            let trip = timetable.feed.trips[Int(timetable.day.runs[Int(ride.run)].trip)]
            let route = timetable.feed.routes[Int(trip.route)].name
            go(.ride(route: route, headsign: trip.headsign), to: stop(ride.to), at: ride.alights, by: stops(of: ride))
        }
        go(.walk, to: goal, at: now + journey.walkAfter)
        go(.wait, to: goal, at: arrives)
        return legs
    }

    /// Every stop that a ride calls at, both ends included.
    private func stops(of ride: BusRide) -> [UInt32] {
        let run = timetable.day.runs[Int(ride.run)]
        let visits = timetable.feed.visits[timetable.feed.trips[Int(run.trip)].visits]
        let rest = visits.drop { $0.stop != ride.from || $0.departure + run.shift != ride.boards }
        let last = rest.dropFirst().firstIndex { $0.stop == ride.to && $0.arrival + run.shift == ride.alights }
        return last.map { rest[...$0].map(\.stop) } ?? [ride.from, ride.to]
    }
}
