import HubModel
import Testing

@testable import TravelCosts

/// Known answers on made ground, a square of 10 km.
@Suite struct FaceNetworkTests {
    @Test(arguments: ["faces.tolerance", "faces.reach", "faces.round", "faces.snap"])
    func distancesThatNoBarrierHasAreRefused(_ key: String) {
        let told = sentence { _ = try FaceSettings(Travellers.adult.changing([key: 1e20])) }
        #expect(told.contains(key) && told.contains("to 1000000"))
    }

    private func point(_ x: Double, _ y: Double) -> Point { Point(x: x, y: y) }

    private func upright(_ x: Double, _ effect: BarrierLayer.Effect = .blocks, from: Double = -10, to: Double = 10_010)
        -> BarrierLayer
    {
        BarrierLayer(title: "line at \(Int(x))", lines: [[point(x, from), point(x, to)]], effect: effect)
    }

    private func metres(_ town: GateTown, _ settings: FaceSettings = GateTown.settings) throws -> Double? {
        try reach(town, settings)?.metres
    }

    private func reach(_ town: GateTown, _ settings: FaceSettings = GateTown.settings) throws -> GatePaths.Reach? {
        GatePaths(try town.network(settings), byVehicle: false, metresPerMinute: 60).reach(site: 0, within: 1e6).first
    }

