/// A way of using streets, each with rules of its own.
package enum StreetMode: String, Sendable, CaseIterable {
    case foot, cycle, car

    /// In which directions a way may be used.
    func directions(_ tags: StreetTags) -> StreetDirections {
        switch self {
        case .foot: WalkingRules.directions(tags)
        case .cycle: CyclingRules.directions(tags)
        case .car: DrivingRules.directions(tags)
        }
    }

    /// Whether something stands at a node that nobody passes; people on foot and on cycles get past all.
    func isBarred(_ node: StreetTags) -> Bool { self == .car && DrivingRules.isBarred(node) }
}

/// Along a way as it was drawn, against it, both or neither.
struct StreetDirections: OptionSet, Hashable, Sendable {
    let rawValue: UInt8

    static let along = StreetDirections(rawValue: 1)
    static let against = StreetDirections(rawValue: 2)
    static let both: StreetDirections = [.along, .against]

    /// By a value of a oneway tag; nil where the value says nothing.
    init?(oneway value: String?) {
        switch value {
        case "yes", "true", "1": self = .along
        case "-1", "reverse": self = .against
        case "no", "false", "0": self = .both
        default: return nil
        }
    }

    init(rawValue: UInt8) { self.rawValue = rawValue }
}
