import HubModel
import Testing

@testable import TravelCosts

/// Minutes worked out by hand from the defaults.
struct EstimatedTravelTests {
    @Test func anAdultWalksAShortWay() throws {
        // 1,000 m × 1.33 = 1,330 m at 80 m a minute: 16.625 min, × 2 for the weight, × 2 there and back.
        let travel = try oneRoad(Travellers.adult, sitesAt: [1000])
        #expect(travel.minutes(area: urbanHome, household: .withoutCar, site: 0) == 665)
        let parts = travel.parts(area: urbanHome, household: .withoutCar, site: 0)
        #expect(parts.mode == .onFoot)
        #expect(parts[.walk] == 665)
        #expect(parts.pounds == 0)
        #expect(abs(parts.clockMinutes - 33.25) < 1e-9)
    }

    @Test func aPushchairIsSlower() throws {
        // 1,330 m at 3.8 km/h: 21 min, × 2, × 2.
        let travel = try oneRoad(Travellers.parentWithPushchair, sitesAt: [1000])
        #expect(travel.minutes(area: urbanHome, household: .withoutCar, site: 0) == 840)
    }

    @Test func aYoungPersonTakesTheBusAtHalfFareAndWaitsLongerInTheEvening() throws {
        // There and back: walk 1,600 m = 20 min × 2 = 40; wait 10 + min(20/0.36/2, 15) = 25 × 2.5 = 62.5;
        // ride 2 × (3 km at 15 + 2 km at 23) = 34.4348; fare 2 × £1.50 at £7 an hour = 25.7143. Sum 162.6491.
        let travel = try oneRoad(Travellers.youngPersonAlone, sitesAt: [5000])
        #expect(travel.minutes(area: urbanHome, household: .withoutCar, site: 0) == 1626)
        let parts = travel.parts(area: urbanHome, household: .withoutCar, site: 0)
        #expect(parts.mode == .byBus)
        #expect(parts[.walk] == 400)
        #expect(parts[.wait] == 625)
        #expect(parts[.ride] == 344)
        #expect(parts[.fare] == 257)
        #expect(parts[.interchange] == 0)
        #expect(parts.pounds == 3)
        #expect(abs(parts.clockMinutes - (20 + 25 + 34.434_782_6)) < 1e-6)
    }

    @Test func aLongRuralBusJourneyHasAChange() throws {
        // Walk 2 × 1,200 m = 30 min × 2 = 60; wait 2 × 2 × 15 × 2.5 = 150; change 20; fare £6 = 51.4286;
        // ride 2 × (12 + 7 km at 23 + 2 km at 35) = 67.3789. Sum 348.8075.
        let travel = try oneRoad(Travellers.adult, sitesAt: [12_000, 10_000])
        #expect(travel.minutes(area: ruralHome, household: .withoutCar, site: 0) == 3488)
        #expect(travel.parts(area: ruralHome, household: .withoutCar, site: 0)[.interchange] == 200)
        #expect(travel.parts(area: ruralHome, household: .withoutCar, site: 1)[.interchange] == 0)
    }

    @Test func aHouseholdWithACarDrivesWhereThatIsLess() throws {
        // 6,320 m of street: parking 10, ride 2 × (3 km at 25 + 3.32 km at 45) = 23.2533, £1.264 = 10.8343.
        let travel = try oneRoad(Travellers.adult, sitesAt: [5000, 120])
        #expect(travel.minutes(area: urbanHome, household: .withCar, site: 0) == 441)
        let parts = travel.parts(area: urbanHome, household: .withCar, site: 0)
        #expect(parts.mode == .byCar)
        #expect(parts[.parking] == 100)
        #expect(abs(parts.pounds - 1.264) < 1e-9)
        // Next door they walk: 120 m × 1.33 / 80 × 4 = 7.98.
        #expect(travel.minutes(area: urbanHome, household: .withCar, site: 1) == 80)
        #expect(travel.parts(area: urbanHome, household: .withCar, site: 1).mode == .onFoot)
    }

    @Test func aChildAloneIsNotDriven() throws {
        let travel = try oneRoad(Travellers.childAlone11, sitesAt: [500, 5000, 25_000])
        for site in 0..<3 {
            #expect(
                travel.minutes(area: ruralHome, household: .withCar, site: site)
                    == travel.minutes(area: ruralHome, household: .withoutCar, site: site))
        }
    }

    @Test func theWalkingLimitItselfIsWalked() throws {
        // A bus so dear that everybody walks as far as they may.
        let settings = Travellers.adult.changing(["fare.single": 50, "street.near": 1, "walk.limit": 1500])
        let travel = try oneRoad(settings, sitesAt: [1500, 1500.001])
        #expect(travel.parts(area: urbanHome, household: .withoutCar, site: 0).mode == .onFoot)
        #expect(travel.parts(area: urbanHome, household: .withoutCar, site: 1).mode == .byBus)
    }

    @Test func longJourneysAreCutAndSaySo() throws {
        let travel = try oneRoad(Travellers.adult.changing(["journey.longest": 300]), sitesAt: [5000, 90_000])
        #expect(travel.longest == 3000)
        #expect(travel.minutes(area: urbanHome, household: .withoutCar, site: 1) == 3000)
        let cut = travel.parts(area: urbanHome, household: .withoutCar, site: 1)
        #expect(cut.isCut)
        #expect(cut.total == 3000)
        #expect(cut.clockMinutes > 300)
        #expect(!travel.parts(area: urbanHome, household: .withoutCar, site: 0).isCut)
    }

    @Test func aSiteOnTheSpotCostsNothing() throws {
        let travel = try oneRoad(Travellers.adult, sitesAt: [0])
        #expect(travel.minutes(area: ruralHome, household: .withoutCar, site: 0) == 0)
        #expect(travel.parts(area: ruralHome, household: .withCar, site: 0).total == 0)
    }
}
