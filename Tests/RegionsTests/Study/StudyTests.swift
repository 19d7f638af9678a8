import HubModel
import Testing

@testable import Regions

/// What is wrong with the file itself, before any data is read.
struct StudyTests {
    @Test func anUnknownFieldIsToldWithLineAndNearestName() {
        SmallStudy().replacing("  vintage: LSOA 2021\n  name", with: "  vintige: LSOA 2021\n  name")
            .expectFailure("line 7", "areas.vintige", "there is no field 'vintige'", "Did you mean 'vintage'?")
    }

    @Test func anAccuracyThatNoBoundaryHasIsRefused() {
        SmallStudy().replacing("    date: 2026\n", with: "    date: 2026\n    accuracy: 1e300\n")
            .expectFailure("disadvantage.listed.accuracy", "is too large: it must be at most 1000000")
    }

    @Test func idsThatDifferInCapitalsOnlyAreRefused() {
        let rule = "  Listed: {title: the same, date: 2026, any: [listed]}"
        SmallStudy().adding(rule).expectFailure("'listed' and 'Listed' differ in capitals only", "Rename one of them")
        SmallStudy().replacing(
            "sites:\n",
            with: "  YOUNGFUTURES: {children: children, count: 1, travel: {traveller: youngPersonAlone}}\nsites:\n"
        ).expectFailure("'youngFutures' and 'YOUNGFUTURES' differ in capitals only")
    }

    @Test func aMissingFieldIsNamed() {
        SmallStudy().replacing("    count: 1\n", with: "").expectFailure("services.youngFutures", "'count' is missing")
    }

    @Test func theHintFollowsWhatWasWritten() {
        SmallStudy().replacing("50%", with: "25").expectFailure("or a number of hubs as \"25 hubs\"")
        SmallStudy().replacing("50%", with: "150%").expectFailure("Write a share up to 100%.")
        SmallStudy().replacing("50%", with: "1.5").expectFailure("Write a share up to 100%.")
    }

    /// A bare 1 is all hubs as a share and one hub as a number.
    @Test(arguments: ["1", "1.0"])
    func aBareOneIsRefused(_ share: String) {
        SmallStudy().replacing("50%", with: share).expectFailure("'\(share)' could mean", "100%", "{number: 1}")
    }

    @Test func allHubsAndOneHubCanBeWritten() throws {
        func share(_ text: String) throws -> ShareRequirement {
            try SmallStudy().replacing("50%", with: text).load().request.services[0].share
        }
        #expect(try share("100%") == .atLeastFraction(numerator: 1, denominator: 1))
        #expect(try share("{number: 1}") == .atLeastNumber(1))
        #expect(try share("1 hub") == .atLeastNumber(1))
    }

    @Test(arguments: ["150%", "1.5", "3/2", "25"])
    func aShareAboveOneIsRefused(_ share: String) {
        SmallStudy().replacing("50%", with: share).expectFailure("'\(share)' is above 1", "line 18")
    }

    @Test(arguments: [
        ("4/8", ShareRequirement.atLeastFraction(numerator: 1, denominator: 2)),
        ("0.07", .atLeastFraction(numerator: 7, denominator: 100)), ("1 hub", .atLeastNumber(1)),
        ("{number: 1}", .atLeastNumber(1)),
    ])
    func sharesAreRead(_ text: String, _ share: ShareRequirement) throws {
        let prepared = try SmallStudy().replacing("50%", with: text).load()
        #expect(prepared.request.services[0].share == share)
    }

    @Test func anAimStandsInPlaceOfAShare() throws {
        let prepared = try SmallStudy().replacing("atLeast: 50%", with: "aim: asHighAsPossible").load()
        #expect(prepared.request.services[0].share == .asHighAsPossible)
        SmallStudy().replacing("atLeast: 50%", with: "atLeast: 50%, aim: reportOnly")
            .expectFailure("'atLeast' and 'aim' exclude each other")
    }

    @Test func anUnknownRuleIsToldWithTheNearest() {
        SmallStudy().replacing("rule: listed", with: "rule: lited")
            .expectFailure("no disadvantage rule 'lited'", "Did you mean 'listed'?")
    }

    @Test func anUnknownServiceIsToldWithTheNearest() {
        SmallStudy().replacing("suits: youngFutures", with: "suits: youngFuture")
            .expectFailure("no service 'youngFuture'", "Did you mean 'youngFutures'?")
    }

    @Test func anUnknownTravellerOrSettingIsTold() {
        SmallStudy().replacing("youngPersonAlone", with: "youngPerson").expectFailure("no traveller 'youngPerson'")
        SmallStudy().replacing(
            "{traveller: youngPersonAlone}", with: "{traveller: youngPersonAlone, set: {walk.sped: 4}}"
        )
        .expectFailure("no travel setting 'walk.sped'", "Did you mean 'walk.speed'?")
    }

    @Test func travelSettingsAreChanged() throws {
        let prepared = try SmallStudy().replacing(
            "{traveller: youngPersonAlone}",
            with: "{traveller: youngPersonAlone, set: {walk.speed: {value: 4, source: a survey, mark: measured}}}"
        ).load()
        let speed = try #require(prepared.travel[0].parameters.first { $0.key == "walk.speed" })
        #expect(speed.value == 4)
        #expect(speed.source == "a survey")
        #expect(speed.mark == .measured)
        #expect(speed.stated)
    }

    @Test func whatIsNotYamlIsToldWithItsLine() {
        SmallStudy().replacing("name: Small", with: "name: [Small").expectFailure("this is not YAML")
        var empty = SmallStudy()
        empty.yaml = ""
        empty.expectFailure("the study file is empty")
    }

    /// Not a page of it: whoever names the wrong file knows what stands there.
    @Test func aTableInPlaceOfAStudyIsCalledOne() {
        var table = SmallStudy()
        table.yaml = "number,name,easting\n" + String(repeating: "100001,Gorse Primary School,658872\n", count: 500)
        let error = #expect(throws: RegionError.self) { try table.load() }
        let sentence = error?.description ?? ""
        #expect(sentence.contains("this is a table, not a study: it begins with 'number,name,easting"))
        #expect(sentence.count < 300)
        let long = #expect(throws: RegionError.self) {
            try StudyNode(yaml: "areas: \(String(repeating: "x", count: 400))", file: "study.yaml").entries()[0].value
                .entries()
        }
        #expect(long?.description.contains("'\(String(repeating: "x", count: 60))…'") == true)
    }

    @Test func aFieldTwiceIsTold() {
        SmallStudy().replacing("name: Small", with: "name: Small\nname: Big").expectFailure("'name'", "more than once")
    }

    @Test func anotherFormIsRefused() {
        SmallStudy().replacing("hubplan: 1", with: "hubplan: 2").expectFailure("line 1", "form 1")
    }

    @Test func hoursMustBeHoursInOrder() {
        SmallStudy().replacing("    count: 1", with: "    count: 1\n    opens: 25:00").expectFailure(
            "not a time of day")
        SmallStudy().replacing("    count: 1", with: "    count: 1\n    opens: \"20:00\"\n    closes: \"9:00\"")
            .expectFailure("opens at 20:00 but closes at 09:00")
    }

    @Test func aMissingStudyIsTold() {
        let error = #expect(throws: RegionError.self) {
            try StudyLoader(travellers: .plain).load(path: "/nowhere/study.yaml")
        }
        #expect(error?.description.contains("missing") == true)
    }
}
