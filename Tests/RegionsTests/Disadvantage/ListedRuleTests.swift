import HubModel
import Testing

@testable import Regions

/// Lists by a name that areas carry, and lists that somebody marked on the sites themselves.
struct ListedRuleTests {
    /// Names without their last letter lead to a table of the places those letters are parts of.
    @Test func namesOfLargerPlacesJoinTheirAreas() throws {
        let more = """
              pride:
                title: neighbourhoods announced
                date: 2025-09
                codes: {file: pride.csv, key: neighbourhood, vintage: middle areas by name, of: middle/called}
            """
        let study = SmallStudy()
            .replacing("North", with: "Hill 001A", in: "areas.csv").replacing(
                "South", with: "Hill 001B", in: "areas.csv"
            )
            .replacing("East", with: "Hill 002A", in: "areas.csv").replacing("West", with: "Hill 003A", in: "areas.csv")
            .replacing("attributes: {district: district}", with: "attributes: {middle: {column: name, withoutLast: 1}}")
            .replacing(
                "households: {total",
                with:
                    "tables:\n  middle: {file: middle.csv, key: code, vintage: middle areas, join: middle}\nhouseholds: {total"
            )
            .with("middle.csv", "code,called\nHill 001,Upper Hill\nHill 002,Mill Lane\nHill 003,The Moor\n")
            .with("pride.csv", "neighbourhood,announced\nUpper Hill,2025\nThe Moor,2025\nElsewhere,2025\n")
            .adding(more)
        let prepared = try study.load()
        let rule = try #require(prepared.region.rules.last)
        #expect(rule.areas == [true, true, false, true])
        #expect(rule.placeCount == 3)
        #expect(rule.explanation.contains("is among 3 listed, which 3 areas of this study are"))
        study.replacing("Upper Hill,2025\nThe Moor,2025\n", with: "", in: "pride.csv")
            .expectFailure("none of the 1 listed code", "stands in 'middle/called' of any area")
    }

    @Test func aListOfAnotherVintageNamesTheColumnOfTheAreas() {
        SmallStudy().with("list.csv", "code,n\nX,1\n").adding(
            "  other: {title: o, date: 2026, codes: {file: list.csv, key: code, vintage: Ward 2017}}"
        ).expectFailure("cannot be carried over", "with `of`")
    }

    private func marked(_ rule: String) -> SmallStudy {
        SmallStudy().replacing("suits: youngFutures", with: "suits: youngFutures\n    attributes: {kind: kind}")
            .replacing("E01000004,school", with: "E01000004,hall", in: "sites.csv")
            .adding("  marked: {title: marked, date: 2026, \(rule)}")
    }

    @Test func sitesCountByTheirOwnRows() throws {
        let prepared = try marked("sites: {attribute: kind, in: [hall, club]}").load()
        let rule = try #require(prepared.region.rules.last)
        #expect(rule.sites.map(\.inside) == [false, true])
        #expect(rule.placeCount == 1)
        #expect(rule.areas == [false, false, false, false])
        #expect(rule.explanation.contains("kind is 'hall' or 'club'"))
        #expect(rule.explanation.contains("says nothing about where people live"))
        let tested = try marked("sites: {attribute: kind, equals: hall}, areas: {column: rank, atMost: 2}").load()
        #expect(tested.region.rules.last?.areas == [true, true, false, false])
    }

    @Test func anAttributeThatIsNotThereIsASentence() {
        marked("sites: {attribute: kid, equals: hall}").expectFailure(
            "no attribute of sites 'kid'", "Did you mean 'kind'?")
    }

    /// The last rank of a share that counts, and how far each area is from it.
    @Test func evidenceTellsHowFarAnAreaIsFromTheBound() throws {
        let study = SmallStudy().adding(
            "  worst: {title: worst, date: 2026, thresholds: [{column: rank, worst: 50%}, {column: decile, atLeast: 2}]}"
        )
        let evidence = try #require(try study.load().evidence.last)
        guard case .thresholds(let tests) = evidence.kind else {
            Issue.record("the rule has thresholds")
            return
        }
        #expect(tests.map(\.bound) == [.atMost(2), .atLeast(2)])
        #expect(tests.map(\.ranked) == [4, nil])
        #expect((0..<4).map { tests[0].margin($0) } == [1, 0, -1, -2])
        #expect((0..<4).map { tests[1].margin($0) } == [-1, -1, 0, 0])
        #expect(tests[0].passes == [true, true, false, false])
        #expect(evidence.areas == [false, false, false, false])
    }
}
