/// What a timetable offers on one date: every hop of every bus, in order of departure.
///
/// Trips of the day before that run past midnight are there, and those of the next day, at which the night goes on: a feed
/// may write its bus at ten past twelve as 24:10 of one day or as 00:10 of the next. Trips that repeat are there once for
/// each time they run. Times are seconds after midnight as clocks show them; nights in which clocks change are not treated
/// apart.
package struct ServiceDay: Sendable {
    package let date: ServiceDate
    package let stopCount: Int
    package let runs: [Run]
    /// In the order of `Connection.comesBefore`.
    package let connections: [Connection]

    /// One vehicle on its way.
    package struct Run: Hashable, Sendable {
        /// Place in the feed's `trips`.
        package var trip: UInt32
        /// Seconds by which it runs later than the trip's own times.
        package var shift: Int32
    }

    /// - Parameters:
    ///   - feed: the timetable.
    ///   - date: the day looked at.
    ///   - lastBusLater: minutes after the last run of each line, from its first stop to its last, at which one more
    ///     runs; nil for the timetable as it is.
    /// - Throws: `TravelError` saying which dates the feed covers, when nothing runs on this one.
    package init(_ feed: TimetableFeed, on date: ServiceDate, lastBusLater: Int? = nil) throws {
        let today = feed.services.map { $0.runs(on: date) }
        let yesterday = feed.services.map { $0.runs(on: date.adding(days: -1)) }
        var builder = Builder()
        for (number, trip) in feed.trips.enumerated() where !trip.visits.isEmpty {
            if yesterday[Int(trip.service)] { builder.add(number, trip, feed.visits, shift: -86_400) }
            if today[Int(trip.service)] { builder.add(number, trip, feed.visits, shift: 0) }
        }
        guard builder.hasToday else { throw Self.noService(feed, date) }
        if let lastBusLater { builder.addLastBuses(feed, later: Int32(min(max(lastBusLater, 0), 1440)) * 60) }
        let tomorrow = feed.services.map { $0.runs(on: date.adding(days: 1)) }
        for (number, trip) in feed.trips.enumerated() where !trip.visits.isEmpty && tomorrow[Int(trip.service)] {
            builder.add(number, trip, feed.visits, shift: 86_400)
        }
        self.date = date
        stopCount = feed.stops.count
        runs = builder.runs
        connections = builder.connections.sorted(by: Connection.comesBefore)
    }

    /// - Parameters:
    ///   - date: the day looked at.
    ///   - stopCount: stops are numbered below it.
    ///   - runs: numbered by connections.
    ///   - connections: in any order.
    package init(date: ServiceDate, stopCount: Int, runs: [Run], connections: [Connection]) {
        self.date = date
        self.stopCount = stopCount
        self.runs = runs
        self.connections = connections.sorted(by: Connection.comesBefore)
    }

    /// The same day with time running backwards: stops are left where they were reached.
    package var reversed: ServiceDay {
        ServiceDay(date: date, stopCount: stopCount, runs: runs, connections: connections.map(\.reversed))
    }

    private static func noService(_ feed: TimetableFeed, _ date: ServiceDate) -> TravelError {
        guard let covered = feed.coverage else {
            return TravelError("The timetable \(feed.path) has no day on which anything runs; fetch it again.")
        }
        let why =
            covered.contains(date)
            ? "it runs on other days between \(covered.lowerBound) and \(covered.upperBound)"
            : "it covers \(covered.lowerBound) to \(covered.upperBound)"
        let near = nearest(feed, date, covered)
        return TravelError(
            "The timetable \(feed.path) has no service on \(date), a \(date.weekdayName); \(why). "
                + "The nearest day on which it runs is \(near), a \(near.weekdayName): choose that, or another.")
    }

    /// The earlier of two that are as near.
    private static func nearest(
        _ feed: TimetableFeed, _ date: ServiceDate, _ covered: ClosedRange<ServiceDate>
    ) -> ServiceDate {
        if date < covered.lowerBound { return covered.lowerBound }
        if date > covered.upperBound { return covered.upperBound }
        let used = Set(feed.trips.filter { !$0.visits.isEmpty }.map(\.service)).map { feed.services[Int($0)] }
        var (before, after) = (date, date)
        while covered.contains(before) || covered.contains(after) {
            for day in [before, after] where used.contains(where: { $0.runs(on: day) }) { return day }
            before = before.adding(days: -1)
            after = after.adding(days: 1)
        }
        return covered.lowerBound
    }
}

extension ServiceDay {
    /// The end of the day after the one looked at, in seconds after midnight.
    private static let end: Int32 = 2 * 86_400

    /// Collects runs and hops.
    private struct Builder {
        var runs: [Run] = []
        var connections: [Connection] = []
        var hasToday = false

        mutating func add(_ number: Int, _ trip: TimetableFeed.Trip, _ visits: [TimetableFeed.Visit], shift: Int32) {
            let own = visits[trip.visits]
            guard let first = own.first, let last = own.last else { return }
            if trip.repeats.isEmpty {
                add(number, own, last, shift: shift, isToday: shift == 0)
                return
            }
            for stretch in trip.repeats {
                var start = stretch.start
                while start < stretch.end {
                    add(number, own, last, shift: shift + start - first.departure, isToday: shift == 0)
                    start += stretch.headway
                }
            }
        }

        private struct Line: Hashable {
            var route: UInt32
            var from: UInt32
            var to: UInt32
        }

        /// One more run of each line after its last of the day. Of two that start together the first in the feed counts.
        mutating func addLastBuses(_ feed: TimetableFeed, later: Int32) {
            var last: [Line: (run: Int, start: Int32)] = [:]
            var lines: [Line] = []
            for (number, run) in runs.enumerated() {
                let trip = feed.trips[Int(run.trip)]
                guard let first = feed.visits[trip.visits].first, let end = feed.visits[trip.visits].last else {
                    continue
                }
                let line = Line(route: trip.route, from: first.stop, to: end.stop)
                let start = first.departure + run.shift
                if last[line] == nil { lines.append(line) }
                if start > last[line]?.start ?? .min { last[line] = (number, start) }
            }
            for line in lines {
                guard let run = last[line].map({ runs[$0.run] }) else { continue }
                let trip = feed.trips[Int(run.trip)]
                let visits = feed.visits[trip.visits]
                guard let end = visits.last else { continue }
                add(Int(run.trip), visits, end, shift: run.shift + later, isToday: true)
            }
        }

        /// Hops before midnight are left out, and those after the next day.
        private mutating func add(
            _ number: Int, _ visits: ArraySlice<TimetableFeed.Visit>, _ last: TimetableFeed.Visit, shift: Int32,
            isToday: Bool
        ) {
            hasToday = hasToday || isToday
            guard last.arrival + shift >= 0, let first = visits.first, first.departure + shift < ServiceDay.end else {
                return
            }
            let run = UInt32(runs.count)
            runs.append(Run(trip: UInt32(number), shift: shift))
            for (order, (a, b)) in zip(visits, visits.dropFirst()).enumerated()
            where (0..<ServiceDay.end).contains(a.departure + shift) {
                connections.append(
                    Connection(
                        departure: a.departure + shift, arrival: b.arrival + shift, from: a.stop, to: b.stop, run: run,
                        order: Int32(order), canBoard: a.canBoard, canAlight: b.canAlight))
            }
        }
    }
}
