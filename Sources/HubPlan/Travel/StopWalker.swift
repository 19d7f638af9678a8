internal import HubModel
internal import TravelCosts

/// How people walk to and from stops, and from one to another: as they walk to hubs.
enum StopWalker {
    /// Over straight lines, which nothing cuts.
    case straight
    /// By way of the gates: the network of these stops as areas and these places as sites.
    case gates((_ stops: [Point], _ places: [Point]) throws -> FaceNetwork)
    case streets(StreetWalker)

    /// Where people get on and off.
    struct Walks {
        var homes: StopAccess
        var hubs: StopAccess
        var changes: [(from: UInt32, to: UInt32, seconds: Int32)]
    }

    /// - Parameters:
    ///   - stops: nil where nobody knows where a stop is.
    ///   - areas: where people live.
    ///   - sites: where they go.
    ///   - bus: how far they walk.
    ///   - circuity: street metres for each straight metre, 1 or more.
    func walks(
        stops: [Point?], areas: [Point], sites: [Point], bus: BusSettings, circuity: Double
    ) throws -> Walks {
        func straight(_ limit: Double) -> StopAccess.StraightWalk {
            .init(circuity: circuity, metresPerSecond: bus.metresPerSecond, limit: limit)
        }
        switch self {
        case .straight:
            return Walks(
                homes: StopAccess(places: areas, stops: stops, walk: straight(bus.stopLimit)),
                hubs: StopAccess(places: sites, stops: stops, walk: straight(bus.stopLimit)),
                changes: StopAccess.between(stops, walk: straight(bus.changeLimit)))
        case .gates(let network):
            let known = stops.indices.filter { stops[$0] != nil }
            let places = known.compactMap { stops[$0] }
            let walks = GateWalks(try network(places, areas + sites + places), walk: straight(0))
            func from(_ first: Int, _ count: Int, _ limit: Double) -> [(place: Int, stop: UInt32, seconds: Int32)] {
                (0..<count).flatMap { place in
                    walks.walks(site: first + place, limit: limit).map {
                        (place, UInt32(known[Int($0.area)]), $0.seconds)
                    }
                }
            }
            let changes = from(areas.count + sites.count, places.count, bus.changeLimit)
            return Walks(
                homes: StopAccess(count: areas.count, walks: from(0, areas.count, bus.stopLimit)),
                hubs: StopAccess(count: sites.count, walks: from(areas.count, sites.count, bus.stopLimit)),
                changes: changes.map { (UInt32(known[$0.place]), $0.stop, $0.seconds) }.filter { $0.0 != $0.1 })
        case .streets(let walker):
            func from(_ places: [Point?], _ limit: Double) -> [(place: Int, stop: UInt32, seconds: Int32)] {
                walker.walks(stops: stops, places: places, limit: limit)
            }
            return Walks(
                homes: StopAccess(count: areas.count, walks: from(areas, bus.stopLimit)),
                hubs: StopAccess(count: sites.count, walks: from(sites, bus.stopLimit)),
                changes: from(stops, bus.changeLimit).filter { $0.place != Int($0.stop) }
                    .map { ($0.stop, UInt32($0.place), $0.seconds) })
        }
    }
}
