/// Where one may drive a car, which way and how fast, by the tags of a way.
enum DrivingRules {
    private static let kilometresPerMile = 1.609344

    /// Miles an hour where no limit is tagged: what traffic does on a road of the kind rather than what is allowed.
    /// Assumed, as no source gives them.
    private static let usual: [String: Double] = [
        "motorway": 70, "motorway_link": 50, "trunk": 60, "trunk_link": 40, "primary": 40, "primary_link": 30,
        "secondary": 35, "secondary_link": 30, "tertiary": 30, "tertiary_link": 25, "unclassified": 30,
        "residential": 20, "living_street": 10, "service": 10, "road": 20,
    ]

    /// The most particular prohibition or permission counts. A roundabout and a motorway go one way unless they say no.
    static func directions(_ tags: StreetTags) -> StreetDirections {
        guard let highway = tags["highway"], usual[highway] != nil else { return [] }
        let rule = tags["motorcar"] ?? tags["motor_vehicle"] ?? tags["vehicle"] ?? tags["access"]
        guard rule != "no", rule != "private" else { return [] }
        if let stated = StreetDirections(oneway: tags["oneway"]) { return stated }
        return tags["junction"] == "roundabout" || highway == "motorway" ? .along : .both
    }

    /// What stops a car where nothing says that it may pass. Cattle grids, toll booths, entrances and the like do not.
    private static let barriers: Set<String> = [
        "block", "bollard", "bus_trap", "chain", "cycle_barrier", "debris", "gate", "jersey_barrier", "kissing_gate",
        "lift_gate", "log", "motorcycle_barrier", "planter", "stile", "swing_gate", "turnstile",
    ]

    /// Whether a node's barrier stops cars: a gate or bollard that is not tagged as open to them.
    static func isBarred(_ node: StreetTags) -> Bool {
        guard let barrier = node["barrier"], barriers.contains(barrier) else { return false }
        let rule = node["motorcar"] ?? node["motor_vehicle"] ?? node["vehicle"] ?? node["access"]
        return !["yes", "permissive", "designated", "destination"].contains(rule)
    }

    /// Kilometres an hour: the tagged limit (km/h unless it says mph), else what is usual on such a road; at least 5.
    static func speed(_ tags: StreetTags) -> Double {
        let standard = (usual[tags["highway"] ?? ""] ?? 20) * kilometresPerMile
        guard let limit = tags["maxspeed"] else { return standard }
        let digits = limit.prefix { $0.isASCII && $0.isNumber }
        guard let number = Double(digits), number > 0, number <= 200 else { return standard }
        let isMiles = limit.dropFirst(digits.count).drop { $0 == " " }.hasPrefix("mph")
        return max(5, number * (isMiles ? kilometresPerMile : 1))
    }
}
