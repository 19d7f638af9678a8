import HubModel
import HubPlanTestSupport
import Testing

@testable import TravelCosts

@Suite struct GateWalksTests {
    private let walk = StopAccess.StraightWalk(circuity: 1.25, metresPerSecond: 1.25, limit: 0)
    private let wall = BarrierLayer(
        title: "rail", lines: [[Point(x: 5000, y: -10), Point(x: 5000, y: 10_010)]], effect: .blocks)

    @Test func walksGoThroughTheGateAndTakeItsMinutes() throws {
        let town = GateTown(
            areas: [Point(x: 4500, y: 5000), Point(x: 4900, y: 5800), Point(x: 5500, y: 5400)],
            sites: [Point(x: 5500, y: 5000)], barriers: [wall],
            crossings: [Crossing(title: "gates", point: Point(x: 5000, y: 5000), minutes: 2)])
        let walks = GateWalks(try town.network(), walk: walk)
        // 1,250 m along streets and two minutes of 75 m; 1,633 m round by the gate and the same; 500 m on this side.
        #expect(walks.walks(site: 0, limit: 1400).map(\.area) == [0, 2])
        #expect(walks.walks(site: 0, limit: 1400).map(\.seconds) == [1120, 400])
        #expect(walks.walks(site: 0, limit: 1399).map(\.area) == [2])
        #expect(walks.walks(site: 0, limit: 1783).map(\.area) == [0, 1, 2])
    }

    @Test func whereNothingStandsInTheWayTheyAreStraight() throws {
        for seed in 0..<10 as Range<UInt64> {
            var random = SeededNumbers(seed)
            func point() -> Point {
                Point(x: .random(in: 200...3000, using: &random), y: .random(in: 200...3000, using: &random))
            }
            let town = GateTown(
                areas: (0..<40).map { _ in point() }, sites: (0..<20).map { _ in point() }, barriers: [])
            let walks = GateWalks(try town.network(), walk: walk)
            var straight = walk
            straight.limit = 900
            let access = StopAccess(places: town.sites, stops: town.areas, walk: straight)
            for site in town.sites.indices {
                let found = walks.walks(site: site, limit: 900).map { StopWalk(stop: $0.area, seconds: $0.seconds) }
                #expect(found == Array(access[site]))
            }
        }
    }
}
