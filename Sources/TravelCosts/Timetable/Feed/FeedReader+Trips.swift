internal import HubModel

extension FeedReader {
    mutating func readRoutes() throws {
        let columns = ["route_id", "agency_id", "route_short_name", "route_long_name"]
        feed.findings += try files.read("routes.txt", needed: 1, columns) { row in
            let id = try row.required(0)
            try Self.add(id, to: &routeNumbers, row, 0)
            let agency =
                row[1] == nil && feed.agencies.count == 1 ? 0 : try row.known(1, agencyNumbers, in: "agency.txt")
            feed.routes.append(.init(id: id, name: row[2] ?? row[3] ?? id, agency: agency))
        }
    }

    mutating func readTrips() throws {
        let columns = ["trip_id", "route_id", "service_id", "trip_headsign"]
        feed.findings += try files.read("trips.txt", needed: 3, columns) { row in
            let id = try row.required(0)
            try Self.add(id, to: &tripNumbers, row, 0)
            feed.trips.append(
                .init(
                    id: id, route: try row.known(1, routeNumbers, in: "routes.txt"),
                    service: try row.known(2, serviceNumbers, in: "calendar.txt or calendar_dates.txt"),
                    headsign: row[3] ?? "", visits: 0..<0, repeats: []))
        }
    }

    mutating func readFrequencies() throws {
        let columns = ["trip_id", "start_time", "end_time", "headway_secs"]
        feed.findings += try files.read("frequencies.txt", needed: 4, columns) { row in
            let trip = try row.known(0, tripNumbers, in: "trips.txt")
            guard let start = try row.time(1), let end = try row.time(2), let headway = try row.whole(3, 10...86_400)
            else {
                _ = try (row.required(1), row.required(2), row.required(3))
                return
            }
            guard start <= end else { throw row.refused(2, ClockTime.text(end), "is before the start of the stretch") }
            feed.trips[Int(trip)].repeats.append(.init(start: start, end: end, headway: Int32(headway)))
        }
    }

    mutating func readTransfers() throws {
        let columns = [
            "from_stop_id", "to_stop_id", "transfer_type", "min_transfer_time", "from_trip_id", "to_trip_id",
            "from_route_id", "to_route_id",
        ]
        var narrower = 0
        feed.findings += try files.read("transfers.txt", needed: 2, columns) { row in
            let kind = try row.whole(2, 0...5) ?? 0
            guard kind <= 3, row[4] == nil, row[5] == nil, row[6] == nil, row[7] == nil else {
                narrower += 1
                return
            }
            feed.transfers.append(
                .init(
                    from: try row.known(0, stopNumbers, in: "stops.txt"),
                    to: try row.known(1, stopNumbers, in: "stops.txt"),
                    isPossible: kind != 3, seconds: try row.whole(3, 0...86_400).map(Int32.init)))
        }
        if narrower > 0 {
            feed.findings.append(
                Finding(
                    .note,
                    "transfers.txt of \(feed.path): \(narrower) of its rows are about single routes or trips, or about "
                        + "staying on board, and are not used."))
        }
    }
}
