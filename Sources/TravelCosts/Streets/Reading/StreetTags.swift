/// The tags of a way or a node that bear on travel, as OpenStreetMap writes them.
struct StreetTags: Hashable, Sendable {
    /// All that any rule here asks for; other tags are not kept.
    static let known: Set<String> = [
        "access", "barrier", "bicycle", "crossing", "crossing:markings", "crossing:signals", "crossing_ref", "cycleway",
        "foot",
        "footway", "highway", "junction", "lit", "maxspeed", "motor_vehicle", "motorcar", "motorroad", "name", "oneway",
        "oneway:bicycle", "oneway:foot", "railway", "ref", "sidewalk", "surface", "vehicle",
    ]

    private var values: [String: String] = [:]

    init(_ values: [String: String] = [:]) {
        self.values = values.filter { Self.known.contains($0.key) }
    }

    subscript(key: String) -> String? {
        get { values[key] }
        set { if Self.known.contains(key) { values[key] = newValue } }
    }

    var isEmpty: Bool { values.isEmpty }
}
