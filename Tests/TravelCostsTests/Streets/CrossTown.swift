import Foundation
import HubModel
import HubPlanTestSupport

@testable import TravelCosts

/// A town at the equator on a map whose unit is 10⁻⁵ degrees, 1.112 m; the study's plane is that map.
///
///     4 ~~ 8 ·· 6      High Street 1-2-3, a main road; Mill Lane 7-2-8 straight over it
///     |    |    v      Cliff Steps 4-8, an unlit path 8-6, East Lane one way from 6 to 3
///     1 == 2 == 3      West Lane 1-4; far off an island street that leads nowhere
///          |
///          7
enum CrossTown {
    static let places: [Int64: (x: Double, y: Double)] = [
        1: (0, 0), 2: (500, 0), 3: (1000, 0), 7: (500, -400), 8: (500, 400), 4: (0, 400), 6: (1000, 400),
    ]

    static var ways: [StreetFileMaker.Way] {
        [
            .init(1, [1, 2, 3], ["highway": "primary", "name": "High Street", "maxspeed": "30 mph"]),
            .init(2, [7, 2, 8], ["highway": "residential", "name": "Mill Lane"]),
            .init(3, [1, 4], ["highway": "residential", "name": "West Lane"]),
            .init(4, [4, 8], ["highway": "steps", "name": "Cliff Steps"]),
            .init(5, [8, 6], ["highway": "footway", "lit": "no"]),
            .init(6, [6, 3], ["highway": "residential", "oneway": "yes", "name": "East Lane"]),
            .init(7, [20, 21], ["highway": "residential", "name": "Island Lane"]),
        ]
    }

    /// - Parameters:
    ///   - ways: instead of the town's own.
    ///   - tags: of nodes by their numbers.
    static func extract(
        ways: [StreetFileMaker.Way] = ways, tags: [Int64: [String: String]] = [:]
    ) throws -> StreetExtract {
        var all = places
        all[20] = (5000, 5000)
        all[21] = (5000, 5100)
        let file = StreetFileMaker(
            nodes: all.sorted { $0.key < $1.key }.map { id, place in
                .init(id, place.x * 1e-5, place.y * 1e-5, tags[id] ?? [:])
            }, ways: ways)
        let folder = try ScratchFolder()
        return try StreetExtract(folder.write("cross.osm.pbf", file.data))
    }

    /// Metres of the sphere in a unit of the map.
    static let unit = 6_371_008.8 * Double.pi / 180 * 1e-5

    static func index(_ network: StreetNetwork) -> StreetIndex {
        StreetIndex(network, corners: network.corners.map { Point(x: $0.longitude * 1e5, y: $0.latitude * 1e5) })
    }

    static func settings(_ changes: [String: Double] = [:], of traveller: TravelSettings = Travellers.adult)
        -> TravelSettings
    {
        var settings = traveller
        for (key, value) in changes where !settings.set(key, to: value) { preconditionFailure("no key \(key)") }
        return settings
    }
}
