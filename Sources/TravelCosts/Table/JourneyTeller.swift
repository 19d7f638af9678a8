package import HubModel

/// A stretch of a journey in words.
package struct JourneyLeg: Hashable, Sendable {
    /// "Bus 6 from High Street (stop) at 16:02 to Bus Station at 16:20".
    package var words: String
    /// On the clock.
    package var minutes: Double
    /// nil where it is not known.
    package var metres: Double?
    /// Whether it belongs to the way home.
    package var isHome: Bool
    /// The line that it takes, in the study's coordinate system; empty where it is not known.
    package var path: [Point]

    package init(words: String, minutes: Double, metres: Double? = nil, isHome: Bool = false, path: [Point] = []) {
        self.words = words
        self.minutes = minutes
        self.metres = metres
        self.isHome = isHome
        self.path = path
    }
}

/// A source of trips that can say more about one of them than what it costs.
package protocol JourneyTeller: TripSource {
    /// The legs of the trip out and home, in order; empty when there is no trip.
    func legs(area: Int, site: Int) -> [JourneyLeg]
    /// Why there is no trip, to complete "by bus: "; nil when there is one, or nothing is known.
    func refusal(area: Int, site: Int) -> String?
}
