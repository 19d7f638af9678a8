import HubModel
import HubPlanTestSupport
import Testing

@testable import TravelCosts

@Suite struct DistanceTableTests {
    /// The tables give the closed form's minutes for any pair, to the last tenth.
    @Test(arguments: Travellers.names)
    func tablesSayWhatTheClosedFormSays(_ name: String) throws {
        var numbers = SeededNumbers(7)
        func place() -> Point {
            Point(x: .random(in: 0...60_000, using: &numbers), y: .random(in: 0...60_000, using: &numbers))
        }
        let areas = (0..<30).map { _ in place() }
        let travel = try EstimatedTravel(
            areas: areas, settlements: areas.indices.map { $0 % 3 == 0 ? .rural : .urban },
            sites: (0..<16).map { _ in place() } + areas.prefix(4), settings: try #require(Travellers.settings(name)))
        guard case .distances(let costs)? = travel.specification else {
            Issue.record("no distance tables")
            return
        }
        let twin = SpecifiedTravel(.distances(costs))
        for area in areas.indices {
            for site in 0..<travel.siteCount {
                for household in Household.allCases {
                    let minutes = travel.minutes(area: area, household: household, site: site)
                    #expect(twin.minutes(area: area, household: household, site: site) == minutes)
                }
            }
        }
        for (table, model) in zip(costs.classes, [travel.urban, travel.rural]) {
            #expect(table.withoutCar.count == Int(travel.longest))
            for (most, squared) in table.withoutCar.enumerated() where squared >= 0 && squared < 1e17 {
                #expect(travel.tenths(model, squared: squared).withoutCar <= TenthMinutes(most))
                #expect(travel.tenths(model, squared: squared.nextUp).withoutCar > TenthMinutes(most))
            }
        }
    }
}
