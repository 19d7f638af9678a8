internal import HubModel

extension FeedReader {
    mutating func readAgencies() throws {
        let columns = ["agency_name", "agency_id"]
        feed.findings += try files.read("agency.txt", needed: 1, columns) { row in
            let name = try row.required(0)
            let id = row[1] ?? ""
            try Self.add(id, to: &agencyNumbers, row, 1)
            feed.agencies.append(.init(id: id, name: name))
        }
        guard !feed.agencies.isEmpty else {
            throw TravelError("agency.txt of the timetable \(feed.path) has no row; fetch it again.")
        }
    }

    mutating func readStops() throws {
        let columns = [
            "stop_id", "stop_name", "stop_lat", "stop_lon", "zone_id", "location_type", "parent_station",
        ]
        var stations: [(stop: Int, row: FeedRow)] = []
        feed.findings += try files.read("stops.txt", needed: 1, columns) { row in
            let id = try row.required(0)
            try Self.add(id, to: &stopNumbers, row, 0)
            let kind = try row.whole(5, 0...4) ?? 0
            let place = try Self.place(row, isNeeded: kind <= 2)
            if row[6] != nil { stations.append((feed.stops.count, row)) }
            if place == nil, kind <= 2 {
                feed.findings.append(
                    Finding(
                        .warning,
                        "\(row.place(2)) and stop_lon of stop \"\(id)\" (\(row[1] ?? "no name")) are 0, a place in the "
                            + "Gulf of Guinea; nobody is taken to walk to it. Give it its coordinates."))
            }
            feed.stops.append(.init(id: id, name: row[1] ?? id, place: place, zone: row[4] ?? "", station: nil))
        }
        for (stop, row) in stations {
            feed.stops[stop].station = try row.known(6, stopNumbers, in: "stops.txt")
        }
    }

    /// nil at 0, 0 and where there is none and none is needed.
    private static func place(_ row: FeedRow, isNeeded: Bool) throws -> Point? {
        if !isNeeded, row[2] == nil || row[3] == nil { return nil }
        let latitude = try degrees(row, 2, 90)
        let longitude = try degrees(row, 3, 180)
        return latitude == 0 && longitude == 0 ? nil : Point(x: longitude, y: latitude)
    }

    private static func degrees(_ row: FeedRow, _ column: Int, _ most: Double) throws -> Double {
        let text = try row.required(column)
        guard let degrees = Double(text), abs(degrees) <= most else {
            throw row.refused(column, text, "must be degrees from -\(Int(most)) to \(Int(most))")
        }
        return degrees
    }
}
