import HubModel
import TravelCosts

/// Areas at the origin, one urban and one rural, with sites along a straight road at given metres.
func oneRoad(_ settings: TravelSettings, sitesAt metres: [Double]) throws -> EstimatedTravel {
    try EstimatedTravel(
        areas: [Point(x: 0, y: 0), Point(x: 0, y: 0)],
        settlements: [.urban, .rural],
        sites: metres.map { Point(x: $0, y: 0) },
        settings: settings
    )
}

let urbanHome = 0
let ruralHome = 1

extension TravelSettings {
    /// A copy with some values changed; unknown keys are an error of the test, so they trap.
    func changing(_ values: [String: Double]) -> TravelSettings {
        var copy = self
        for (key, value) in values {
            let isKnown = copy.set(key, to: value)
            precondition(isKnown, "no parameter \(key)")
        }
        return copy
    }
}
