internal import HubModel

extension GateTrips: JourneyTeller {
    /// One leg out and one home, drawn through the crossings that they use.
    package func legs(area: Int, site: Int) -> [JourneyLeg] {
        guard let trip = trips(site: site).trip(from: UInt32(area)), let gates = crossings(area: area, site: site)
        else {
            return []
        }
        let path =
            [paths.network.areas[area]] + gates.map(\.point) + [paths.network.sites[site]]
        let metres = zip(path, path.dropFirst()).reduce(0) { $0 + $1.0.distance(to: $1.1) }
        let names = gates.map(\.title)
        let clock = Int(trip.walkSeconds) + Int(trip.waitSeconds) + Int(trip.rideSeconds)
        let minutes = Double(clock + Int(trip.crossingSeconds) + Int(trip.parkingSeconds)) / 120
        func words(_ names: [String]) -> String {
            let way = names.isEmpty ? "straight there" : "by way of \(names.joined(separator: ", "))"
            return "\(mode.title.prefix(1).uppercased())\(mode.title.dropFirst()), \(way)"
        }
        return [
            JourneyLeg(words: words(names), minutes: minutes, metres: metres, path: path),
            JourneyLeg(
                words: words(names.reversed()), minutes: minutes, metres: metres, isHome: true, path: path.reversed()),
        ]
    }

    package func refusal(area: Int, site: Int) -> String? {
        guard trips(site: site).trip(from: UInt32(area)) == nil else { return nil }
        return "no crossing leads there within the longest journey of its kind"
    }
}
