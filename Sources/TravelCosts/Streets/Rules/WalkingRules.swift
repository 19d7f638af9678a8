/// Where one may walk, by the tags of a way.
///
/// Everything with a highway tag but what is built for engines only, not built yet, inside a building, or closed to the
/// public; a permission for people on foot outweighs a general prohibition. Tags by OpenStreetMap's wiki, Key:access and
/// Key:highway.
enum WalkingRules {
    private static let excluded: Set<String> = [
        "abandoned", "bus_guideway", "busway", "construction", "corridor", "elevator", "escape", "motorway",
        "motorway_link", "no", "platform", "proposed", "raceway", "razed", "rest_area", "services", "via_ferrata",
    ]

    static func directions(_ tags: StreetTags) -> StreetDirections {
        guard isAllowed(tags) else { return [] }
        return StreetDirections(oneway: tags["oneway:foot"]) ?? .both
    }

    private static func isAllowed(_ tags: StreetTags) -> Bool {
        guard let highway = tags["highway"], !highway.isEmpty, !excluded.contains(highway) else { return false }
        let foot = tags["foot"]
        if ["no", "private", "use_sidepath"].contains(foot) { return false }
        if ["no", "private"].contains(tags["access"]), !["yes", "designated", "permissive"].contains(foot) {
            return false
        }
        let isFast = highway.hasPrefix("trunk") && tags["motorroad"] == "yes"
        return !(isFast && foot == nil && ["no", "none", nil].contains(tags["sidewalk"]))
    }
}
