/// How large a road is, from its highway tag; the order is that of OpenStreetMap's own wiki.
package enum RoadClass: UInt8, Comparable, Sendable {
    /// For people on foot or on cycles: footway, path, steps, cycleway, bridleway, pedestrian, track.
    case path
    case service, minor, tertiary, secondary, primary, trunk, motorway

    init(_ highway: String) {
        switch highway {
        case "motorway", "motorway_link": self = .motorway
        case "trunk", "trunk_link": self = .trunk
        case "primary", "primary_link": self = .primary
        case "secondary", "secondary_link": self = .secondary
        case "tertiary", "tertiary_link": self = .tertiary
        case "unclassified", "residential", "living_street", "road": self = .minor
        case "service": self = .service
        default: self = .path
        }
    }

    /// A or B road by what British mapping means: crossing it on foot is a matter of its own.
    var isMain: Bool { self >= .secondary && self < .motorway }

    package static func < (left: RoadClass, right: RoadClass) -> Bool { left.rawValue < right.rawValue }
}
