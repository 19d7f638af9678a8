import Foundation
import HubModel
import HubPlanTestSupport
import Testing

@testable import TravelCosts

/// What must hold of walks on a real network.
@Suite(.enabled(if: SharedData.has("newport/newport.osm.pbf")))
struct StreetPropertyTests {
    private static let network = Result {
        try StreetNetwork(
            StreetExtract(SharedData.folder.appendingPathComponent("newport/newport.osm.pbf").path), mode: .foot)
    }

    private func router(_ changes: [String: Double]) throws -> StreetRouter {
        StreetRouter(try Self.network.get(), try StreetProfile(.foot, CrossTown.settings(changes)))
    }

    /// Places on streets that every traveller may use.
    private func places(_ count: Int, seed: UInt64) throws -> [StreetSnap?] {
        var numbers = SeededNumbers(seed)
        let network = try Self.network.get()
        return (0..<count).map { _ in
            while true {
                let edge = Int.random(in: 0..<network.edgeCount, using: &numbers)
                let whole = network.edges[edge]
                if whole.isSteps || whole.isUnlit { continue }
                return StreetSnap(
                    edge: UInt32(edge), millimetres: .random(in: 0...whole.millimetres, using: &numbers),
                    offset: .random(in: 0...40, using: &numbers), point: Point(x: 0, y: 0))
            }
        }
    }

    private func costs(_ router: StreetRouter, _ places: [StreetSnap?]) -> [[UInt32]] {
        places.compactMap(\.self).map { place in router.legs(from: place, to: places).map { $0?.cost ?? .max } }
    }

    @Test func placesSearchedFromSideBySideLeadWhereEachDoesAlone() throws {
        let first = try router(["walk.limit": 9000]).prepared(searches: 1000)
        let slow = try StreetProfile(
            .foot, CrossTown.settings(["walk.steps": 0, "crossing.signals": 3, "walk.limit": 4000]))
        let places = try places(40, seed: 5)
        for router in [first, first.reweighted(slow)] {
            #expect(router.streets(towards: true).hierarchy != nil)
            for towards in [true, false] {
                let known = places.compactMap(\.self)
                let together = router.legs(from: known, to: places + [nil], towards: towards)
                let alone = known.map { router.legs(from: $0, to: places + [nil], towards: towards) }
                #expect(together == alone)
                #expect(alone.joined().contains { $0 != nil })
            }
        }
    }

    @Test func walksCostTheSameBothWays() throws {
        let router = try router([:])
        #expect(router.isSymmetric)
        let places = try places(40, seed: 1)
        for place in places.compactMap(\.self) {
            let away = router.legs(from: place, to: places)
            let back = router.legs(from: place, to: places, towards: true)
            let isAlike = away.map { $0?.cost } == back.map { $0?.cost }
            #expect(isAlike)
        }
        let all = costs(router, places)
        for a in places.indices { for b in places.indices { #expect(all[a][b] == all[b][a]) } }
    }

    @Test func walksObeyTheTriangle() throws {
        let places = try places(60, seed: 2)
        let all = costs(try router(["walk.limit": 100_000]), places)
        for a in places.indices {
            for b in places.indices {
                // A stop in between is walked to from its street and back, so going by it is never shorter.
                #expect(places.indices.allSatisfy { UInt64(all[a][$0]) + UInt64(all[$0][b]) >= UInt64(all[a][b]) })
            }
        }
    }

    @Test func partsAddUpToTheCost() throws {
        let router = try router(["crossing.uncontrolled": 3, "crossing.level": 4])
        let places = try places(50, seed: 3)
        let (metresPerSecond, weight) = (router.profile.metresPerSecond, 2.0)
        var crossed = 0
        for place in places.compactMap(\.self) {
            for leg in router.legs(from: place, to: places).compactMap(\.self) {
                let crossing = Double(leg.crossingCentiseconds) / 100 * metresPerSecond / weight
                // Half a crossing is rounded to a millimetre.
                #expect(abs(leg.metres + crossing - Double(leg.cost) / 1000) < 0.05)
                if leg.crossingCentiseconds > 0 { crossed += 1 }
            }
        }
        #expect(crossed > 100)
    }

    @Test(arguments: [
        ("crossing.uncontrolled", 0.5, 3.0), ("crossing.signals", 0, 2), ("crossing.marked", 0, 2),
        ("walk.steps", 1, 0), ("walk.unlit", 1, 0), ("crossing.uncontrolled.allowed", 1, 0),
    ])
    func whatIsHarderNeverCostsLess(key: String, easy: Double, hard: Double) throws {
        let places = try places(40, seed: 5)
        let (less, more) = (costs(try router([key: easy]), places), costs(try router([key: hard]), places))
        for (row, other) in zip(less, more) { for (a, b) in zip(row, other) { #expect(a <= b) } }
        let isFelt = less != more
        #expect(isFelt)
    }

    @Test func aLongerLimitChangesNothingThatWasInReach() throws {
        let places = try places(40, seed: 6)
        let (short, long) = (
            costs(try router(["walk.limit": 2000]), places), costs(try router(["walk.limit": 6000]), places)
        )
        var gained = 0
        for (row, other) in zip(short, long) {
            for (a, b) in zip(row, other) {
                #expect(a == b || a == .max)
                if a != b { gained += 1 }
            }
        }
        #expect(gained > 0)
    }

    @Test func whoWalksFasterIsThereSooner() throws {
        let places = try places(30, seed: 7)
        func seconds(_ speed: Double) throws -> [Double?] {
            let router = try router(["walk.speed": speed, "crossing.uncontrolled": 0])
            return places.compactMap(\.self).flatMap { place in
                router.legs(from: place, to: places).map { $0.map { $0.metres / router.profile.metresPerSecond } }
            }
        }
        for (slow, fast) in zip(try seconds(3), try seconds(6)) {
            guard let slow, let fast else { continue }
            #expect(fast <= slow)
        }
    }

    @Test func aRouteIsAsLongAsItsLeg() throws {
        let router = try router([:])
        let places = try places(25, seed: 8).compactMap(\.self)
        for start in places {
            for end in places {
                guard let path = router.path(from: start, to: end) else {
                    #expect(router.legs(from: start, to: [end]) == [nil])
                    continue
                }
                let offsets = ((start.offset * 1000).rounded() + (end.offset * 1000).rounded()) / 1000
                #expect(abs(path.stretches.reduce(0) { $0 + $1.metres } + offsets - path.leg.metres) < 0.01)
                let drawn = zip(path.corners, path.corners.dropFirst()).reduce(0) { $0 + $1.0.metres(to: $1.1) }
                #expect(abs(drawn + offsets - path.leg.metres) < 1)
            }
        }
    }
}
