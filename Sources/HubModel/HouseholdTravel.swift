/// How the children of one kind of household travel to their hub and home, and what they pay.
///
/// Minutes, pounds and whether they can travel at all stand apart here; the objective alone blends them.
package struct HouseholdTravel: Hashable, Sendable {
    package var household: Household
    package var children: Int64
    /// Children by the mode of their journey, in the order of `JourneyMode.allCases`. With `cannotTravel` they sum to
    /// `children`.
    package var byMode: [Int64]
    /// Children who cannot get to their hub and home again.
    package var cannotTravel: Int64
    /// Mean minutes on the clock there and back of those who can travel, unweighted and without money; nil when nobody
    /// can.
    package var clockMinutes: Double?
    /// Mean pounds there and back of those who can travel; nil when nobody can.
    package var poundsPerVisit: Double?
    /// The same for a year of visits; nil when nobody can travel, or the visits of a year are not known.
    package var poundsPerYear: Double?

    /// - Parameters:
    ///   - household: whose children.
    ///   - journeys: children of an area, and their journey; nil where they cannot get there and home.
    ///   - visits: of a year; nil where they are not known.
    package init(
        _ household: Household, journeys: [(children: Int64, journey: JourneyParts?)], visits: Double?
    ) {
        self.household = household
        byMode = [Int64](repeating: 0, count: JourneyMode.allCases.count)
        (children, cannotTravel) = (0, 0)
        var (minutes, pounds) = (0.0, 0.0)
        for (count, journey) in journeys {
            children += count
            guard let journey, let mode = JourneyMode.allCases.firstIndex(of: journey.mode) else {
                cannotTravel += count
                continue
            }
            byMode[mode] += count
            minutes += Double(count) * journey.clockMinutes
            pounds += Double(count) * journey.pounds
        }
        guard children > cannotTravel else { return }
        let all = Double(children - cannotTravel)
        clockMinutes = minutes / all
        poundsPerVisit = pounds / all
        poundsPerYear = poundsPerVisit.flatMap { mean in visits.map { mean * $0 } }
    }

    /// Children of one mode as a fraction of all of the household; nil when there are none.
    package func share(_ mode: JourneyMode) -> Double? {
        zip(JourneyMode.allCases, byMode).first { $0.0 == mode }.flatMap { fraction($0.1) }
    }

    /// Those who cannot travel as a fraction; nil when there are no children.
    package var shareCannotTravel: Double? { fraction(cannotTravel) }

    private func fraction(_ count: Int64) -> Double? { children > 0 ? Double(count) / Double(children) : nil }
}
