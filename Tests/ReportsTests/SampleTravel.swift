import HubModel

/// How the sample's families travel: some on foot, some by bus, a few not at all.
enum SampleTravel {
    static func households(_ figures: ServiceFigures) -> [HouseholdTravel] {
        [
            HouseholdTravel(
                .withoutCar,
                journeys: [
                    (10, nil), (100, parts(.onFoot, minutes: 20, pounds: 0)),
                    (figures.withoutCar.children - 110, parts(.byBus, minutes: 50, pounds: 4.5)),
                ], visits: 40),
            HouseholdTravel(
                .withCar,
                journeys: [
                    (300, parts(.byCycle, minutes: 25, pounds: 0)),
                    (figures.withCar.children - 300, parts(.byCar, minutes: 16, pounds: 2.25)),
                ], visits: nil),
        ]
    }

    static func parts(_ mode: JourneyMode, minutes: Double, pounds: Double) -> JourneyParts {
        JourneyParts(
            mode: mode, tenths: JourneyParts.Part.allCases.map { _ in 0 }, pounds: pounds, clockMinutes: minutes,
            isCut: false)
    }
}
