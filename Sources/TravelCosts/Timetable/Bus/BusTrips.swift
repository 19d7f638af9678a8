package import HubModel

/// Journeys by bus to sessions that start and end at fixed times: there by the start, and home after the end.
///
/// An area has a trip only if it can get there **and** home within the limits. Each direction takes the journey of least
/// burden among those that ``ConnectionScan`` finds. People leave home to meet their first bus, so they wait only at
/// changes and after the session; being early at the hub is slack.
package struct BusTrips: TripSource {
    package var mode: JourneyMode { .byBus }
    package var areaCount: Int { timetable.homes.count }
    package var siteCount: Int { timetable.hubs.count }

    let timetable: BusTimetable
    let settings: BusSettings
    let fares: FareScheme
    /// Seconds after midnight.
    package let opens: Int32
    package let closes: Int32
    let there: ConnectionScan
    let back: ConnectionScan

    /// - Parameters:
    ///   - timetable: of the day, with the walks to its stops.
    ///   - opens: when the session starts, in seconds after midnight.
    ///   - closes: when it ends.
    ///   - fares: what rides cost.
    ///   - settings: of the traveller.
    package init(timetable: BusTimetable, opens: Int32, closes: Int32, fares: FareScheme, settings: BusSettings) {
        self.timetable = timetable
        self.settings = settings
        self.fares = fares
        self.opens = opens
        self.closes = closes
        var early = settings.rules
        early.firstWaitWeight = settings.slackWeight
        there = ConnectionScan(timetable.day, timetable.footpaths, early, .backward)
        back = ConnectionScan(timetable.day, timetable.footpaths, settings.rules, .forward)
    }

    package func trips(site: Int) -> SiteTrips {
        let (out, home) = scans(site)
        var found = SiteTrips()
        for area in 0..<areaCount {
            let walks = timetable.homes[area]
            guard let outward = out.best(walks, within: settings.outLimit),
                let homeward = home.best(walks, within: settings.homeLimit)
            else { continue }
            found.areas.append(UInt32(area))
            found.trips.append(trip(outward, out, homeward, home))
        }
        return found
    }

    /// Both scans of a site: there by the start, and home after the end.
    func scans(_ site: Int) -> (out: StopArrivals, home: StopArrivals) {
        let walks = Array(timetable.hubs[site])
        return (
            there(walks, at: opens, within: settings.outLimit), back(walks, at: closes, within: settings.homeLimit)
        )
    }

    func trip(
        _ outward: StopArrivals.Journey, _ out: StopArrivals, _ homeward: StopArrivals.Journey, _ home: StopArrivals
    ) -> Trip {
        var trip = Trip(mode: .byBus)
        trip.walkSeconds = outward.walk + homeward.walk
        trip.waitSeconds = outward.wait + homeward.wait + homeward.firstWait
        trip.rideSeconds = outward.ride + homeward.ride
        trip.interchanges = UInt8(clamping: outward.rides + homeward.rides - 2)
        trip.slackSeconds = outward.firstWait
        trip.homeSeconds = homeward.walk + homeward.firstWait + homeward.wait + homeward.ride
        trip.pence = fares.pence(
            out: fareRides(there, out, outward), home: fareRides(back, home, homeward), on: timetable.day.date)
        return trip
    }

    private func fareRides(
        _ scan: ConnectionScan, _ arrivals: StopArrivals, _ journey: StopArrivals.Journey
    ) -> [FareRide] {
        scan.rides(of: journey, arrivals).rides.map { ride in
            let route = timetable.feed.trips[Int(timetable.day.runs[Int(ride.run)].trip)].route
            return FareRide(
                route: route, agency: timetable.feed.routes[Int(route)].agency,
                originZone: timetable.feed.stops[Int(ride.from)].zone,
                destinationZone: timetable.feed.stops[Int(ride.to)].zone, boards: ride.boards)
        }
    }
}
