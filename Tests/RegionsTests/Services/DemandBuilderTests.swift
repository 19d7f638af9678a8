import HubModel
import Testing

@testable import Regions

struct DemandBuilderTests {
    @Test func childrenAreSharedBetweenHouseholds() throws {
        let demand = try SmallStudy().load().region.demand[0]
        #expect(demand.map(\.area) == [0, 0, 1, 1, 2, 2, 3, 3])
        #expect(demand.map(\.household) == (0..<4).flatMap { _ in [.withoutCar, .withCar] })
        #expect(demand.map(\.children) == [5, 5, 4, 3, 2, 3, 2, 1])
        #expect(demand.map(\.weight) == demand.map(\.children))
    }

    @Test func withoutHouseholdsAllCountAsWithoutACar() throws {
        let prepared = try SmallStudy().replacing("households: {total: households, withoutCar: nocar}\n", with: "")
            .expectFinding("all children count as living without one")
        #expect(prepared.region.demand[0].map(\.children) == [10, 0, 7, 0, 5, 0, 3, 0])
    }

    @Test func moreHouseholdsWithoutACarThanThereAreIsRefused() {
        SmallStudy().replacing("urban,7,100,50", with: "urban,7,100,150", in: "areas.csv")
            .expectFailure("E01000002: 150 of 100", "exchanged")
    }

    @Test func oneColumnForBothKindsOfHouseholdIsRefused() {
        SmallStudy().replacing("withoutCar: nocar", with: "withoutCar: households").expectFailure(
            "households.withoutCar", "'households' stands for all households and for those without a car")
    }

    @Test func anAreaWithoutHouseholdsIsTold() throws {
        try SmallStudy().replacing("urban,7,100,50", with: "urban,7,0,0", in: "areas.csv")
            .expectFinding("1 area has no households", "E01000002")
    }

    /// Half of the households have no car; of the others 40 in a hundred have one, 10 more.
    private func carsAway(_ set: String) -> SmallStudy {
        var study = SmallStudy().replacing(
            "withoutCar: nocar", with: "withoutCar: nocar, oneCar: one, twoOrMore: [two]"
        ).replacing(
            "travel: {traveller: youngPersonAlone}", with: "travel: {traveller: youngPersonAlone, set: {\(set)}}")
        study.files["areas.csv"] = study.files["areas.csv"]?.split(separator: "\n").enumerated().map { row, line in
            line + (row == 0 ? ",one,two" : ",40,10")
        }.joined(separator: "\n")
        return study
    }

    @Test func childrenWhoseCarIsAwayTravelAsThoseWithoutOne() throws {
        #expect(try carsAway("walk.speed: 5").load().region.demand[0].map(\.children) == [5, 5, 4, 3, 2, 3, 2, 1])
        // Away: half of 40 and a fifth of 10 of 100 households; so 72 in 100 children travel without a car.
        let demand = try carsAway("car.free.one: 0.5, car.free.more: 0.8").load().region.demand[0]
        #expect(demand.map(\.children) == [7, 3, 5, 2, 4, 1, 2, 1])
        let never = try carsAway("car.free.one: 0, car.free.more: 0").load().region.demand[0]
        #expect(never.map(\.children) == [10, 0, 7, 0, 5, 0, 3, 0])
    }

    @Test func withoutCountsOfCarsOneChanceHoldsForAll() throws {
        let prepared = try SmallStudy().replacing(
            "travel: {traveller: youngPersonAlone}",
            with: "travel: {traveller: youngPersonAlone, set: {car.free.one: 0}}"
        ).expectFinding("does not tell one car from two or more")
        #expect(prepared.region.demand[0].map(\.children) == [10, 0, 7, 0, 5, 0, 3, 0])
    }

    @Test func chancesAndCountsOfCarsThatCannotBeAreRefused() {
        carsAway("car.free.one: 1.5").expectFailure("car.free.one", "a chance is from 0 to 1")
        carsAway("car.free.one: 0.5").replacing("[two]", with: "[two, one]").expectFailure("come to 560", "400")
        SmallStudy().replacing("withoutCar: nocar", with: "withoutCar: nocar, oneCar: nocar").expectFailure(
            "'oneCar' and 'twoOrMore' belong together")
    }

    @Test func needWeighsChildrenInWholeNumbers() throws {
        let study = SmallStudy().replacing("rank,decile", with: "rate,decile", in: "areas.csv")
            .replacing("50,1,1,Hill", with: "50,0.25,1,Hill", in: "areas.csv")
            .replacing("    count: 1", with: "    need: {column: rate, title: income deprivation}\n    count: 1")
        let region = try study.load().region
        #expect(region.services[0].isNeedWeighted)
        #expect(region.services[0].weightTitle == "children × income deprivation (× 100 to keep whole numbers)")
        #expect(region.demand[0][0].weight == 5 * 25)
        #expect(region.demand[0][2].weight == 4 * 200)
        #expect(region.demand[0][0].children == 5)
    }

    @Test func noChildAtAllIsRefused() {
        SmallStudy().replacing("children: children", with: "children: [nocar]").replacing(
            ",50,", with: ",0,", in: "areas.csv"
        )
        .expectFailure("not one child of youngFutures")
    }

    @Test func aColumnTwiceIsRefused() {
        SmallStudy().replacing("children: children", with: "children: [rank, rank]").expectFailure("counted twice")
    }

    @Test func aGroupFarLargerThanTheChildrenIsTold() throws {
        let study = SmallStudy().adding("groups: {all: {title: everyone, count: households}}")
        try study.expectFinding(
            "The group 'all' (everyone)", "more than 10 times", "3 areas", "E01000003")
        #expect(try !study.load().region.findings.contains { $0.sentence.contains("100 beside 5") })
        try study.adding("suppressBelow: 0").expectFinding("The group 'all' (everyone)", "E01000003: 100 beside 5")
        let usual = try study.replacing("count: households", with: "count: children").load()
        #expect(!usual.region.findings.contains { $0.sentence.contains("The group") })
    }

    @Test func whereNobodyCountsEveryAreaMayHaveAsMany() throws {
        let study = SmallStudy().replacing("children: children", with: "children: {each: 7}")
        let demand = try #require(try study.load().region.demand.first)
        let byArea = Dictionary(grouping: demand, by: \.area).mapValues { $0.reduce(0) { $0 + $1.children } }
        #expect(Set(byArea.values) == [7])
        study.replacing("each: 7", with: "each: 7, sum: [children]").expectFailure("exclude each other")
        study.replacing("each: 7", with: "each: 0").expectFailure("0")
    }

    @Test func groupsAreCounted() throws {
        let groups = try SmallStudy().adding("groups: {all: {title: everyone, sum: [children, nocar]}}").load().region
            .groups
        #expect(groups.map(\.counts) == [[60, 57, 55, 53]])
    }

    @Test func aGroupNamesTheServicesItIsToldUnder() throws {
        let study = SmallStudy().adding("groups: {all: {title: everyone, for: youngFutures, count: children}}")
        let group = try #require(try study.load().region.groups.first)
        #expect(group.isTold(under: "youngFutures"))
        #expect(!group.isTold(under: "earlyYears"))
        study.replacing("for: youngFutures", with: "for: youngFuturs")
            .expectFailure("there is no service 'youngFuturs'", "youngFutures")
    }
}
