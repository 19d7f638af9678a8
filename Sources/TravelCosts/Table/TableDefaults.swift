internal import HubModel

/// Settings of the travel table that are the same for every traveller.
enum TableDefaults {
    static let parameters = [
        TravelDefaults.Fact(
            0.5, "no source read: time at a hub before a session starts is not lost altogether; test 0 to 1", .assumed
        )
        .parameter("slack.weight", "How much a minute of being there early counts", "minutes"),
        TravelDefaults.Fact(
            1, "always at home, as the shipped studies take it; test 0.5, general knowledge, not verified", .assumed
        )
        .parameter("car.free.one", "Chance that the only car of a household is free at that hour", "fraction"),
        TravelDefaults.Fact(
            1, "always one at home, as the shipped studies take it; test 0.8, general knowledge, not verified", .assumed
        )
        .parameter("car.free.more", "Chance that one of two or more cars is free at that hour", "fraction"),
    ]
}
