internal import HubModel

extension BusTrips: JourneyTeller {
    /// Walks, waits and rides with their times; no line is drawn, since a timetable knows none.
    package func legs(area: Int, site: Int) -> [JourneyLeg] {
        guard let journey = journey(area: area, site: site) else { return [] }
        func told(_ legs: [BusJourney.Leg], isHome: Bool) -> [JourneyLeg] {
            legs.map { JourneyLeg(words: $0.words, minutes: Double($0.seconds) / 60, isHome: isHome) }
        }
        return told(journey.out, isHome: false) + told(journey.home, isHome: true)
    }
}
