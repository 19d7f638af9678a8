import Foundation
import HubModel
import HubPlanTestSupport
import Spatial
import Testing

@testable import TravelCosts

@Suite struct GateTripsTests {
    private static let modes: [JourneyMode] = [.onFoot, .byBus, .byCar]

    private func source(
        _ mode: JourneyMode, _ town: GateTown, _ settings: TravelSettings = Travellers.adult, longest: Double? = nil
    ) throws -> GateTrips {
        let settlements = town.areas.indices.map { $0 % 3 == 0 ? Settlement.rural : .urban }
        return try GateTrips(
            mode: mode, network: town.network(), settlements: settlements, settings: settings, longestMinutes: longest)
    }

    @Test func aWalkOverALevelCrossingIsWorkedOutByHand() throws {
        let town = GateTown(
            areas: [Point(x: 0, y: 0), Point(x: 4500, y: 5000)], sites: [Point(x: 5500, y: 5000)],
            barriers: [
                BarrierLayer(
                    title: "rail", lines: [[Point(x: 5000, y: -10), Point(x: 5000, y: 10_010)]], effect: .blocks)
            ],
            crossings: [Crossing(title: "gates", point: Point(x: 5000, y: 5000), minutes: 1)])
        // 1,000 m × 1.33 at 80 m a minute is 16.625 minutes; twice that in seconds is 1,995. A minute each way.
        let found = try source(.onFoot, town).trips(site: 0)
        #expect(found.areas == [1])
        #expect(found.trips[0].walkSeconds == 1995)
        #expect(found.trips[0].crossingSeconds == 120)
        // By bus: 2 × 800 m on foot at 80 m a minute; waits of 10 and 10 minutes; 2 × 1 km at 15 km/h; two fares of £3.
        let bus = try source(.byBus, town).trips(site: 0)
        #expect(bus.areas == [0, 1])
        #expect(bus.trips[1].walkSeconds == 1200)
        #expect(bus.trips[1].waitSeconds == 1200)
        #expect(bus.trips[1].rideSeconds == 480)
        #expect(bus.trips[1].pence == 600)
        #expect(bus.trips[1].interchanges == 0)
        // By car: parking 5 minutes each way, 1,330 m at 25 km/h, 10 pence a kilometre.
        let car = try source(.byCar, town).trips(site: 0)
        #expect(car.trips[1].parkingSeconds == 600)
        #expect(car.trips[1].rideSeconds == 383)
        #expect(car.trips[1].pence == 27)
    }

    @Test(arguments: UInt64(1)...20) func withoutBarriersTripsAreTheEstimateFromTheStraightLine(seed: UInt64) throws {
        var town = GateTown(seed: seed)
        (town.barriers, town.crossings) = ([], [])
        let model = try EstimatedModel(.urban, Travellers.adult)
        for mode in Self.modes {
            let found = try source(mode, town).trips(site: 0)
            for (area, trip) in zip(found.areas, found.trips) where area % 3 != 0 {
                let straight = town.areas[Int(area)].distance(to: town.sites[0])
                #expect(trip == model.trip(mode, metres: straight, crossingMinutes: 0))
                let clock = model.clockMinutes(mode, metres: straight) * 60
                let parts = trip.walkSeconds + trip.waitSeconds + trip.rideSeconds + trip.parkingSeconds
                #expect(abs(Double(parts) - clock) <= 2)
            }
            #expect(!found.areas.isEmpty)
        }
    }

    @Test(arguments: UInt64(1)...20) func aLimitOnTheClockLeavesOutWhatTakesLonger(seed: UInt64) throws {
        let town = GateTown(seed: seed)
        for mode in Self.modes {
            for site in town.sites.indices {
                let all = try source(mode, town, longest: 600).trips(site: site)
                let near = try source(mode, town, longest: 30).trips(site: site)
                let kept = Set(near.areas)
                for (area, trip) in zip(all.areas, all.trips) {
                    let clock = trip.walkSeconds + trip.waitSeconds + trip.rideSeconds + trip.parkingSeconds
                    if clock + trip.crossingSeconds < 3590 { #expect(kept.contains(area)) }
                    if clock > 3610 { #expect(!kept.contains(area)) }
                }
            }
        }
    }

    @Test func someoneWithoutACarHasNoTripsByCar() throws {
        var settings = Travellers.adult
        let isKnown = settings.set("car.used", to: 0)
        #expect(isKnown)
        #expect(try source(.byCar, GateTown(seed: 3), settings).trips(site: 0).areas.isEmpty)
    }

    @Test func inSaltmouthTheBridgeAndTheLevelCrossingMatter() throws {
        let grid = try CoordinateSystem("EPSG:27700")
        let folder = Saltmouth.folder
        let barriers = try ["river", "railway"].map { kind in
            try BarrierFile.barriers(
                folder.appendingPathComponent("barriers.geojson").path, where: ("kind", kind), title: kind,
                effect: .blocks, crs: grid)
        }
        let crossings = try BarrierFile.crossings(
            folder.appendingPathComponent("crossings.geojson").path, name: "name",
            walkersOnly: ("kind", ["footbridge"]), crs: grid)
        // Gannet Hill, Coldhythe west of the line, Saltings; Marram Sands is the site.
        let areas = [(7000.0, 8900.0), (7900, 11_300), (7500, 4300)].map { Point(x: 650_000 + $0.0, y: 326_000 + $0.1) }
        let site = Point(x: 659_700, y: 336_700)
        func efforts(without name: String?) throws -> [Double] {
            let network = try FaceNetwork(
                barriers: barriers, crossings: crossings.filter { $0.title != name }, areas: areas, sites: [site],
                settings: FaceSettings(Travellers.adult))
            let paths = GatePaths(network, byVehicle: true, metresPerMinute: 60)
            var row = [Double](repeating: .infinity, count: 3)
            for reach in paths.reach(site: 0, within: 1e6) { row[Int(reach.area)] = reach.metres }
            return row
        }
        #expect(crossings.map(\.carriesVehicles) == [true, true, false, true])
        let whole = try efforts(without: nil)
        #expect(whole.allSatisfy { $0 < 9000 })
        #expect(try efforts(without: "Coldhythe Gates")[1] > whole[1] + 3000)
        #expect(try efforts(without: "Wendle Bridge")[2] > 9000)
    }

    @Test func aFileThatHoldsNoBarrierIsToldInASentence() throws {
        let grid = try CoordinateSystem("EPSG:27700")
        let folder = Saltmouth.folder
        let error = #expect(throws: TravelError.self) {
            try BarrierFile.barriers(
                folder.appendingPathComponent("barriers.geojson").path, where: ("kind", "motorway"), title: "motorways",
                effect: .blocks, crs: grid)
        }
        #expect(error?.description.contains("has no lines whose kind is \"motorway\"") == true)
        #expect(throws: TravelError.self) {
            try BarrierFile.crossings(folder.appendingPathComponent("barriers.geojson").path, crs: grid)
        }
        #expect(throws: TravelError.self) {
            try BarrierFile.barriers(
                folder.appendingPathComponent("crossings.geojson").path, title: "points", effect: .blocks, crs: grid)
        }
    }
}
