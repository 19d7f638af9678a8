import HubModel
import Testing

@testable import TravelCosts

/// Settings move costs the way one expects, and those outside their range are refused with a sentence.
struct EstimatedSettingsTests {
    struct Change: CustomTestStringConvertible, Sendable {
        var key: String
        var value: Double
        var settlement: Int
        var household: Household
        var metres: Double
        var isDearer: Bool
        var testDescription: String { "\(key) = \(value)" }

        init(_ key: String, _ value: Double, _ at: Int, _ household: Household, _ metres: Double, dearer: Bool) {
            (self.key, self.value, settlement, self.household) = (key, value, at, household)
            (self.metres, isDearer) = (metres, dearer)
        }
    }

    static let onFoot = [
        Change("walk.speed", 3, urbanHome, .withoutCar, 800, dearer: true),
        Change("walk.weight", 1.5, urbanHome, .withoutCar, 800, dearer: false),
        Change("walk.limit", 500, urbanHome, .withoutCar, 800, dearer: true),
        Change("street.near", 1.5, urbanHome, .withoutCar, 800, dearer: true),
        Change("street.far", 1.5, urbanHome, .withCar, 8000, dearer: true),
        Change("street.band", 500, urbanHome, .withoutCar, 800, dearer: false),
    ]

    static let byBus = [
        Change("bus.access.urban", 900, urbanHome, .withoutCar, 8000, dearer: true),
        Change("bus.access.rural", 400, ruralHome, .withoutCar, 8000, dearer: false),
        Change("bus.egress", 900, urbanHome, .withoutCar, 8000, dearer: true),
        Change("bus.headway.urban", 10, urbanHome, .withoutCar, 8000, dearer: false),
        Change("bus.headway.rural", 20, ruralHome, .withoutCar, 8000, dearer: false),
        Change("bus.home", 0.5, urbanHome, .withoutCar, 8000, dearer: true),
        Change("wait.ceiling", 30, ruralHome, .withoutCar, 8000, dearer: true),
        Change("wait.weight", 2, urbanHome, .withoutCar, 8000, dearer: false),
        Change("bus.speed.near", 20, urbanHome, .withoutCar, 8000, dearer: false),
        Change("bus.speed.middle", 15, urbanHome, .withoutCar, 8000, dearer: true),
        Change("bus.speed.far", 25, urbanHome, .withoutCar, 15_000, dearer: true),
        Change("bus.near", 5000, urbanHome, .withoutCar, 8000, dearer: true),
        Change("bus.middle", 12_000, urbanHome, .withoutCar, 15_000, dearer: true),
        Change("bus.direct", 5000, urbanHome, .withoutCar, 8000, dearer: true),
        Change("bus.interchange", 17, urbanHome, .withoutCar, 15_000, dearer: true),
        Change("fare.single", 2, urbanHome, .withoutCar, 8000, dearer: false),
        Change("party.full", 2, urbanHome, .withoutCar, 8000, dearer: true),
        Change("party.half", 2, urbanHome, .withoutCar, 8000, dearer: true),
        Change("time.value", 10, urbanHome, .withoutCar, 8000, dearer: false),
        Change("time.value", 3, urbanHome, .withoutCar, 8000, dearer: true),
    ]

    static let byCar = [
        Change("car.used", 0, urbanHome, .withCar, 8000, dearer: true),
        Change("car.speed.near.urban", 15, urbanHome, .withCar, 8000, dearer: true),
        Change("car.speed.near.rural", 50, ruralHome, .withCar, 8000, dearer: false),
        Change("car.speed.middle", 30, urbanHome, .withCar, 8000, dearer: true),
        Change("car.speed.far", 50, urbanHome, .withCar, 30_000, dearer: true),
        Change("car.near", 5000, urbanHome, .withCar, 8000, dearer: true),
        Change("car.middle", 5000, urbanHome, .withCar, 8000, dearer: false),
        Change("car.parking", 10, urbanHome, .withCar, 8000, dearer: true),
        Change("car.cost", 0.3, urbanHome, .withCar, 8000, dearer: true),
    ]

