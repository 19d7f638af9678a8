import HubModel
import HubPlanTestSupport
import Testing

@testable import TravelCosts

@Suite struct StopAccessTests {
    @Test func theShortestWalkOfAPairCounts() {
        let access = StopAccess(
            count: 4, walks: [(2, 5, 90), (0, 7, 10), (2, 5, 60), (2, 1, 30), (4, 0, 1), (-1, 0, 1), (1, 0, -5)])
        #expect(Array(access[0]) == [StopWalk(stop: 7, seconds: 10)])
        #expect(access[1].isEmpty)
        #expect(Array(access[2]) == [StopWalk(stop: 1, seconds: 30), StopWalk(stop: 5, seconds: 60)])
        #expect(access[3].isEmpty)
        #expect(access.count == 4)
    }

    @Test func straightWalksAgreeWithEveryPairTriedOneByOne() {
        let walk = StopAccess.StraightWalk(circuity: 1.25, metresPerSecond: 1.2, limit: 900)
        for seed in 0..<20 as Range<UInt64> {
            var random = SeededNumbers(seed)
            func point() -> Point {
                Point(x: .random(in: 0...3000, using: &random), y: .random(in: 0...3000, using: &random))
            }
            let places = (0..<30).map { _ in point() }
            let stops: [Point?] = (0..<40).map { $0 % 7 == 0 ? nil : point() }
            let access = StopAccess(places: places, stops: stops, walk: walk)
            for (number, place) in places.enumerated() {
                let expected = stops.enumerated().compactMap { stop, point -> StopWalk? in
                    guard let point else { return nil }
                    let metres = place.distance(to: point) * 1.25
                    guard metres <= 900 else { return nil }
                    return StopWalk(stop: UInt32(stop), seconds: Int32((metres / 1.2).rounded(.up)))
                }
                #expect(Array(access[number]) == expected)
            }
            let changes = StopAccess.between(stops, walk: walk)
            #expect(changes.allSatisfy { $0.from != $0.to })
            #expect(Set(changes.map { [$0.from, $0.to] }) == Set(changes.map { [$0.to, $0.from] }))
        }
    }

    @Test func theLimitItselfIsWalked() {
        let walk = StopAccess.StraightWalk(circuity: 1.5, metresPerSecond: 1, limit: 600)
        let stops: [Point?] = [Point(x: 400, y: 0), Point(x: 0, y: 400.1)]
        let access = StopAccess(places: [Point(x: 0, y: 0)], stops: stops, walk: walk)
        #expect(Array(access[0]) == [StopWalk(stop: 0, seconds: 600)])
    }
}
