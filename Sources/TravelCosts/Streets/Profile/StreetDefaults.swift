internal import HubModel

/// What the street model needs to know of a traveller beyond the estimated model, with its defaults.
enum StreetDefaults {
    private typealias Fact = TravelDefaults.Fact

    private static let notesRange = "general knowledge, not verified"

    /// A pushchair does not go up steps.
    static let parentWithPushchair = list(
        steps: .init(0, "a pushchair does not go up steps", .assumed),
        unlit: .init(1, "early-years hubs close before it is late", .assumed),
        uncontrolled: .init(2, "\(notesRange): 1 to 3; test both", .assumed),
        cycle: .init(0, "not with a pushchair", .assumed))

    static let childAlone11 = list(
        steps: .init(1, "an 11-year-old climbs steps", .assumed),
        unlit: .init(0, "an 11-year-old alone after dark keeps to lit ways; ways without a tag count as lit", .assumed),
        uncontrolled: .init(3, "\(notesRange): 1 to 3, the most for a child alone", .assumed),
        cycle: .init(0, "no source read: cycling is not counted on", .assumed))

    static let youngPersonAlone = list(
        steps: .init(1, "a young person climbs steps", .assumed),
        unlit: .init(1, "no source read", .assumed),
        uncontrolled: .init(2, "\(notesRange): 1 to 3; test both", .assumed),
        cycle: .init(0, "no source read: cycling is not counted on", .assumed))

    static let adult = list(
        steps: .init(1, "an adult climbs steps", .assumed),
        unlit: .init(1, "no source read", .assumed),
        uncontrolled: .init(1, "\(notesRange): 1 to 3, the least for an adult", .assumed),
        cycle: .init(0, "no source read: cycling is not counted on", .assumed))

    /// - Parameters:
    ///   - steps: whether steps can be used, 1 or 0.
    ///   - unlit: whether ways that OpenStreetMap calls unlit are used, 1 or 0.
    ///   - uncontrolled: minutes that crossing a main road without help counts.
    ///   - cycle: whether the traveller rides a cycle, 1 or 0.
    private static func list(
        steps: TravelDefaults.Fact, unlit: TravelDefaults.Fact, uncontrolled: TravelDefaults.Fact,
        cycle: TravelDefaults.Fact
    ) -> [Parameter] {
        [
            Fact(500, "places further from any street are reported rather than moved", .assumed)
                .parameter("streets.snap", "Farthest that a home or a site may lie from a street", "metres"),
            steps.parameter("walk.steps", "Whether steps are used", "1 yes, 0 no"),
            unlit.parameter("walk.unlit", "Whether ways said to be unlit are used", "1 yes, 0 no"),
            Fact(0.5, notesRange, .assumed)
                .parameter("crossing.signals", "What crossing a road at signals counts", "minutes"),
            Fact(0.5, "no source read: taken as at signals", .assumed)
                .parameter("crossing.marked", "What crossing a road at a marked crossing counts", "minutes"),
            uncontrolled.parameter(
                "crossing.uncontrolled", "What crossing a main road without help counts", "minutes"),
            Fact(1, "no source read: between signals and a main road", .assumed)
                .parameter("crossing.level", "What crossing a railway on the level counts", "minutes"),
            Fact(1, "a penalty rather than a ban; 0 bans it, and side streets that can only be left so", .assumed)
                .parameter(
                    "crossing.uncontrolled.allowed", "Whether main roads are crossed without help", "1 yes, 0 no"),
            Fact(60, "no source read: an hour each way", .assumed)
                .parameter("car.longest", "Longest drive one way", "minutes"),
            Fact(1.25, "no source read: traffic is slower than the limit", .assumed)
                .parameter("car.pace", "Driving time for each minute at the speed limit", "ratio"),
            cycle.parameter("cycle.used", "Whether the traveller rides a cycle", "1 yes, 0 no"),
            Fact(16, "DfT journey-time statistics", .lookedUp).parameter("cycle.speed", "Cycling speed", "km/h"),
            Fact(5, "DfT journey-time statistics", .lookedUp)
                .parameter("cycle.parking", "Minutes to park a cycle, each way", "minutes"),
            Fact(8047, "no source read: 5 miles", .assumed)
                .parameter("cycle.limit", "Longest ride on a cycle one way", "metres"),
        ]
    }
}
