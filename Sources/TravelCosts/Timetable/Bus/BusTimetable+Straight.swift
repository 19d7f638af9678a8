package import HubModel
package import Spatial

extension BusTimetable {
    /// Walks to stops over straight lines, where there are no streets to hand.
    /// - Parameters:
    ///   - feed: the timetable.
    ///   - date: of the session.
    ///   - areas: in the study's coordinate system.
    ///   - sites: in the same.
    ///   - system: the study's, in metres.
    ///   - settings: of the traveller by bus.
    ///   - circuity: street metres for each straight metre, 1 or more.
    /// - Throws: `TravelError` when nothing runs on the date; `SpatialError` when stops cannot be placed.
    package init(
        feed: TimetableFeed, on date: ServiceDate, areas: [Point], sites: [Point], system: CoordinateSystem,
        settings: BusSettings, circuity: Double
    ) throws {
        let stops = try feed.stopPoints(in: system)
        let walk = StopAccess.StraightWalk(
            circuity: circuity, metresPerSecond: settings.metresPerSecond, limit: settings.stopLimit)
        var change = walk
        change.limit = settings.changeLimit
        self.init(
            feed: feed, day: try ServiceDay(feed, on: date), homes: StopAccess(places: areas, stops: stops, walk: walk),
            hubs: StopAccess(places: sites, stops: stops, walk: walk),
            changes: StopAccess.between(stops, walk: change))
    }
}
