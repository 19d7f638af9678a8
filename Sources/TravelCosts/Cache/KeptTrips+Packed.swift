internal import HubModel

extension KeptTrips {
    func pack(into writer: inout PackedWriter) {
        writer.put(mode.rawValue)
        writer.put(starts.map { UInt64($0) })
        writer.put(areas)
        for field in Self.fields { writer.put(trips.map { $0[keyPath: field] }) }
        writer.put(trips.map(\.interchanges))
        writer.put(trips.map { $0.homeSeconds ?? -1 })
    }

    /// nil where the bytes hold no trips between so many areas and sites.
    init?(areas areaCount: Int, sites: Int, from reader: inout PackedReader) {
        guard let mode = reader.text().flatMap(JourneyMode.init(rawValue:)),
            let starts = reader.list(of: UInt64.self), let areas = reader.list(of: UInt32.self),
            starts.count == sites + 1, starts.first == 0, starts.last == UInt64(areas.count),
            zip(starts, starts.dropFirst()).allSatisfy({ $0 <= $1 }), areas.allSatisfy({ $0 < areaCount })
        else { return nil }
        var trips = [Trip](repeating: Trip(mode: mode), count: areas.count)
        for field in Self.fields {
            guard let values = reader.list(of: Int32.self), values.count == trips.count else { return nil }
            for place in trips.indices { trips[place][keyPath: field] = values[place] }
        }
        guard let interchanges = reader.list(of: UInt8.self), let home = reader.list(of: Int32.self),
            interchanges.count == trips.count, home.count == trips.count
        else { return nil }
        for place in trips.indices {
            trips[place].interchanges = interchanges[place]
            trips[place].homeSeconds = home[place] < 0 ? nil : home[place]
        }
        self.mode = mode
        self.areaCount = areaCount
        self.starts = starts.map { Int($0) }
        self.areas = areas
        self.trips = trips
    }

    private static var fields: [WritableKeyPath<Trip, Int32>] {
        [
            \.walkSeconds, \.waitSeconds, \.rideSeconds, \.pence, \.crossingSeconds, \.slackSeconds, \.parkingSeconds,
        ]
    }
}