    @Test func aRiverIsPassedAtItsBridgeOnly() throws {
        var town = GateTown(areas: [point(4000, 5000)], sites: [point(6000, 5000)], barriers: [upright(5000)])
        #expect(try metres(town) == nil)
        #expect(
            try town.network().findings == [
                "1 areas lie in ground that barriers enclose without a crossing to any site; add the crossings that are missing.",
                "1 sites lie in ground that barriers enclose without a crossing to any area; add the crossings that are missing.",
            ])
        // 3-4-5 triangles: 1,000 m across and 750 m along on either side.
        town.crossings = [Crossing(title: "bridge", point: point(5000, 5750), minutes: 2)]
        let found = try #require(try reach(town))
        #expect(abs(found.metres - 2500) < 1e-9)
        #expect(abs(found.minutes - 2) < 1e-9)
        #expect(found.lastGate == 0)
    }

    @Test func aCrossingBesideItsBarrierIsMovedOntoItAndOneFarOffIsLeftOut() throws {
        var town = GateTown(areas: [point(4000, 5000)], sites: [point(6000, 5000)], barriers: [upright(5000)])
        town.crossings = [Crossing(title: "near", point: point(5040, 5000))]
        #expect(try town.network().gates.map(\.point) == [point(5000, 5000)])
        #expect(try metres(town) == 2000)
        town.crossings = [Crossing(title: "far", point: point(5051, 5000))]
        let network = try town.network()
        #expect(network.gates.isEmpty)
        #expect(network.findings.contains { $0.hasPrefix("The crossing far lies more than 50 m from every barrier") })
        town.crossings = (1...5).map { Crossing(title: "c\($0)", point: point(7000, 1000 * Double($0))) }
        #expect(try town.network().findings.contains { $0.hasPrefix("5 crossings (c1, c2, c3 and 2 more) lie more") })
    }

    @Test func parallelTracksArePassedInOneGoAndCostTheirMinutesOnce() throws {
        var settings = GateTown.settings
        settings.sliver = 150_000
        let tracks = [upright(5000), upright(5012)]
        var town = GateTown(areas: [point(4000, 5000)], sites: [point(6000, 5000)], barriers: tracks)
        town.crossings = [Crossing(title: "crossing", point: point(5003, 5000))]
        let network = try town.network(settings)
        #expect(network.gates.count == 1)
        #expect(network.faceCount == 2)
        #expect(try metres(town, settings) == 2000)

        town.crossings = []
        town.barriers = [upright(5000, .costs(minutes: 3)), upright(5012, .costs(minutes: 3))]
        #expect(try reach(town, settings)?.minutes == 3)
        #expect(try reach(town)?.minutes == 6)
    }

    @Test func aBarrierThatCostsMinutesIsPassedAnywhere() throws {
        let winding = BarrierLayer(
            title: "winding",
            lines: [[point(-10, 5000), point(5000, 5100), point(5010, 4000), point(5020, 5100), point(10_010, 5000)]],
            effect: .costs(minutes: 4))
        // Under the winding line and up again: the straight line meets it twice, and it need not be passed.
        let same = GateTown(areas: [point(4500, 4500)], sites: [point(5500, 4500)], barriers: [winding])
        #expect(try reach(same)?.minutes == 0)
        let across = GateTown(areas: [point(4500, 4500)], sites: [point(4500, 5500)], barriers: [winding])
        #expect(try reach(across)?.minutes == 4)
        #expect(try reach(across)?.metres == 1000)
    }

    @Test func anOpenEndIsWalkedRound() throws {
        let town = GateTown(
            areas: [point(4000, 5000)], sites: [point(6000, 5000)], barriers: [upright(5000, from: 2000)])
        let network = try town.network()
        #expect(network.findings.count == 1)
        #expect(network.findings[0].hasPrefix("The barrier line at 5000 stops inside the study at 1 end"))
        // Round the end at 2,000: twice the root of 1,000² + 3,000².
        let round = 2 * (1_000_000.0 + 9_000_000).squareRoot()
        let found = try #require(try metres(town))
        #expect(found >= round - 1 && found < round + 5)

        // Below the end the way is free, but for openings 100 m apart.
        let below = GateTown(
            areas: [point(4000, 1000)], sites: [point(6000, 1040)], barriers: [upright(5000, from: 2000)])
        let straight = below.areas[0].distance(to: below.sites[0])
        let free = try #require(try metres(below))
        #expect(free >= straight && free < straight + 3)
    }

    @Test func aGapIsClosedAndAFarEndSeversNothing() throws {
        let gap = GateTown(
            areas: [point(4000, 5000)], sites: [point(6000, 5000)],
            barriers: [upright(5000, to: 5000), upright(5000, from: 5040)])
        #expect(try metres(gap) == nil)

        var settings = GateTown.settings
        settings.round = 500
        let stub = GateTown(
            areas: [point(4000, 5000)], sites: [point(6000, 5000)],
            barriers: [upright(5000, from: 2000, to: 8000)])
        #expect(try metres(stub, settings) == 2000)
        #expect(
            try stub.network(settings).findings == [
                "The barrier line at 5000 has 2 ends more than 500 m from any other barrier and from the boundary; it severs "
                    + "nothing there. Draw it on, or raise faces.round."
            ])
    }

    @Test func aPlaceJustBeyondTheCoastCountsToTheLand() throws {
        var settings = GateTown.settings
        settings.snap = 250
        let town = GateTown(
            areas: [point(4000, 5000), point(5100, 5000)], sites: [point(3000, 5000)], barriers: [upright(5000)])
        let paths = GatePaths(try town.network(settings), byVehicle: false, metresPerMinute: 60)
        #expect(paths.reach(site: 0, within: 1e6).map(\.metres) == [1000, 2100])
        #expect(try town.network(settings).findings.contains { $0.hasPrefix("1 areas lie just beyond a barrier") })
        let without = GatePaths(try town.network(), byVehicle: false, metresPerMinute: 60)
        #expect(without.reach(site: 0, within: 1e6).map(\.area) == [0])
    }

    @Test func aFootbridgeCarriesNoBus() throws {
        var town = GateTown(areas: [point(4000, 5000)], sites: [point(6000, 5000)], barriers: [upright(5000)])
        town.crossings = [Crossing(title: "footbridge", point: point(5000, 5000), carriesVehicles: false)]
        let network = try town.network()
        #expect(!GatePaths(network, byVehicle: false, metresPerMinute: 60).reach(site: 0, within: 1e6).isEmpty)
        #expect(GatePaths(network, byVehicle: true, metresPerMinute: 60).reach(site: 0, within: 1e6).isEmpty)
    }

    @Test func whatIsPassedIsToldInTheOrderMetFromTheArea() throws {
        let town = GateTown(
            areas: [point(1000, 5000)], sites: [point(9000, 5000)], barriers: [upright(3000), upright(6000)],
            crossings: [
                Crossing(title: "second", point: point(6000, 5000)), Crossing(title: "first", point: point(3000, 5000)),
            ])
        let paths = GatePaths(try town.network(), byVehicle: false, metresPerMinute: 60)
        #expect(paths.gates(area: 0, site: 0, within: 8000)?.map(\.title) == ["first", "second"])
        #expect(paths.gates(area: 0, site: 0, within: 7999) == nil)
    }

    @Test func whatIsNoPlaceOrNoTimeIsRefusedInASentence() throws {
        var town = GateTown(areas: [point(.nan, 5000)], sites: [point(6000, 5000)], barriers: [])
        #expect(throws: TravelError.self) { try town.network() }
        town.areas = [point(1, 1)]
        town.barriers = [BarrierLayer(title: "rail", lines: [], effect: .costs(minutes: -1))]
        #expect(throws: TravelError.self) { try town.network() }
        town.barriers = [BarrierLayer(title: "rail", lines: [[point(0, 0), point(.infinity, 0)]])]
        #expect(throws: TravelError.self) { try town.network() }
        town.barriers = []
        town.crossings = [Crossing(title: "bridge", point: point(0, 0), minutes: .nan)]
        #expect(throws: TravelError.self) { try town.network() }
        town.crossings = []
        #expect(try town.network().faceCount == 1)
    }
}
