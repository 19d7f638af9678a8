/// What it is to cross where a street's end meets a larger road or a railway.
package enum CrossingClass: UInt8, Sendable, CaseIterable {
    /// Nothing that is worth telling.
    case none
    /// Lights stop the traffic: signals, pelican, puffin, toucan, pegasus.
    case signals
    /// Marked but without lights, as a zebra is.
    case marked
    /// Nothing helps across a main road (secondary, primary or trunk).
    case uncontrolled
    /// Over a railway on the level.
    case level

    /// The class at a node where a larger road is met.
    /// - Parameters:
    ///   - node: the node's tags.
    ///   - way: the tags of the way that crosses.
    ///   - road: the larger road.
    init(node: StreetTags?, way: StreetTags, road: RoadClass) {
        if let node, Self.isLevel(node) {
            self = .level
        } else if Self.hasSignals(node) || Self.hasSignals(way) {
            self = .signals
        } else if Self.isMarked(node) || Self.isMarked(way) {
            self = .marked
        } else {
            self = road.isMain ? .uncontrolled : .none
        }
    }

    static func isLevel(_ node: StreetTags) -> Bool {
        ["level_crossing", "crossing"].contains(node["railway"])
    }

    private static func hasSignals(_ tags: StreetTags?) -> Bool {
        guard let tags else { return false }
        return tags["crossing"] == "traffic_signals" || tags["crossing:signals"] == "yes"
            || tags["highway"] == "traffic_signals"
            || ["pelican", "puffin", "toucan", "pegasus"].contains(tags["crossing_ref"])
    }

    private static func isMarked(_ tags: StreetTags?) -> Bool {
        guard let tags else { return false }
        if ["zebra", "marked", "uncontrolled"].contains(tags["crossing"]) || tags["crossing_ref"] == "zebra" {
            return true
        }
        return tags["crossing:markings"].map { $0 != "no" } ?? false
    }
}
