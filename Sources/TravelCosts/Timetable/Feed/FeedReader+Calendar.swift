extension FeedReader {
    mutating func readCalendar() throws {
        let columns = [
            "service_id", "start_date", "end_date", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
            "sunday",
        ]
        feed.findings += try files.read("calendar.txt", needed: columns.count, columns) { row in
            let id = try row.required(0)
            try Self.add(id, to: &serviceNumbers, row, 0)
            let weekdays = try (3...9).map { column in
                guard let runs = try row.whole(column, 0...1) else {
                    throw row.refused(column, "", "must be 1 where the service runs on that day, else 0")
                }
                return runs == 1
            }
            let (first, last) = (try row.date(1), try row.date(2))
            guard first <= last else { throw row.refused(2, "\(last)", "is before its start_date, \(first)") }
            feed.services.append(.init(id: id, weekdays: weekdays, first: first, last: last))
        }
    }

    /// Adds days to services and takes days away; a service that the calendar lacks has these days alone.
    mutating func readCalendarDates() throws {
        let columns = ["service_id", "date", "exception_type"]
        feed.findings += try files.read("calendar_dates.txt", needed: 3, columns) { row in
            let id = try row.required(0)
            let date = try row.date(1)
            guard let kind = try row.whole(2, 1...2) else {
                throw row.refused(2, "", "must be 1 for a day added, 2 for a day taken away")
            }
            if serviceNumbers[id] == nil {
                serviceNumbers[id] = UInt32(feed.services.count)
                feed.services.append(
                    .init(id: id, weekdays: .init(repeating: false, count: 7), first: date, last: date))
            }
            let number = Int(try row.known(0, serviceNumbers, in: "calendar.txt"))
            if kind == 1 {
                feed.services[number].added.insert(date)
            } else {
                feed.services[number].removed.insert(date)
            }
        }
    }
}
