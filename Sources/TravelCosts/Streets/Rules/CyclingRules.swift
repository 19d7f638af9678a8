/// Where one may ride a cycle, and which way, by the tags of a way.
///
/// Roads but motorways, and ways for cycles; paths for people on foot and steps only where cycles are named.
enum CyclingRules {
    private static let excluded: Set<String> = [
        "abandoned", "bus_guideway", "construction", "corridor", "elevator", "escape", "motorway", "motorway_link",
        "no",
        "platform", "proposed", "raceway", "razed", "rest_area", "services", "via_ferrata",
    ]
    private static let onlyIfNamed: Set<String> = ["footway", "pedestrian", "steps", "busway"]
    private static let granted: Set<String?> = ["yes", "designated", "permissive"]

    static func directions(_ tags: StreetTags) -> StreetDirections {
        guard let highway = tags["highway"], !highway.isEmpty, !excluded.contains(highway) else { return [] }
        let own = tags["bicycle"]
        if ["no", "private", "use_sidepath", "dismount"].contains(own) || tags["motorroad"] == "yes" { return [] }
        let isNamed = granted.contains(own)
        if onlyIfNamed.contains(highway), !isNamed { return [] }
        let rule = tags["vehicle"] ?? tags["access"]
        if rule == "no" || rule == "private", !isNamed { return [] }
        if let stated = StreetDirections(oneway: tags["oneway:bicycle"]) { return stated }
        if tags["cycleway"]?.hasPrefix("opposite") == true { return .both }
        if let stated = StreetDirections(oneway: tags["oneway"]) { return stated }
        return tags["junction"] == "roundabout" ? .along : .both
    }
}
