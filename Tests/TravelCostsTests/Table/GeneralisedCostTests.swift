import HubModel
import Testing

@testable import TravelCosts

@Suite struct GeneralisedCostTests {
    private var settings: TravelSettings {
        var settings = Travellers.adult
        for (key, value) in [
            ("walk.weight", 2), ("wait.weight", 2.5), ("bus.interchange", 10), ("time.value", 6), ("slack.weight", 0.5),
            ("journey.longest", 720),
        ] { _ = settings.set(key, to: value) }
        return settings
    }

    private var ride: Trip {
        var trip = Trip(mode: .byBus)
        trip.walkSeconds = 600
        trip.waitSeconds = 480
        trip.rideSeconds = 1_500
        trip.interchanges = 1
        trip.pence = 300
        trip.crossingSeconds = 60
        trip.slackSeconds = 240
        return trip
    }

    @Test func aBusJourneyCostsWhatTheFormulaSays() throws {
        let cost = try GeneralisedCost(settings)
        // 2 × 10 walking, 2.5 × 8 waiting, 25 riding, 10 for the change, £3 at £6 an hour 30, 1 crossing, 0.5 × 4 early.
        #expect(cost.tenths(ride) == 1_080)
        let parts = cost.parts(ride)
        #expect(parts[.walk] == 200 && parts[.wait] == 200 && parts[.ride] == 250 && parts[.interchange] == 100)
        #expect(parts[.fare] == 300 && parts[.crossing] == 10 && parts[.slack] == 20 && parts[.running] == 0)
        #expect(parts.pounds == 3 && parts.clockMinutes == 48 && !parts.isCut)
    }

    @Test func moneyForACarIsWhatItCostsToRun() throws {
        var trip = Trip(mode: .byCar)
        trip.rideSeconds = 600
        trip.parkingSeconds = 300
        trip.pence = 60
        let parts = try GeneralisedCost(settings).parts(trip)
        #expect(parts[.ride] == 100 && parts[.parking] == 50 && parts[.running] == 60 && parts[.fare] == 0)
    }

    @Test func anImportedMinuteCountsOnce() throws {
        var trip = Trip(mode: .asImported)
        trip.rideSeconds = 750
        let parts = try GeneralisedCost(settings).parts(trip)
        #expect(parts[.imported] == 125 && parts.total == 125)
    }

    @Test func partsSumToTheWholeWhateverTheTrip() throws {
        let cost = try GeneralisedCost(settings)
        for mode in [JourneyMode.onFoot, .byBus, .byCar] {
            for trip in ListedTrips.random(mode, areas: 30, sites: 30, seed: 3).listed.joined().compactMap(\.self) {
                let parts = cost.parts(trip)
                #expect(parts.total == cost.tenths(trip))
                #expect(parts.isCut == (cost.minutes(trip).reduce(0, +) * 10 + 0.5 >= 7_201))
            }
        }
    }

    @Test(arguments: ["walk.weight", "wait.weight", "bus.interchange", "slack.weight"])
    func aHeavierWeightNeverMakesAJourneyCheaper(_ key: String) throws {
        var heavier = settings
        _ = heavier.set(key, to: settings[key] * 1.7 + 0.1)
        let (light, heavy) = (try GeneralisedCost(settings), try GeneralisedCost(heavier))
        for trip in ListedTrips.random(.byBus, areas: 20, sites: 20, seed: 5).listed.joined().compactMap(\.self) {
            #expect(heavy.tenths(trip) >= light.tenths(trip))
        }
    }

    @Test func aSettingOutOfItsRangeIsNamed() {
        var wrong = settings
        _ = wrong.set("slack.weight", to: -1)
        #expect {
            try GeneralisedCost(wrong)
        } throws: { String(describing: $0).contains("slack.weight") }
    }
}
