internal import HubModel

/// Settings of fares beside the single itself; the same for every traveller.
enum FareDefaults {
    private typealias Fact = TravelDefaults.Fact

    static let parameters = [
        Fact(20_270_331, "the cap on single bus fares in England lasts to at least March 2027", .lookedUp)
            .parameter("fare.capEnds", "Last day of the cap on single fares", "date"),
        Fact(4, "no source read: nobody knows what singles will cost without the cap; test 3 to 6", .assumed)
            .parameter("fare.singleAfter", "Full single bus fare once the cap has ended", "pounds"),
        Fact(0, "no national ticket: each operator's choice", .assumed)
            .parameter("fare.day", "Most that one adult pays for buses in a day; 0 where there is no cap", "pounds"),
        Fact(78, "no source read: twice a week in 39 weeks of term; test 39 to 195", .assumed)
            .parameter("visits.year", "Sessions that a child goes to in a year", "visits"),
    ]
}
