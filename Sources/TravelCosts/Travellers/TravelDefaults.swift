internal import HubModel

/// Every parameter of the estimated travel model with its default: what is the same for all travellers stands here
/// once, what differs is handed in. Marked "looked up" or "measured" only where a source was read or real data used.
enum TravelDefaults {
    /// A value with where it comes from.
    struct Fact {
        let value: Double
        let source: String
        let mark: Mark

        init(_ value: Double, _ source: String, _ mark: Mark) {
            self.value = value
            self.source = source
            self.mark = mark
        }

        func parameter(_ key: String, _ title: String, _ unit: String) -> Parameter {
            Parameter(key: key, title: title, value: value, unit: unit, source: source, mark: mark)
        }
    }

    static let eveningSource = "Newport timetable: departures an hour after 18:30 are 36 % of daytime's"

    static func list(
        walkSpeed: Fact, walkLimit: Fact, fullFares: Fact, halfFares: Fact, homeBuses: Fact, carUsed: Fact,
        streets ownStreets: [Parameter]
    ) -> [Parameter] {
        let foot = [
            walkSpeed.parameter("walk.speed", "Walking speed", "km/h"),
            walkLimit.parameter("walk.limit", "Longest walk one way, along streets", "metres"),
            Fact(2, "general knowledge, not verified; test 1.5", .assumed)
                .parameter("walk.weight", "How much a minute of walking counts", "minutes"),
        ]
        return streets + FaceDefaults.list + foot + bus(home: homeBuses) + fares(full: fullFares, half: halfFares)
            + car(used: carUsed) + ownStreets
            + [
                Fact(720, "a day out; longer journeys count as this long", .assumed)
                    .parameter("journey.longest", "Longest journey there and back that is counted", "minutes")
            ]
            + TableDefaults.parameters
            + BusDefaults.parameters + FareDefaults.parameters
    }

    private static let streets = [
        Fact(1.33, "Newport, 20,000 walks: street length over straight line below 2 km", .measured)
            .parameter("street.near", "Street metres for each straight metre, near", "ratio"),
        Fact(1.22, "Newport, 20,000 walks: 1.25 in all, with 1.33 below 2 km; Porto 1.22", .measured)
            .parameter("street.far", "Street metres for each further straight metre", "ratio"),
        Fact(2000, "where the measured ratio flattens", .measured)
            .parameter("street.band", "Straight line up to which a journey is near", "metres"),
    ]

    private static func bus(home: Fact) -> [Parameter] {
        let speed = "Newport timetable over straight lines between stops, by their spacing"
        return [
            Fact(400, "published stop-access distances: 400 m urban", .lookedUp)
                .parameter("bus.access.urban", "Walk from home to the stop, urban", "metres"),
            Fact(800, "published stop-access distances: 800 m rural", .lookedUp)
                .parameter("bus.access.rural", "Walk from home to the stop, rural", "metres"),
            Fact(400, "hubs are taken to stand where an urban stop is", .assumed)
                .parameter("bus.egress", "Walk from the stop to the hub", "metres"),
            Fact(20, "no national source read: three buses an hour", .assumed)
                .parameter("bus.headway.urban", "Minutes between buses in the day, urban", "minutes"),
            Fact(60, "no national source read: one bus an hour", .assumed)
                .parameter("bus.headway.rural", "Minutes between buses in the day, rural", "minutes"),
            home.parameter("bus.home", "Buses an hour on the way home, as a share of daytime's", "fraction"),
            Fact(15, "people time their walk to the stop; half the headway as in PTAL up to this", .assumed)
                .parameter("wait.ceiling", "Longest wait at a stop", "minutes"),
            Fact(2.5, "Scottish transport appraisal guidance (STAG)", .lookedUp)
                .parameter("wait.weight", "How much a minute of waiting counts", "minutes"),
            Fact(15, speed, .measured).parameter("bus.speed.near", "Bus speed over the near part", "km/h"),
            Fact(23, speed, .measured).parameter("bus.speed.middle", "Bus speed over the middle part", "km/h"),
            Fact(35, speed, .measured).parameter("bus.speed.far", "Bus speed over the far part", "km/h"),
            Fact(3000, "town: stops close together", .assumed)
                .parameter("bus.near", "Straight line up to which a bus is slow", "metres"),
            Fact(10000, "edge of town: stops further apart", .assumed)
                .parameter("bus.middle", "Straight line from which a bus is fast", "metres"),
            Fact(10000, "further than this a direct bus is unlikely", .assumed)
                .parameter("bus.direct", "Straight line beyond which one change of bus is needed", "metres"),
            Fact(10, "general knowledge, not verified; test 5 to 17", .assumed)
                .parameter("bus.interchange", "What a change of bus counts besides its wait", "minutes"),
        ]
    }

    private static func fares(full: Fact, half: Fact) -> [Parameter] {
        [
            Fact(
                3, "bus single capped at £3 outside London to at least March 2027; free for 5 to 15 in London",
                .lookedUp
            )
            .parameter("fare.single", "Full single bus fare", "pounds"),
            Fact(0.5, "5 to 15 commonly pay half; no national concession", .lookedUp)
                .parameter("fare.half", "Reduced fare as a share of the full fare", "fraction"),
            full.parameter("party.full", "Travellers who pay the full fare", "people"),
            half.parameter("party.half", "Travellers who pay the reduced fare", "people"),
            Fact(7, "TAG data book A1.3.1, about £7, not verified; test £3 to £10", .assumed)
                .parameter("time.value", "Value of an hour, which turns money into minutes", "pounds an hour"),
        ]
    }

    private static func car(used: Fact) -> [Parameter] {
        [
            used.parameter("car.used", "Whether the household's car is used", "1 yes, 0 no"),
            Fact(25, "no source read", .assumed)
                .parameter("car.speed.near.urban", "Car speed over the near part, from an urban home", "km/h"),
            Fact(40, "no source read", .assumed)
                .parameter("car.speed.near.rural", "Car speed over the near part, from a rural home", "km/h"),
            Fact(45, "no source read", .assumed)
                .parameter("car.speed.middle", "Car speed over the middle part", "km/h"),
            Fact(70, "no source read", .assumed).parameter("car.speed.far", "Car speed over the far part", "km/h"),
            Fact(3000, "town streets", .assumed)
                .parameter("car.near", "Street length up to which a car is slow", "metres"),
            Fact(15000, "main roads", .assumed)
                .parameter("car.middle", "Street length from which a car is fast", "metres"),
            Fact(5, "no source read: finding a space and walking from it", .assumed)
                .parameter("car.parking", "Minutes to park, each way", "minutes"),
            Fact(0.1, "no source read: fuel only", .assumed)
                .parameter("car.cost", "Running cost of the car", "pounds a km"),
        ]
    }
}
