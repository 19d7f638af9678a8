/// The fare tables of a timetable (`fare_attributes.txt`, `fare_rules.txt`), prices for one adult in pence.
package struct FeedFares: Hashable, Sendable {
    /// A ticket that can be bought.
    package struct Fare: Hashable, Sendable {
        package var id: String
        /// For one adult.
        package var pence: Int32
        /// Changes of bus that it allows; nil where it allows any number.
        package var changes: Int?
        /// How long it may be used from the first boarding; nil where there is no limit.
        package var seconds: Int32?
        /// Number of the operator; nil where any takes it.
        package var agency: UInt32?
        /// A ride that meets one of them may use the fare; any ride where there is none.
        package var rules: [Rule]
    }

    /// What a ride must meet; nil asks nothing.
    package struct Rule: Hashable, Sendable {
        package var route: UInt32?
        package var origin: String?
        package var destination: String?
        /// Zone in which the ride must begin or end. (The specification means one that it passes through.)
        package var contains: String?
    }

    /// In the order of the file.
    package var fares: [Fare]

    package init(fares: [Fare] = []) { self.fares = fares }

    /// Places of the fares that a ride may use, cheapest first, ties in the order of the file.
    func usable(_ ride: FareRide) -> [Int] {
        let possible = fares.indices.filter { number in
            let fare = fares[number]
            guard fare.agency == nil || fare.agency == ride.agency else { return false }
            return fare.rules.isEmpty || fare.rules.contains { $0.holds(for: ride) }
        }
        return possible.sorted { (fares[$0].pence, $0) < (fares[$1].pence, $1) }
    }
}

extension FeedFares.Rule {
    func holds(for ride: FareRide) -> Bool {
        (route == nil || route == ride.route) && (origin == nil || origin == ride.originZone)
            && (destination == nil || destination == ride.destinationZone)
            && (contains == nil || contains == ride.originZone || contains == ride.destinationZone)
    }
}

/// What a fare depends on in one ride.
package struct FareRide: Hashable, Sendable {
    /// Number of the route in its feed.
    package var route: UInt32
    /// Number of the operator in its feed.
    package var agency: UInt32
    /// Fare zone of the stop boarded at; "" where it has none.
    package var originZone: String
    package var destinationZone: String
    /// Seconds after midnight.
    package var boards: Int32

    package init(route: UInt32, agency: UInt32, originZone: String, destinationZone: String, boards: Int32) {
        self.route = route
        self.agency = agency
        self.originZone = originZone
        self.destinationZone = destinationZone
        self.boards = boards
    }
}
