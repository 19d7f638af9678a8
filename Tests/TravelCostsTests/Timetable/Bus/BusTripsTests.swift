import HubModel
import Testing

@testable import TravelCosts

@Suite struct BusTripsTests {
    @Test func aTripThereAndHomeIsTakenApart() throws {
        let found = try CoastLine().trips().trips(site: 0)
        #expect(found.areas == [0, 1])
        // Out: 2 minutes' walk, a minute at the stop, 16:00 to 16:20, 3 minutes' walk, 7 early for 16:30.
        // Home: wait from 18:00 for the bus at 18:05, 3 minutes of it walking; 20 minutes; 2 minutes' walk.
        let harbour = found.trips[0]
        #expect(harbour.mode == .byBus)
        #expect(harbour.walkSeconds == 120 + 180 + 180 + 120)
        #expect(harbour.waitSeconds == 60 + 120)
        #expect(harbour.rideSeconds == 1200 + 1200)
        #expect(harbour.slackSeconds == 420)
        #expect(harbour.interchanges == 0)
        // Half of two singles of £3.
        #expect(harbour.pence == 300)
        // Woods changes at Market both ways: 15 minutes there, 15 home.
        let woods = found.trips[1]
        #expect(woods.interchanges == 2)
        #expect(woods.rideSeconds == 900 + 600 + 600 + 600)
        #expect(woods.waitSeconds == 60 + 900 + 120 + 900)
        #expect(woods.pence == 600)
    }

    @Test func anAreaOrSiteWithoutAStopHasNoTripAndIsToldWhy() throws {
        let trips = try CoastLine().trips()
        #expect(trips.trips(site: 1).areas.isEmpty)
        #expect(trips.refusal(area: CoastLine.farm, site: 0) == "no stop is within 1,200 metres of home on foot")
        #expect(trips.refusal(area: 0, site: 1) == "no stop is within 1,200 metres of the hub on foot")
        #expect(trips.refusal(area: 0, site: 0) == nil)
        #expect(trips.journey(area: CoastLine.farm, site: 0) == nil)
    }

    @Test func whoeverCannotGetHomeHasNoTrip() throws {
        var coast = try CoastLine()
        coast.closes = 73_800
        let trips = try coast.trips()
        #expect(trips.trips(site: 0).areas.isEmpty)
        #expect(trips.refusal(area: 0, site: 0) == "no bus gets home within 90 minutes of 20:30")
        coast.closes = 72_000
        #expect(try coast.trips().trips(site: 0).areas == [0])
    }

    @Test func whoeverCannotGetThereHasNoTrip() throws {
        var coast = try CoastLine()
        coast.opens = 58_800
        let trips = try coast.trips()
        #expect(trips.trips(site: 0).areas.isEmpty)
        #expect(trips.refusal(area: 0, site: 0) == "no bus gets there by 16:20 within 90 minutes")
    }

    @Test func theLegsTellTheWholeJourneyAndAddUpToTheTrip() throws {
        let trips = try CoastLine().trips()
        let journey = try #require(trips.journey(area: CoastLine.woods, site: 0))
        #expect(
            journey.out.map(\.words) == [
                "Walk from home at 15:35 to Woods at 15:39", "Wait at Woods from 15:39 to 15:40",
                "Bus 2 (towards Market) from Woods at 15:40 to Market at 15:55",
                "Wait at Market from 15:55 to 16:10",
                "Bus 1 (towards Hill) from Market at 16:10 to Hill at 16:20",
                "Walk from Hill at 16:20 to the hub at 16:23", "Wait at the hub from 16:23 to 16:30",
            ])
        #expect(
            journey.home.map(\.words) == [
                "Wait at the hub from 18:00 to 18:01", "Walk from the hub at 18:01 to Hill at 18:04",
                "Wait at Hill from 18:04 to 18:05", "Bus 1 (towards Harbour) from Hill at 18:05 to Market at 18:15",
                "Wait at Market from 18:15 to 18:30", "Bus 2 (towards Woods) from Market at 18:30 to Woods at 18:40",
                "Walk from Woods at 18:40 to home at 18:44",
            ])
        let harbour = try #require(trips.journey(area: CoastLine.harbour, site: 0))
        #expect(harbour.out.map(\.stops) == [[], [], [0, 1, 2], [], []])
        #expect(journey.home.map(\.stops) == [[], [], [], [2, 1], [], [1, 3], []])
        func seconds(_ legs: [BusJourney.Leg], _ isOfKind: (BusJourney.Leg) -> Bool) -> Int32 {
            legs.filter(isOfKind).map(\.seconds).reduce(0, +)
        }
        let legs = journey.out + journey.home
        #expect(seconds(legs) { $0.kind == .walk } == journey.trip.walkSeconds)
        #expect(seconds(legs) { $0.kind == .wait } == journey.trip.waitSeconds + journey.trip.slackSeconds)
        #expect(
            seconds(legs) { if case .ride = $0.kind { true } else { false } } == journey.trip.rideSeconds)
        #expect(journey.trip == trips.trips(site: 0).trips[1])
    }

    @Test func aLongerLimitNeverLosesATrip() throws {
        var counts: [Int] = []
        for limit in stride(from: 0.0, through: 120, by: 5) {
            var coast = try CoastLine()
            coast.settings = coast.settings.changing(["bus.homeLimit": limit, "bus.outLimit": limit])
            counts.append(try coast.trips().trips(site: 0).areas.count)
        }
        #expect(counts == counts.sorted())
        #expect(counts.first == 0)
        #expect(counts.last == 2)
    }

    @Test func settingsOutsideTheirRangeAreToldByName() {
        let wrong = Travellers.adult.changing(["bus.homeLimit": -1])
        #expect(sentence { _ = try BusSettings(wrong) }.contains("bus.homeLimit"))
        let far = Travellers.adult.changing(["bus.stopLimit": 1e20])
        #expect(sentence { _ = try BusSettings(far) }.contains("bus.stopLimit"))
        let date = Travellers.adult.changing(["fare.capEnds": 20_270_230])
        #expect(sentence { _ = try FareScheme(date) }.contains("must be a day such as 20270331"))
    }
}
