import HubModel
import HubPlanTestSupport
import Testing

@testable import TravelCosts

@Suite struct StreetTripsTests {
    private func router(
        _ mode: StreetMode = .foot, _ changes: [String: Double] = [:], tags: [Int64: [String: String]] = [:]
    ) throws -> StreetRouter {
        let network = try StreetNetwork(CrossTown.extract(tags: tags), mode: mode)
        return StreetRouter(network, try StreetProfile(mode, CrossTown.settings(changes)))
    }

    private func leg(_ router: StreetRouter, _ a: Point, _ b: Point) throws -> StreetLeg? {
        let snaps = router.snaps([a, b], CrossTown.index(router.network))
        return router.legs(from: try #require(snaps[0]), to: [snaps[1]])[0]
    }

    private let low = Point(x: 500, y: -400)
    private let high = Point(x: 500, y: 400)

    @Test func aWalkAcrossTheMainRoadPaysForOneWholeCrossing() throws {
        let found = try #require(try leg(router(.foot, ["crossing.uncontrolled": 2]), low, high))
        #expect(abs(found.metres - 800 * CrossTown.unit) < 0.01)
        #expect(found.crossingCentiseconds == 12_000)
        let lit = try router(.foot, ["crossing.signals": 0.5], tags: [2: ["highway": "traffic_signals"]])
        #expect(try leg(lit, low, high)?.crossingCentiseconds == 3000)
    }

    @Test func partsOfOneStreetPayForNoCrossing() throws {
        let found = try #require(try leg(router(), Point(x: 500, y: -300), Point(x: 500, y: -100)))
        #expect(abs(found.metres - 200 * CrossTown.unit) < 0.01)
        #expect(found.crossingCentiseconds == 0)
    }

    @Test func stepsAndUnlitWaysAreShutToWhoCannotUseThem() throws {
        let (west, north, east) = (Point(x: 0, y: 400), Point(x: 500, y: 400), Point(x: 1000, y: 400))
        func metres(_ router: StreetRouter, _ a: Point, _ b: Point) throws -> Double {
            try leg(router, a, b)?.metres ?? .infinity
        }
        #expect(abs(try metres(router(), west, north) - 500 * CrossTown.unit) < 0.01)
        let pushchair = try router(.foot, ["walk.steps": 0])
        #expect(abs(try metres(pushchair, west, north) - 1300 * CrossTown.unit) < 0.01)
        let careful = try router(.foot, ["walk.unlit": 0])
        #expect(abs(try metres(careful, north, east) - 1300 * CrossTown.unit) < 0.01)
        let banned = try router(.foot, ["crossing.uncontrolled.allowed": 0, "streets.snap": 50])
        #expect(banned.snaps([low, high], CrossTown.index(banned.network))[0] == nil)
        #expect(try abs(metres(banned, west, Point(x: 1000, y: 0)) - 1400 * CrossTown.unit) < 0.01)
    }

    @Test func theLimitIsInclusiveAndCountsCrossingsAsTheWalkTheyAreWorth() throws {
        let metres = try #require(try leg(router(.foot, ["crossing.uncontrolled": 0]), low, high)).metres
        func reaches(_ limit: Double, _ minutes: Double) throws -> Bool {
            try leg(router(.foot, ["walk.limit": limit, "crossing.uncontrolled": minutes]), low, high) != nil
        }
        #expect(try reaches(metres, 0))
        #expect(try !reaches(metres - 0.01, 0))
        // Walking counts double, so two minutes of crossing are one of walking: 80 m at 4.8 km/h.
        #expect(try reaches(metres + 80, 2))
        #expect(try !reaches(metres + 79.9, 2))
    }

    @Test func tripsAreThereAndBackWithTheWayToTheStreet() throws {
        let router = try router(.foot, ["crossing.uncontrolled": 0])
        let trips = StreetTrips(
            router, CrossTown.index(router.network), areas: [Point(x: 100, y: -50), Point(x: 20_000, y: 0)],
            sites: [Point(x: 300, y: 20), Point(x: 0, y: 9000)])
        #expect(trips.lostAreas == [1])
        #expect(trips.lostSites == [1])
        let found = trips.trips(site: 0)
        #expect(found.areas == [0])
        #expect(found.trips[0].mode == .onFoot)
        let metres = 200 * CrossTown.unit + 70
        #expect(found.trips[0].walkSeconds == Int32((2 * metres / (4.8 / 3.6)).rounded()))
        #expect(trips.trips(site: 1).areas.isEmpty)
    }

    @Test(arguments: [StreetMode.foot, .cycle, .car], [(12.0, true), (0.3, false)])
    func tripsOfManySitesAreThoseOfEachSite(mode: StreetMode, reach: (kilometres: Double, pays: Bool)) throws {
        let limits = ["walk.limit": reach.kilometres * 1000, "cycle.limit": reach.kilometres * 1000]
        let router = try router(mode, limits.merging(["car.longest": reach.kilometres / 2]) { $1 })
        var numbers = SeededNumbers(UInt64(reach.kilometres))
        let points = (0..<80).map { number in
            Point(
                x: .random(in: -100...1100, using: &numbers) + (number.isMultiple(of: 13) ? 50_000 : 0),
                y: .random(in: -500...500, using: &numbers))
        }
        let trips = StreetTrips(
            router, CrossTown.index(router.network), areas: Array(points.prefix(40)), sites: Array(points.suffix(40)))
        #expect((router.prepared(searches: 40).streets(towards: true).hierarchy != nil) == reach.pays)
        let sites = Array(0..<40) + [7, 7, 3]
        let together = trips.trips(sites: sites)
        #expect(together.map(\.areas) == sites.map { trips.trips(site: $0).areas })
        #expect(together.map(\.trips) == sites.map { trips.trips(site: $0).trips })
        #expect(together.contains { !$0.areas.isEmpty })
        #expect(trips.trips(sites: []).isEmpty)
    }

    @Test func carsGoRoundByTheirOwnWayEachTime() throws {
        let ways: [StreetFileMaker.Way] = [
            .init(1, [1, 2, 3], ["highway": "primary", "maxspeed": "36"]),
            .init(2, [3, 6, 8, 4, 1], ["highway": "primary", "maxspeed": "36"]),
            .init(3, [2, 8], ["highway": "residential", "maxspeed": "36", "oneway": "yes"]),
        ]
        let network = try StreetNetwork(CrossTown.extract(ways: ways), mode: .car)
        let settings = CrossTown.settings(["car.pace": 1, "car.parking": 5, "car.cost": 0.1])
        let router = StreetRouter(network, try StreetProfile(.car, settings))
        let trips = StreetTrips(
            router, CrossTown.index(network), areas: [Point(x: 500, y: 0)], sites: [Point(x: 500, y: 400)])
        let trip = try #require(trips.trips(site: 0).trips.first)
        // 36 km/h are 10 m/s: 400 units there, and back 500 + 400 + 500 round one of the corners.
        let metres = 1800 * CrossTown.unit
        #expect(abs(Double(trip.rideSeconds) - metres / 10) <= 1)
        #expect(trip.parkingSeconds == 600)
        #expect(trip.pence == Int32((metres / 100).rounded()))
        #expect(trip.mode == .byCar)
    }

    @Test func cyclesTakeTheirSpeedAndParking() throws {
        let router = try router(.cycle)
        let trips = StreetTrips(router, CrossTown.index(router.network), areas: [low], sites: [high])
        let trip = try #require(trips.trips(site: 0).trips.first)
        #expect(trip.mode == .byCycle)
        #expect(abs(Double(trip.rideSeconds) - 1600 * CrossTown.unit / (16 / 3.6)) <= 1)
        #expect(trip.parkingSeconds == 600)
    }

    @Test func aRouteIsToldStreetByStreet() throws {
        let router = try router()
        let snaps = router.snaps([Point(x: 0, y: 300), Point(x: 500, y: -100)], CrossTown.index(router.network))
        let (start, end) = (try #require(snaps[0]), try #require(snaps[1]))
        let path = try #require(router.path(from: start, to: end))
        #expect(path.stretches.map(\.name) == ["West Lane", "High Street", "Mill Lane"])
        #expect(zip(path.stretches, [300, 500, 100]).allSatisfy { abs($0.metres - $1 * CrossTown.unit) < 0.01 })
        let drawn = path.corners.map { [Int(($0.longitude * 1e5).rounded()), Int(($0.latitude * 1e5).rounded())] }
        #expect(drawn == [[0, 300], [0, 0], [500, 0], [500, -100]])
        #expect(path.leg == router.legs(from: start, to: [end])[0])
    }

    @Test func journeysAreToldInWordsAndDrawn() throws {
        let router = try router(.foot, ["crossing.uncontrolled": 2, "walk.limit": 1500])
        let areas = [Point(x: 500, y: -100), Point(x: 0, y: 300), Point(x: 0, y: 5000)]
        let sites = [Point(x: 500, y: 200)]
        func told(_ router: StreetRouter) -> ToldStreetTrips {
            let trips = StreetTrips(router, CrossTown.index(router.network), areas: areas, sites: sites)
            return ToldStreetTrips(trips, areas: areas, sites: sites, crs: "EPSG:4326")
        }
        let trips = told(router)
        let legs = trips.legs(area: 0, site: 0)
        #expect(legs.map(\.words) == ["On foot along Mill Lane 334 m", "On foot along Mill Lane 334 m"])
        #expect(legs.map(\.isHome) == [false, true])
        #expect(legs[0].path.first == areas[0] && legs[0].path.last == sites[0])
        #expect(legs[0].path.count == 5 && legs[1].path == legs[0].path.reversed())
        let trip = try #require(trips.trips(site: 0).trips.first)
        #expect(abs(legs.reduce(0) { $0 + $1.minutes } * 60 - Double(trip.walkSeconds + trip.crossingSeconds)) <= 1)
        #expect(trips.refusal(area: 0, site: 0) == nil)
        #expect(trips.refusal(area: 2, site: 0) == "no street that can be used is near enough to home")
        let short = told(try self.router(.foot, ["walk.limit": 400]))
        #expect(short.legs(area: 1, site: 0).isEmpty)
        #expect(
            short.refusal(area: 1, site: 0)
                == "no way along streets leads there and back within the longest journey of its kind")
    }

    @Test func anotherTravellerLeavesTheFirstAndItsNetworkAlone() throws {
        let first = try router()
        let before = try leg(first, low, high)
        let profile = try StreetProfile(.foot, CrossTown.settings(["crossing.uncontrolled": 9, "walk.steps": 0]))
        let other = first.reweighted(profile)
        let fresh = StreetRouter(first.network, profile)
        #expect(try leg(other, low, high) == leg(fresh, low, high))
        #expect(try leg(other, low, high) != before)
        #expect(try leg(first, low, high) == before)
    }

    @Test func aSettingOutsideItsRangeIsTold() {
        for (key, value) in [("walk.speed", 0), ("crossing.level", -1), ("walk.steps", 0.5), ("streets.snap", .nan)] {
            #expect(throws: TravelError.self, "\(key)") {
                try StreetProfile(.foot, CrossTown.settings([key: value]))
            }
        }
        #expect(throws: TravelError.self) { try StreetProfile(.car, CrossTown.settings(["car.pace": 0])) }
        #expect(throws: TravelError.self) { try StreetProfile(.cycle, CrossTown.settings(["cycle.speed": 0])) }
    }
}
