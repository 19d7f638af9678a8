/// How late a session can end so that children still get home by bus or on foot.
package struct LatestClosing: Sendable {
    /// What can be said of one site.
    package struct Answer: Hashable, Sendable {
        /// Whole minutes after midnight, up to 1440; nil where no closing time after the opening gets the share home.
        package var minute: Int?
        /// Weight of those who get home then, and of all.
        package var home: Int64
        package var all: Int64
    }

    private let trips: BusTrips
    /// Weight of each area.
    private let weights: [Int64]
    /// Whether each area walks home whatever the hour.
    private let walks: [Bool]

    /// - Parameters:
    ///   - trips: buses of the session; its closing time is not used.
    ///   - weights: children of each area, 0 or more; their sum is a whole number of 64 bits.
    ///   - walks: for each area, whether it is near enough to walk home at any hour.
    package init(_ trips: BusTrips, weights: [Int64], walks: [Bool]) {
        self.trips = trips
        self.weights = weights
        self.walks = walks
    }

    /// The last whole minute, up to midnight, at which a session can close so that a share of its children get home within
    /// the limit.
    ///
    /// Getting home is not monotone in the closing time: just after an hourly bus the wait may be too long. But between two
    /// departures from the hub's stops a later close only shortens the wait, so the last minute before each departure is
    /// looked at, from the last one down, and no other.
    /// - Parameters:
    ///   - site: whose session.
    ///   - numerator: of the share.
    ///   - denominator: of the share, above 0.
    package func callAsFunction(site: Int, share numerator: Int64, of denominator: Int64) -> Answer {
        let all = weights.reduce(0, +)
        let never = Answer(minute: nil, home: 0, all: all)
        guard reaches(weightNearStops, all, numerator, denominator) else { return never }
        for minute in minutes(site) {
            let home = weightHome(site, closing: minute)
            if reaches(home, all, numerator, denominator) { return Answer(minute: minute, home: home, all: all) }
        }
        return never
    }

    /// Weight of the areas that walk home or have a stop near them: no closing time gets more home.
    private var weightNearStops: Int64 {
        (0..<min(weights.count, trips.areaCount)).reduce(0) { sum, area in
            walks[area] || !trips.timetable.homes[area].isEmpty ? sum + weights[area] : sum
        }
    }

    /// Midnight, and the last whole minute from which each bus at the site's stops is caught; descending.
    private func minutes(_ site: Int) -> [Int] {
        var walkTo: [UInt32: Int32] = [:]
        for walk in trips.timetable.hubs[site] {
            walkTo[walk.stop] = min(walkTo[walk.stop] ?? .max, walk.seconds)
        }
        let opening = (Int(trips.opens) + 59) / 60
        var minutes: Set<Int> = [1440]
        for bus in trips.timetable.day.connections where bus.canBoard {
            guard let walk = walkTo[bus.from] else { continue }
            let last = Int(bus.departure) - Int(trips.settings.rules.boardingSlack) - Int(walk)
            if last >= 60 * opening { minutes.insert(min(last / 60, 1440)) }
        }
        return minutes.filter { $0 >= opening }.sorted(by: >)
    }

    /// Weight of the areas that get home when the session closes at a minute after midnight.
    package func weightHome(_ site: Int, closing minute: Int) -> Int64 {
        let limit = trips.settings.homeLimit
        let closes = Int32(clamping: minute * 60)
        let arrivals = trips.back(Array(trips.timetable.hubs[site]), at: closes, within: limit)
        var sum: Int64 = 0
        for area in 0..<min(weights.count, trips.areaCount) where weights[area] > 0 {
            let isHome =
                walks[area] || arrivals.time(trips.timetable.homes[area]).map { $0 - closes <= limit } ?? false
            if isHome { sum += weights[area] }
        }
        return sum
    }

    /// home / all ≥ numerator / denominator, in whole numbers.
    private func reaches(_ home: Int64, _ all: Int64, _ numerator: Int64, _ denominator: Int64) -> Bool {
        let have = home.multipliedFullWidth(by: denominator)
        let need = all.multipliedFullWidth(by: numerator)
        return (have.high, have.low) >= (need.high, need.low)
    }
}
