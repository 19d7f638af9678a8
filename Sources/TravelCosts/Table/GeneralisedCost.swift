package import HubModel

/// Weights a trip by a traveller's settings: minutes as that traveller feels them, there and back.
///
/// With a, w and b the weights of walking, waiting and being early, P the minutes that a change counts and V the value of
/// an hour: `a·walk + w·wait + ride + P·changes + 60·money/V + crossings + parking + b·early`, the usual form of
/// transport appraisal (TAG unit M3.2; weights in the settings, each with its source).
package struct GeneralisedCost: Sendable {
    /// Tenths of a minute; longer journeys count as this long.
    package let longest: TenthMinutes
    private let walkWeight: Double
    private let waitWeight: Double
    private let slackWeight: Double
    private let interchange: Double
    private let minutesPerPound: Double

    /// - Parameter settings: of the traveller.
    /// - Throws: `TravelError` when a setting is missing or outside its range.
    package init(_ settings: TravelSettings) throws {
        let read = SettingsReader(settings)
        let minutes = try read.within("journey.longest", 0.1...EstimatedTravel.longestAllowed)
        longest = TenthMinutes((minutes * 10).rounded())
        walkWeight = try read.notNegative("walk.weight")
        waitWeight = try read.notNegative("wait.weight")
        slackWeight = try read.notNegative("slack.weight")
        interchange = try read.notNegative("bus.interchange")
        minutesPerPound = try 60 / read.positive("time.value")
    }

    /// Generalised minutes of each part, neither rounded nor cut, in the order of `JourneyParts.Part.allCases`.
    func minutes(_ trip: Trip) -> [Double] {
        let money = Double(trip.pence) / 100 * minutesPerPound
        return JourneyParts.Part.allCases.map { part in
            switch part {
            case .walk: walkWeight * Self.minutes(trip.walkSeconds)
            case .wait: waitWeight * Self.minutes(trip.waitSeconds)
            case .ride: trip.mode == .asImported ? 0 : Self.minutes(trip.rideSeconds)
            case .interchange: interchange * Double(trip.interchanges)
            case .fare: trip.mode == .byCar ? 0 : money
            case .crossing: Self.minutes(trip.crossingSeconds)
            case .parking: Self.minutes(trip.parkingSeconds)
            case .running: trip.mode == .byCar ? money : 0
            case .slack: slackWeight * Self.minutes(trip.slackSeconds)
            case .imported: trip.mode == .asImported ? Self.minutes(trip.rideSeconds) : 0
            }
        }
    }

    /// The whole cost, rounded half up and cut at the longest journey.
    package func tenths(_ trip: Trip) -> TenthMinutes {
        let clock =
            walkWeight * Double(trip.walkSeconds) + waitWeight * Double(trip.waitSeconds) + Double(trip.rideSeconds)
            + Double(trip.crossingSeconds) + Double(trip.parkingSeconds) + slackWeight * Double(trip.slackSeconds)
        let minutes =
            clock / 60 + interchange * Double(trip.interchanges) + Double(trip.pence) / 100 * minutesPerPound
        return TenthMinutes(min((max(0, minutes) * 10 + 0.5).rounded(.down), Double(longest)))
    }

    /// The cost taken apart; the tenths of the parts sum to `tenths(_:)` exactly.
    package func parts(_ trip: Trip) -> JourneyParts {
        let shares = minutes(trip)
        let clock =
            Int(trip.walkSeconds) + Int(trip.waitSeconds) + Int(trip.rideSeconds) + Int(trip.crossingSeconds)
            + Int(trip.slackSeconds) + Int(trip.parkingSeconds)
        return JourneyParts(
            mode: trip.mode,
            tenths: largestRemainder(of: tenths(trip), by: shares),
            pounds: Double(trip.pence) / 100,
            clockMinutes: Double(clock) / 60,
            homeMinutes: trip.homeSeconds.map(Self.minutes),
            isCut: shares.reduce(0, +) * 10 + 0.5 >= Double(longest) + 1)
    }

    private static func minutes(_ seconds: Int32) -> Double { Double(seconds) / 60 }
}
