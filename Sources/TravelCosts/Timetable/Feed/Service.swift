extension TimetableFeed {
    /// The days on which a group of trips runs.
    package struct Service: Hashable, Sendable {
        package var id: String
        /// Monday first; all false where only `added` says.
        package var weekdays: [Bool]
        package var first: ServiceDate
        package var last: ServiceDate
        package var added: Set<ServiceDate> = []
        package var removed: Set<ServiceDate> = []

        /// Exceptions for single days come before the calendar.
        package func runs(on date: ServiceDate) -> Bool {
            if removed.contains(date) { return false }
            return added.contains(date) || (weekdays[date.weekday] && first <= date && date <= last)
        }
    }

    /// The first and last day on which any trip runs; nil where none ever does.
    package var coverage: ClosedRange<ServiceDate>? {
        let used = Set(trips.lazy.filter { !$0.visits.isEmpty }.map(\.service))
        let days = used.flatMap { number -> [ServiceDate] in
            let service = services[Int(number)]
            var days = Array(service.added.subtracting(service.removed))
            if service.weekdays.contains(true), service.first <= service.last {
                days += Self.end(service, from: service.first, by: 1) + Self.end(service, from: service.last, by: -1)
            }
            return days
        }
        guard let first = days.min(), let last = days.max() else { return nil }
        return first...last
    }

    /// The first day on which a service runs, looking one way from one end of its calendar.
    private static func end(_ service: Service, from start: ServiceDate, by step: Int32) -> [ServiceDate] {
        var day = start
        while service.first <= day, day <= service.last {
            if service.runs(on: day) { return [day] }
            day = day.adding(days: step)
        }
        return []
    }
}
