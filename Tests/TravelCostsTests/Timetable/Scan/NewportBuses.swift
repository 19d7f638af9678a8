import Foundation
import HubModel
import HubPlanTestSupport
import Spatial

@testable import TravelCosts

/// Newport's walk graph and timetable under the rules of its oracle: 4.8 km/h, stops at the nearest node within 200 m.
struct NewportBuses {
    static let metresPerSecond = 4.8 / 3.6
    let feed: TimetableFeed
    let day: ServiceDay
    /// Near enough to the streets, ascending.
    private(set) var stops: [UsableStop] = []
    private let graph: WalkGraph

    struct UsableStop {
        let stop: UInt32
        let node: Int
        /// Metres from the stop to its node.
        let gap: Double
        /// Metres from its node to every node within 600.
        let metres: [Double]
    }

    init() throws {
        feed = try TimetableFeed(
            path: SharedData.folder.appendingPathComponent("newport/newport_gtfs.zip").path)
        day = try ServiceDay(feed, on: ServiceDate(number: 19_521))
        graph = try WalkGraph()
        for stop in Set(day.connections.flatMap { [$0.from, $0.to] }).sorted() {
            guard let place = feed.stops[Int(stop)].place else { continue }
            let (node, gap) = graph.nearest(place)
            guard gap <= 200 else { continue }
            stops.append(UsableStop(stop: stop, node: node, gap: gap, metres: graph.metres(from: node, within: 600)))
        }
    }

    var nodeCount: Int { graph.places.count }

    func metres(from node: Int) -> [Double] { graph.metres(from: node) }

    /// Walks of at most 1,800 s from a node to stops, exact seconds.
    /// - Parameter metres: from the node to every node.
    func access(_ metres: [Double]) -> [(stop: UInt32, seconds: Double)] {
        stops.compactMap { stop in
            let seconds = (metres[stop.node] + stop.gap) / Self.metresPerSecond
            return seconds <= 1800 ? (stop.stop, seconds) : nil
        }
    }

    /// Changes of at most 600 m.
    func changes() -> [(from: UInt32, to: UInt32, seconds: Int32)] {
        stops.flatMap { from in
            stops.compactMap { to in
                let metres = from.metres[to.node] + from.gap + to.gap
                guard from.stop != to.stop, metres <= 600 else { return nil }
                return (from.stop, to.stop, Int32((metres / Self.metresPerSecond).rounded(.up)))
            }
        }
    }

    /// Nobody changes at stops that are too far from the streets.
    func footpaths() -> Footpaths {
        let usable = Set(stops.map(\.stop))
        let unusable = (0..<UInt32(feed.stops.count)).filter { !usable.contains($0) }
            .map { TimetableFeed.Transfer(from: $0, to: $0, isPossible: false, seconds: nil) }
        return Footpaths(stopCount: feed.stops.count, walks: changes(), rules: unusable)
    }
}

/// The given walk graph with a plain Dijkstra.
private struct WalkGraph {
    let places: [Point]
    var arcs: [[(to: Int, metres: Double)]]
    /// Metres of a degree, as the oracle takes them.
    let east: Double
    let north = 111_250.0

    init() throws {
        let nodes = try SharedTable("newport/walk_nodes.csv.gz")
        places = zip(nodes.numbers("lon"), nodes.numbers("lat")).map { Point(x: $0, y: $1) }
        let middle = places.map(\.y).reduce(0, +) / Double(places.count)
        east = 111_320 * cos(middle * .pi / 180)
        arcs = .init(repeating: [], count: places.count)
        let table = try SharedTable("newport/walk_arcs.csv.gz")
        for ((from, to), metres) in zip(zip(table.numbers("from"), table.numbers("to")), table.numbers("length_m")) {
            arcs[Int(from)].append((Int(to), metres))
        }
    }

    func nearest(_ place: Point) -> (node: Int, metres: Double) {
        var best = (node: 0, metres: Double.infinity)
        for (node, other) in places.enumerated() {
            let metres = hypot((other.x - place.x) * east, (other.y - place.y) * north)
            if metres < best.metres { best = (node, metres) }
        }
        return best
    }

    func metres(from start: Int, within limit: Double = .infinity) -> [Double] {
        var metres = [Double](repeating: .infinity, count: places.count)
        metres[start] = 0
        var open = [(metres: 0.0, node: start)]
        while let next = popLeast(&open) {
            guard next.metres <= metres[next.node] else { continue }
            for arc in arcs[next.node] where next.metres + arc.metres < min(metres[arc.to], limit.nextUp) {
                metres[arc.to] = next.metres + arc.metres
                push((metres[arc.to], arc.to), &open)
            }
        }
        return metres
    }

    private func push(_ entry: (metres: Double, node: Int), _ heap: inout [(metres: Double, node: Int)]) {
        heap.append(entry)
        var child = heap.count - 1
        while child > 0, heap[child].metres < heap[(child - 1) / 2].metres {
            heap.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    private func popLeast(_ heap: inout [(metres: Double, node: Int)]) -> (metres: Double, node: Int)? {
        guard let least = heap.first else { return nil }
        heap.swapAt(0, heap.count - 1)
        heap.removeLast()
        var parent = 0
        while true {
            var small = parent
            for child in [2 * parent + 1, 2 * parent + 2]
            where child < heap.count && heap[child].metres < heap[small].metres { small = child }
            if small == parent { return least }
            heap.swapAt(parent, small)
            parent = small
        }
    }
}
