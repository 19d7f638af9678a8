import HubModel
import Testing

@Suite struct HouseholdTravelTests {
    private func parts(_ mode: JourneyMode, minutes: Double, pounds: Double) -> JourneyParts {
        JourneyParts(
            mode: mode, tenths: JourneyParts.Part.allCases.map { _ in 7 }, pounds: pounds, clockMinutes: minutes,
            isCut: false)
    }

    @Test func meansAreOfThoseWhoCanTravelAndTheRestAreCounted() {
        let travel = HouseholdTravel(
            .withoutCar,
            journeys: [
                (30, parts(.onFoot, minutes: 10, pounds: 0)), (10, parts(.byBus, minutes: 50, pounds: 4)), (60, nil),
            ], visits: 40)
        #expect(travel.children == 100)
        #expect(travel.cannotTravel == 60 && travel.shareCannotTravel == 0.6)
        #expect(travel.share(.onFoot) == 0.3 && travel.share(.byBus) == 0.1 && travel.share(.byCar) == 0)
        #expect(travel.clockMinutes == 20)
        #expect(travel.poundsPerVisit == 1 && travel.poundsPerYear == 40)
        #expect(travel.byMode.reduce(travel.cannotTravel, +) == travel.children)
    }

    @Test func withoutAnybodyWhoTravelsThereAreNoMeans() {
        let stranded = HouseholdTravel(.withCar, journeys: [(5, nil)], visits: 40)
        #expect(stranded.clockMinutes == nil && stranded.poundsPerVisit == nil && stranded.poundsPerYear == nil)
        #expect(stranded.shareCannotTravel == 1)
        let nobody = HouseholdTravel(.withCar, journeys: [], visits: 40)
        #expect(nobody.share(.byCar) == nil && nobody.shareCannotTravel == nil)
    }

    @Test func withoutTheVisitsOfAYearThereIsNoCostOfAYear() {
        let travel = HouseholdTravel(.withCar, journeys: [(5, parts(.byCar, minutes: 9, pounds: 2))], visits: nil)
        #expect(travel.poundsPerVisit == 2 && travel.poundsPerYear == nil)
    }
}
