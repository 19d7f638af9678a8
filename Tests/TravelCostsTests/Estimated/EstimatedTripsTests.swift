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
}
