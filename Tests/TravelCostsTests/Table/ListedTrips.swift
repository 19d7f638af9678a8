import HubModel

@testable import TravelCosts

/// Trips that a test writes down: the plainest source there is.
struct ListedTrips: TripSource {
    let mode: JourneyMode
    let areaCount: Int
    let siteCount: Int
    /// By area and site.
    private(set) var listed: [[Trip?]]

    init(_ mode: JourneyMode, _ listed: [[Trip?]]) {
        self.mode = mode
        self.listed = listed
        (areaCount, siteCount) = (listed.count, listed.first?.count ?? 0)
    }

    func trips(site: Int) -> SiteTrips {
        var found = SiteTrips()
        for (area, row) in listed.enumerated() {
            guard let trip = row[site] else { continue }
            found.areas.append(UInt32(area))
            found.trips.append(trip)
        }
        return found
    }

    /// Random trips, of which some are missing and some longer than any that is counted.
    static func random(_ mode: JourneyMode, areas: Int, sites: Int, seed: UInt64) -> ListedTrips {
        var numbers = SeededGenerator(seed: seed)
        func seconds(_ most: Int32) -> Int32 { .random(in: 0...most, using: &numbers) }
        return ListedTrips(
            mode,
            (0..<areas).map { _ in
                (0..<sites).map { _ in
                    guard Int.random(in: 0..<3, using: &numbers) > 0 else { return nil }
                    var trip = Trip(mode: mode)
                    trip.walkSeconds = seconds(mode == .byCar ? 0 : 4_000) / 60 * 60
                    trip.crossingSeconds = seconds(120)
                    guard mode != .onFoot else { return trip }
                    trip.rideSeconds = seconds(mode == .byCar ? 2_000 : 30_000)
                    trip.pence = seconds(900)
                    guard mode == .byBus else { return trip }
                    trip.waitSeconds = seconds(1_800)
                    trip.slackSeconds = seconds(1_200)
                    trip.interchanges = UInt8(seconds(3))
                    return trip
                }
            })
    }
}
