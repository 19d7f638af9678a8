/// Earliest arrivals at every stop by the connection scan algorithm (Dibbelt, Pajor, Strasser, Wagner 2018,
/// "Connection Scan Algorithm", ACM JEA 23), for each number of rides, with the least burdensome journey beside the earliest.
///
/// Between two rides there is one footpath, which may be the stop itself. Boarding and alighting follow the timetable.
/// Both are exact for each number of rides: the earliest arrival at a stop, and the least burden of any journey to it,
/// whenever that arrives. A limit on the whole journey may rule out the second for some homes; those in between are not kept.
///
/// Backwards, the same scan runs over the day with time reversed: latest departures that still arrive.
package struct ConnectionScan: Sendable {
    /// Which way the clock runs.
    package enum Direction: Sendable {
        /// Earliest arrivals, starting at a time.
        case forward
        /// Latest departures, arriving by a time.
        case backward
    }

    package let direction: Direction
    package let rules: ScanRules
    let day: ServiceDay
    let footpaths: Footpaths

    /// - Parameters:
    ///   - day: with real time, for both directions.
    ///   - footpaths: as walked, for both directions.
    ///   - rules: of the traveller.
    ///   - direction: in which time runs.
    package init(_ day: ServiceDay, _ footpaths: Footpaths, _ rules: ScanRules, _ direction: Direction) {
        self.direction = direction
        self.rules = rules
        self.day = direction == .forward ? day : day.reversed
        self.footpaths = direction == .forward ? footpaths : footpaths.reversed
    }

    /// One scan.
    /// - Parameters:
    ///   - walks: from the place that all journeys start at (forward) or end at (backward).
    ///   - time: seconds after midnight, when they start or end.
    ///   - limit: longest time in seconds between `time` and a stop; buses beyond it are not looked at.
    package func callAsFunction(_ walks: [StopWalk], at time: Int32, within limit: Int32) -> StopArrivals {
        let start = direction == .forward ? time : -time
        var pass = ScanPass(
            connections: day.connections, footpaths: footpaths, rules: rules, stopCount: day.stopCount,
            runCount: day.runs.count, start: start, firstSlack: direction == .forward ? rules.boardingSlack : 0)
        pass.run(walks, until: Int32(clamping: Int64(start) + Int64(max(0, limit))))
        return StopArrivals(pass, direction)
    }
}
