import HubModel
import Testing

@testable import TravelCosts

/// Trips estimated from the straight line cost what the closed form says.
@Suite struct EstimatedTripsTests {
    @Test(arguments: Travellers.names) func aTableOfThemIsTheClosedFormToATenthOfAMinute(_ name: String) throws {
        let settings = try #require(Travellers.settings(name))
        var numbers = SeededGenerator(seed: 11)
        func place() -> Point {
            Point(x: .random(in: 0...30_000, using: &numbers), y: .random(in: 0...30_000, using: &numbers))
        }
        let (areas, sites) = ((0..<30).map { _ in place() }, (0..<12).map { _ in place() })
        let settlements = areas.indices.map { $0 % 3 == 0 ? Settlement.rural : .urban }
        let plain = try EstimatedTravel(areas: areas, settlements: settlements, sites: sites, settings: settings)
        let ways = try [JourneyMode.onFoot, .byBus, .byCar].map {
            TravelWay(
                try EstimatedTrips($0, areas: areas, settlements: settlements, sites: sites, settings: settings))
        }
        let table = try SparseTravel(ways: ways, settings: settings, quality: EstimatedTravel.quality, threads: 2)
        for area in areas.indices {
            for site in sites.indices {
                for household in Household.allCases {
                    let minutes = table.minutes(area: area, household: household, site: site)
                    let closed = plain.minutes(area: area, household: household, site: site)
                    #expect(abs(Int(minutes) - Int(closed)) <= 1)
                    #expect(plain.options(area: area, household: household, site: site).first?.parts?.total == closed)
                }
            }
        }
    }

    /// The areas that are found through the grid are those that a look at every one finds.
    @Test(arguments: [JourneyMode.onFoot, .byBus, .byCar, .byCycle], [30.0, 150, 720])
    func noAreaIsMissed(_ mode: JourneyMode, _ longest: Double) throws {
        let settings = Travellers.adult.changing(["journey.longest": longest, "car.used": 1])
        var numbers = SeededGenerator(seed: 12)
        func place() -> Point {
            Point(x: .random(in: 0...60_000, using: &numbers), y: .random(in: 0...60_000, using: &numbers))
        }
        let (areas, sites) = ((0..<400).map { _ in place() }, (0..<10).map { _ in place() })
        let settlements = areas.indices.map { $0 % 3 == 0 ? Settlement.rural : .urban }
        let trips = try EstimatedTrips(
            mode, areas: areas, settlements: settlements, sites: sites, settings: settings)
        let models = [try EstimatedModel(.urban, settings), try EstimatedModel(.rural, settings)]
        let cost = try GeneralisedCost(settings)
        var count = 0
        for (site, point) in sites.enumerated() {
            let plain = areas.indices.compactMap { area -> (UInt32, Trip)? in
                let model = models[settlements[area] == .rural ? 1 : 0]
                guard
                    let trip = model.trip(mode, metres: areas[area].distance(to: point), crossingMinutes: 0),
                    cost.tenths(trip) < cost.longest
                else { return nil }
                return (UInt32(area), trip)
            }
            let found = trips.trips(site: site)
            #expect(found.areas == plain.map(\.0) && found.trips == plain.map(\.1))
            count += plain.count
        }
        #expect(mode == .byCycle ? count == 0 : longest < 100 || count > 0)
    }
}
