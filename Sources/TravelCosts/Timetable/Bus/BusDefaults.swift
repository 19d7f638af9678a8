internal import HubModel

/// Settings of buses that run to a timetable; the same for every traveller.
enum BusDefaults {
    private typealias Fact = TravelDefaults.Fact

    static let parameters = [
        Fact(
            1200, "no source read: half as far again as the published 800 m for rural stops; test 800 to 2400", .assumed
        )
        .parameter("bus.stopLimit", "Longest walk between a stop and home or hub, along streets", "metres"),
        Fact(600, "no source read: what the project's own check on Newport allows", .assumed)
            .parameter("bus.changeLimit", "Longest walk from one bus to the next, along streets", "metres"),
        Fact(1, "no source read; test 0 to 5", .assumed)
            .parameter("bus.boarding", "Least time at a stop before the bus leaves", "minutes"),
        Fact(3, "no source read: nobody is taken to change more often", .assumed)
            .parameter("bus.changesMost", "Most changes of bus in one direction", "changes"),
        Fact(90, "no source read; test 60 to 120", .assumed)
            .parameter("bus.outLimit", "Longest bus journey there, up to the start of the session", "minutes"),
        Fact(90, "no source read: who needs longer has no way home; test 60 to 120", .assumed)
            .parameter("bus.homeLimit", "Longest bus journey home, from the end of the session", "minutes"),
        Fact(0.9, "no source read: nine in ten, as elsewhere in the report; test 0.5 to 1", .assumed)
            .parameter(
                "bus.homeShare", "Share of a hub's children whom the latest closing time must get home", "fraction"),
    ]
}
