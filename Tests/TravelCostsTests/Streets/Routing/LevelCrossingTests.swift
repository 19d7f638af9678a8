import Foundation
import HubModel
import HubPlanTestSupport
import Testing

@testable import TravelCosts

/// What a level crossing counts, along the fixture's streets with their one crossing of the railway.
@Suite struct LevelCrossingTests {
    private static let network = Result {
        try StreetNetwork(
            StreetExtract(Saltmouth.folder.appendingPathComponent("streets.osm.pbf").path), mode: .foot)
    }

    /// Walks between places all over the network, for so many minutes a crossing.
    private func legs(_ minutes: Double) throws -> [StreetLeg?] {
        let network = try Self.network.get()
        var numbers = SeededNumbers(41)
        let places: [StreetSnap?] = (0..<60).map { _ in
            let edge = Int.random(in: 0..<network.edgeCount, using: &numbers)
            return StreetSnap(
                edge: UInt32(edge), millimetres: .random(in: 0...network.edges[edge].millimetres, using: &numbers),
                offset: 0, point: Point(x: 0, y: 0))
        }
        let settings = CrossTown.settings(["crossing.level": minutes, "walk.limit": 20_000])
        let router = StreetRouter(network, try StreetProfile(.foot, settings))
        return places.compactMap(\.self).flatMap { router.legs(from: $0, to: places) }
    }

    @Test func aHigherPenaltyNeverShortensAWalkAndRaisesSome() throws {
        let all = try [0.0, 1, 4, 15].map(legs)
        for (less, more) in zip(all, all.dropFirst()) {
            var raised = 0
            for (a, b) in zip(less, more) {
                guard let b else { continue }
                // Who could walk it with the higher penalty could with the lower.
                let a = try #require(a)
                #expect(a.cost <= b.cost)
                #expect(a.metres <= b.metres + 0.01)
                if a.cost < b.cost { raised += 1 }
            }
            #expect(raised > 10)
        }
    }
}
