internal import ArgumentParser
internal import Foundation
internal import HubModel
internal import Spatial
internal import TravelCosts

/// Faces and gates over a whole country: every area that each site can be reached from within a time.
struct FacesBenchmark: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "faces", abstract: "Travel through faces and gates between two tables; prints one line of JSON.",
        shouldDisplay: false)

    @Option(help: "A table of areas with columns easting and northing, EPSG:27700.")
    var areas: String

    @Option(help: "A table of sites with columns easting, northing and kind.")
    var sites: String

    @Option(help: "Kinds of sites that are wanted; all when left out.")
    var kinds: [String] = []

    @Option(help: "A file of lines that block; may be given again.")
    var blocks: [String] = []

    @Option(help: "A file of lines that cost minutes; may be given again.")
    var costs: [String] = []

    @Option(help: "Minutes for each of those lines.")
    var minutes: Double = 1

    @Option(help: "A file of crossings.")
    var crossings: String?

    @Option(help: "onFoot, byBus or byCar.")
    var mode: String = "byCar"

    @Option(help: "Longest journey, minutes on the clock one way.")
    var longest: Double = 60

    @Option(help: "Threads; never changes the answer.")
    var threads: Int = 2

    func run() throws {
        print(try line().json())
    }

    func line() throws -> FacesLine {
        guard let mode = JourneyMode(rawValue: mode) else {
            throw ValidationError("--mode is \(mode): give onFoot, byBus or byCar.")
        }
        let crs = try CoordinateSystem("EPSG:27700")
        let homes = try Self.points(areas, kinds: [])
        let places = try Self.points(sites, kinds: Set(kinds))
        let start = ProcessInfo.processInfo.systemUptime
        let barriers =
            try blocks.map { try BarrierFile.barriers($0, title: $0, effect: .blocks, crs: crs) }
            + costs.map { try BarrierFile.barriers($0, title: $0, effect: .costs(minutes: minutes), crs: crs) }
        let gates = try crossings.map { try BarrierFile.crossings($0, crs: crs) } ?? []
        let network = try FaceNetwork(
            barriers: barriers, crossings: gates, areas: homes, sites: places, settings: FaceSettings(Travellers.adult))
        let built = ProcessInfo.processInfo.systemUptime
        let trips = try GateTrips(
            mode: mode, network: network, settlements: homes.map { _ in .urban }, settings: Travellers.adult,
            longestMinutes: longest)
        let sums = Self.sums(trips, threads: threads)
        let ended = ProcessInfo.processInfo.systemUptime
        return FacesLine(network, pairs: sums.pairs, crossingSeconds: sums.crossingSeconds, start, built, ended)
    }

    private static func points(_ path: String, kinds: Set<String>) throws -> [Point] {
        let read = try VectorFile.read(path)
        let (xs, ys) = (read.column("easting") ?? [], read.column("northing") ?? [])
        guard xs.count == read.count, ys.count == read.count else {
            throw ValidationError("The table \(path) has no columns easting and northing.")
        }
        let kindOf = read.column("kind")
        return try (0..<read.count).compactMap { row -> Point? in
            if let kindOf, !kinds.isEmpty, !kinds.contains(kindOf[row] ?? "") { return nil }
            guard let x = xs[row].flatMap({ Double($0) }), let y = ys[row].flatMap({ Double($0) }) else {
                throw ValidationError("The table \(path), row \(row + 1), has no number for easting or northing.")
            }
            return Point(x: x, y: y)
        }
    }

    private static func sums(_ trips: GateTrips, threads: Int) -> (pairs: Int, crossingSeconds: Int) {
        let found = Lanes.map(trips.siteCount, threads: threads) { site in
            let found = trips.trips(site: site)
            return (pairs: found.areas.count, seconds: found.trips.reduce(0) { $0 + Int($1.crossingSeconds) })
        }
        return found.reduce(into: (pairs: 0, crossingSeconds: 0)) { sums, site in
            sums = (sums.pairs + site.pairs, sums.crossingSeconds + site.seconds)
        }
    }
}
