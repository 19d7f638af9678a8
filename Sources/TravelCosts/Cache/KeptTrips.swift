internal import HubModel
internal import Synchronization

/// Trips of one way of travelling that were worked out before.
struct KeptTrips: TripSource {
    let mode: JourneyMode
    let areaCount: Int
    /// Where each site's trips start; one more entry than sites.
    let starts: [Int]
    /// Ascending within a site.
    let areas: [UInt32]
    let trips: [Trip]

    var siteCount: Int { starts.count - 1 }

    init(mode: JourneyMode, areaCount: Int, sites: [SiteTrips]) {
        self.mode = mode
        self.areaCount = areaCount
        starts = sites.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.areas.count) }
        areas = sites.flatMap(\.areas)
        trips = sites.flatMap(\.trips)
    }

    func trips(site: Int) -> SiteTrips {
        var found = SiteTrips()
        found.areas = Array(areas[starts[site]..<starts[site + 1]])
        found.trips = Array(trips[starts[site]..<starts[site + 1]])
        return found
    }
}

/// Collects the trips of all ways while a table is built, up to a number; beyond it none are kept.
final class TripKeeper: Sendable {
    private struct State {
        /// By way, then by site.
        var sites: [[SiteTrips]]
        var count = 0
    }

    private let most: Int
    private let state: Mutex<State>

    /// - Parameters:
    ///   - ways: how many there are.
    ///   - sites: how many there are.
    ///   - most: trips that are kept together.
    init(ways: Int, sites: Int, most: Int) {
        self.most = most
        state = Mutex(
            State(sites: [[SiteTrips]](repeating: [SiteTrips](repeating: SiteTrips(), count: sites), count: ways)))
    }

    func keep(_ trips: SiteTrips, way: Int, site: Int) {
        state.withLock { state in
            state.count += trips.areas.count
            if state.count <= most { state.sites[way][site] = trips } else { state.sites = [] }
        }
    }

    /// By way, then by site; nil when there were too many.
    var kept: [[SiteTrips]]? { state.withLock { $0.count <= most ? $0.sites : nil } }
}
