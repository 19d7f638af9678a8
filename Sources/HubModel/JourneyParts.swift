/// How a journey is made.
package enum JourneyMode: String, Codable, Sendable, CaseIterable {
    case onFoot, byBus, byCar, byCycle, asImported

    /// For people: "on foot".
    package var title: String {
        switch self {
        case .onFoot: "on foot"
        case .byBus: "by bus"
        case .byCar: "by car"
        case .byCycle: "by cycle"
        case .asImported: "as the imported table says"
        }
    }
}

/// One generalised cost taken apart, there and back. The parts are weighted as the cost is, so they sum to it exactly.
package struct JourneyParts: Hashable, Sendable {
    package enum Part: String, Codable, Sendable, CaseIterable {
        case walk, wait, ride, interchange, fare, crossing, parking, running, slack, imported

        /// For people: "walking".
        package var title: String {
            switch self {
            case .walk: "walking"
            case .wait: "waiting"
            case .ride: "riding"
            case .interchange: "changing buses"
            case .fare: "fares as time"
            case .crossing: "crossing barriers"
            case .parking: "parking"
            case .running: "running the car, as time"
            case .slack: "being there early"
            case .imported: "the journey as imported"
            }
        }
    }

    package var mode: JourneyMode
    /// Generalised minutes of each part in tenths, in the order of `Part.allCases`.
    package var tenths: [TenthMinutes]
    /// Money that the household pays for the journey there and back, in pounds.
    package var pounds: Double
    /// Minutes on the clock there and back: unweighted, without money, and not cut.
    package var clockMinutes: Double
    /// Those of the way home: from the end of the session, with waiting for a bus after it. The rest is the way there, with
    /// being there early. nil where the two are not known apart.
    package var homeMinutes: Double?
    /// Whether the journey is longer than the longest that is counted; the parts are then shares of what is counted.
    package var isCut: Bool

    /// - Precondition: one value a part.
    package init(
        mode: JourneyMode, tenths: [TenthMinutes], pounds: Double, clockMinutes: Double, homeMinutes: Double? = nil,
        isCut: Bool
    ) {
        precondition(tenths.count == Part.allCases.count, "one value a part")
        self.mode = mode
        self.tenths = tenths
        self.pounds = pounds
        self.clockMinutes = clockMinutes
        self.homeMinutes = homeMinutes
        self.isCut = isCut
    }

    package subscript(part: Part) -> TenthMinutes {
        zip(Part.allCases, tenths).first { $0.0 == part }?.1 ?? 0
    }

    /// The whole cost: the sum of the parts.
    package var total: TenthMinutes { tenths.reduce(0, +) }
}
