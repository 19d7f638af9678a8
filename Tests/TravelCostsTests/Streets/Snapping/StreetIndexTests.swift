import HubModel
import HubPlanTestSupport
import Testing

@testable import TravelCosts

@Suite struct StreetIndexTests {
    @Test func theNearestIsWhatLookingAtEveryStretchFinds() throws {
        let network = try StreetNetwork(CrossTown.extract(), mode: .foot)
        let index = CrossTown.index(network)
        var numbers = SeededNumbers(4)
        for _ in 0..<2000 {
            let point = Point(
                x: .random(in: -900...1900, using: &numbers), y: .random(in: -1300...1300, using: &numbers))
            let limit = Double.random(in: 0...900, using: &numbers)
            var least: Double?
            for edge in network.edges.indices {
                for corner in Int(network.cornerStarts[edge])..<Int(network.cornerStarts[edge + 1]) - 1 {
                    let found = Stretch.nearest(point, index.corners[corner], index.corners[corner + 1])
                    let metres = found.squared.squareRoot()
                    if metres <= limit { least = min(metres, least ?? metres) }
                }
            }
            let snap = index.nearest(to: point, limit: limit, isUsable: { _ in true })
            #expect(snap?.offset == least)
            if let snap { #expect(abs(snap.point.distance(to: point) - snap.offset) < 1e-6) }
        }
    }

    @Test func aPlaceStaysOnItsOwnSideOfABarrier() throws {
        let index = CrossTown.index(try StreetNetwork(CrossTown.extract(), mode: .foot))
        let place = Point(x: 250, y: 120)
        #expect(index.nearest(to: place, limit: 500, isUsable: { _ in true })?.point == Point(x: 250, y: 0))
        let river = { (a: Point, b: Point) in (a.y > 60) == (b.y > 60) }
        let snap = index.nearest(to: place, limit: 500, isUsable: { _ in true }, sameFace: river)
        #expect(snap?.point.y == 120)
        #expect(index.nearest(to: place, limit: 500, isUsable: { _ in true }, sameFace: { _, _ in false }) == nil)
    }

    @Test func placesThatAreNoPlacesFindNothing() throws {
        let index = CrossTown.index(try StreetNetwork(CrossTown.extract(), mode: .foot))
        for point in [Point(x: .nan, y: 0), Point(x: .infinity, y: 0), Point(x: 1e12, y: 0)] {
            #expect(index.nearest(to: point, limit: 500, isUsable: { _ in true }) == nil)
        }
    }
}
