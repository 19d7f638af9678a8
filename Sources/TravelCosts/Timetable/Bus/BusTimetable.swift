/// Everything about buses on one day that does not depend on the session: the timetable and the walks to its stops.
package struct BusTimetable: Sendable {
    package var feed: TimetableFeed
    package var day: ServiceDay
    /// Walks between areas and stops.
    package var homes: StopAccess
    /// Walks between sites and stops.
    package var hubs: StopAccess
    /// Changes between stops, with the timetable's own rules.
    package var footpaths: Footpaths

    /// - Parameters:
    ///   - feed: the timetable.
    ///   - day: of the session.
    ///   - homes: walks between areas and stops.
    ///   - hubs: walks between sites and stops.
    ///   - changes: walks between stops.
    package init(
        feed: TimetableFeed, day: ServiceDay, homes: StopAccess, hubs: StopAccess,
        changes: [(from: UInt32, to: UInt32, seconds: Int32)]
    ) {
        self.feed = feed
        self.day = day
        self.homes = homes
        self.hubs = hubs
        footpaths = Footpaths(
            stopCount: feed.stops.count, walks: changes, rules: feed.transfers, station: feed.stops.map(\.station))
    }
}