    @Test(arguments: onFoot + byBus + byCar)
    func aChangeMovesTheCostTheRightWay(change: Change) throws {
        let before = try oneRoad(Travellers.adult, sitesAt: [change.metres])
        let after = try oneRoad(Travellers.adult.changing([change.key: change.value]), sitesAt: [change.metres])
        let old = before.minutes(area: change.settlement, household: change.household, site: 0)
        let new = after.minutes(area: change.settlement, household: change.household, site: 0)
        #expect(change.isDearer ? new > old : new < old, "from \(old) to \(new)")
    }

    @Test func theReducedFareCounts() throws {
        let half = try oneRoad(Travellers.youngPersonAlone, sitesAt: [8000])
        let free = try oneRoad(Travellers.youngPersonAlone.changing(["fare.half": 0]), sitesAt: [8000])
        #expect(half.parts(area: 0, household: .withoutCar, site: 0).pounds == 3)
        #expect(free.parts(area: 0, household: .withoutCar, site: 0).pounds == 0)
        #expect(
            free.minutes(area: 0, household: .withoutCar, site: 0)
                < half.minutes(area: 0, household: .withoutCar, site: 0))
    }

    @Test(arguments: [
        ("walk.speed", 0.0, "is 0, but must be a number above 0"),
        ("bus.speed.far", 0, "is 0, but must be a number above 0"),
        ("car.speed.near.rural", -5, "is -5, but must be a number above 0"),
        ("time.value", 0, "is 0, but must be a number above 0"),
        ("walk.weight", -1, "is -1, but must be 0 or more"),
        ("wait.weight", -0.5, "is -0.5, but must be 0 or more"),
        ("fare.single", .nan, "is nan, but must be 0 or more"),
        ("walk.limit", .infinity, "is inf, but must be 0 or more"),
        ("street.near", 0.9, "is 0.9, but must be from 1 to 5"),
        ("fare.half", 1.5, "is 1.5, but must be from 0 to 1"),
        ("bus.home", 0, "is 0, but must be from 0.01 to 1"),
        ("car.used", 0.5, "is 0.5, but must be 0 or 1"),
        ("bus.middle", 100, "is 100, but must be 3000 or more"),
        ("car.middle", 100, "is 100, but must be 3000 or more"),
        ("journey.longest", 1441, "is 1441, but must be from 0.1 to 1440"),
        ("journey.longest", 0, "is 0, but must be from 0.1 to 1440"),
    ])
    func aValueOutsideItsRangeIsRefused(key: String, value: Double, complaint: String) {
        let error = #expect(throws: TravelError.self) {
            _ = try oneRoad(Travellers.adult.changing([key: value]), sitesAt: [1])
        }
        let sentence = error?.description ?? ""
        #expect(sentence.hasPrefix("\(key) (") && sentence.contains(complaint), "\(sentence)")
    }

    @Test func aMissingParameterIsNamed() {
        let settings = TravelSettings(traveller: "nobody", parameters: [])
        let error = #expect(throws: TravelError.self) { _ = try oneRoad(settings, sitesAt: [1]) }
        #expect(error?.description.contains("have no journey.longest") == true)
    }

    @Test(arguments: [Double.nan, .infinity, 2e8])
    func aPointThatIsNoPlaceIsRefused(x: Double) {
        let error = #expect(throws: TravelError.self) { _ = try oneRoad(Travellers.adult, sitesAt: [1, x]) }
        #expect(error?.description.contains("site number 2") == true)
    }

    @Test func oneSettlementClassAnAreaIsNeeded() {
        let error = #expect(throws: TravelError.self) {
            _ = try EstimatedTravel(
                areas: [Point(x: 0, y: 0)], settlements: [], sites: [], settings: Travellers.adult)
        }
        #expect(error?.description.contains("1 areas but 0 settlement classes") == true)
    }
}
