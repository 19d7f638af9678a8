import HubModel
import Testing

@testable import Regions

struct RuleBuilderTests {
    /// The small study under another rule.
    private func under(_ rule: String) -> SmallStudy {
        SmallStudy().replacing("places: {polygons: {file: places.geojson, key: code, vintage: Ward 2017}}", with: rule)
    }

    private func areas(_ study: SmallStudy) throws -> [Bool] { try study.load().region.rules[0].areas }

    // MARK: Thresholds

    @Test(arguments: [
        ("decile, atMost: 1", [true, true, false, false]), ("decile, atMost: 0.99", [false, false, false, false]),
        ("rank, atMost: 3", [true, true, true, false]), ("rank, atLeast: 3", [false, false, true, true]),
        ("rank, worst: 25%", [true, false, false, false]), ("rank, worst: 24.9%", [false, false, false, false]),
        ("rank, worst: 49.9%", [true, false, false, false]), ("rank, worst: 1/2", [true, true, false, false]),
        ("rank, worst: 10%, of: 20", [true, true, false, false]),
        ("district, equals: Dale", [false, false, true, true]),
    ])
    func thresholdsAreInclusive(_ test: String, _ expected: [Bool]) throws {
        let study = under("thresholds: {column: \(test)}").replacing(
            "{rule: listed, atLeast: 50%}", with: "{rule: listed, aim: reportOnly}")
        #expect(try areas(study) == expected)
    }

    @Test func sitesCountByTheirArea() throws {
        let rule = try under("thresholds: [{column: decile, atMost: 1}, {column: rank, atMost: 1}]").load().region
            .rules[0]
        #expect(rule.sites.map(\.inside) == [true, false])
        #expect(rule.sites[0].place == "North")
        #expect(rule.placeCount == 1)
        #expect(rule.placeKind == "areas")
    }

    @Test func aPartOfAnIndexIsToldApart() {
        under("thresholds: {column: rank, worst: 50%}").replacing("50,4,2,Dale", with: "50,40,2,Dale", in: "areas.csv")
            .expectFailure("ranks up to 40 but holds 4 rows", "`of`")
    }

    @Test func anIndexMustBeNumbers() {
        under("thresholds: {column: rank, atMost: 2}").replacing("50,4,2,Dale", with: "50,,2,Dale", in: "areas.csv")
            .expectFailure("1 area has no number in 'rank'", "E01000004: ''")
    }

    @Test func twoNationsIndicesAreNotSetBesideEachOther() {
        under("thresholds: {column: rank, atMost: 2}").replacing(
            "E01000004,West", with: "W01000004,West", in: "areas.csv"
        )
        .expectFailure("areas of England and Wales", "an index of its own")
    }

    @Test func deprivedAreasAreATestOfTheirOwn() throws {
        let region = try SmallStudy().adding("deprived: {title: worst, thresholds: {column: decile, atMost: 1}}").load()
            .region
        #expect(region.deprivedAreas == [true, true, false, false])
        #expect(region.deprivedTitle == "worst")
    }

    // MARK: Codes

    @Test func listedAreasCount() throws {
        let study = under("codes: {file: list.csv, key: code, vintage: LSOA 2021}").with(
            "list.csv", "code,name\nE01000001,North\nE01999999,Elsewhere\n")
        let rule = try study.load().region.rules[0]
        #expect(rule.areas == [true, false, false, false])
        #expect(rule.sites.map(\.inside) == [true, false])
        #expect(rule.placeCount == 2)
        study.replacing("vintage: LSOA 2021}\n", with: "vintage: LSOA 2011}\n").with("x", "")
            .replacing("key: code, vintage: LSOA 2021}", with: "key: code, vintage: LSOA 2011}").expectFailure(
                "'LSOA 2011'")
        study.with("list.csv", "code,name\nE01999999,Elsewhere\n").expectFailure(
            "none of the 1 listed code", "E01999999")
    }

    // MARK: Places

    @Test func theBoundaryIsInside() throws {
        let on = try SmallStudy().replacing(
            "a,School A,400100,300100", with: "a,School A,402000,300500", in: "sites.csv"
        ).load()
        #expect(on.region.rules[0].sites[0].inside)
        #expect(on.region.rules[0].sites[0].place == "A")
    }

    @Test func nearTheBoundaryIsBorderlineAndCountsAsTheRuleSays() throws {
        let study = SmallStudy().with(
            "sites.csv",
            """
            id,name,x,y
            a,inside,401951,300500
            b,edge of accuracy,401950,300500
            c,outside,402049,300500
            d,well outside,402051,300500

            """
        ).replacing("date: 2026", with: "date: 2026\n    accuracy: 50")
        let sites = try study.load().region.rules[0].sites
        #expect(sites.map(\.inside) == [true, true, false, false])
        #expect(sites.map(\.borderline) == [true, false, true, false])
        #expect(sites.map(\.metresToBoundary) == [49, 50, 49, nil])
    }

    /// The line between two qualifying places is no boundary.
    @Test func linesBetweenQualifyingPlacesDoNotCount() throws {
        let study = SmallStudy().with(
            "places.geojson", SmallStudy.squares([("A", 400_000, 401_000), ("B", 401_000, 404_000)])
        )
        .replacing("a,School A,400100,300100", with: "a,School A,401010,300500", in: "sites.csv")
        .replacing("date: 2026", with: "date: 2026\n    accuracy: 50")
        let site = try study.load().region.rules[0].sites[0]
        #expect(site.inside)
        #expect(!site.borderline)
    }

    private static let listed =
        "places: {list: {file: list.csv, key: ward, vintage: Ward 2017, where: {column: flag, equals: TRUE}}, "
        + "polygons: {file: places.geojson, key: code, vintage: Ward 2017}, kind: wards}"

    @Test func aListSaysWhichPolygonsQualify() throws {
        let study = under(Self.listed).with("list.csv", "ward,flag\nA,FALSE\nB,TRUE\nC,TRUE\n")
            .with("places.geojson", SmallStudy.squares([("A", 400_000, 402_000), ("B", 402_000, 404_000)]))
        let rule = try study.expectFinding("1 listed place of the rule 'listed' has no polygon", "C").region.rules[0]
        #expect(rule.sites.map(\.inside) == [false, true])
        #expect(rule.placeCount == 2)
        #expect(rule.placeKind == "wards")
        study.replacing("vintage: Ward 2017, where", with: "vintage: Ward 2022, where")
            .expectFailure("the list is of 'Ward 2022' but the polygons of 'Ward 2017'")
        study.with("list.csv", "ward,flag\nA,FALSE\n").expectFailure("no row of 'list.csv' passes `where`")
        study.with("list.csv", "ward,flag\nZ,TRUE\n").expectFailure("none of the listed codes (Z) has a polygon")
    }

    @Test func theStudyCanSayWhoLivesInside() throws {
        let study = SmallStudy().replacing("date: 2026", with: "date: 2026\n    areas: {column: rank, atMost: 1}")
        #expect(try areas(study) == [true, false, false, false])
    }

    // MARK: Combinations

    private func standing(_ inside: Bool, _ borderline: Bool) -> SiteStanding {
        SiteStanding(inside: inside, borderline: borderline)
    }

    /// Borderline exactly when moving the borderline parts to their other side could change the answer.
    @Test func aCombinationIsBorderlineWhenItCouldTurn() {
        for parts in [true, false].flatMap({ a in
            [true, false].flatMap { b in [true, false].flatMap { c in [true, false].map { (a, b, c, $0) } } }
        }) {
            let standings = [standing(parts.0, parts.1), standing(parts.2, parts.3)]
            let choices = standings.map { $0.borderline ? [true, false] : [$0.inside] }
            let answers = { (combine: (Bool, Bool) -> Bool) in
                Set(choices[0].flatMap { a in choices[1].map { combine(a, $0) } })
            }
            let any = RuleBuilder.standing(standings, .any)
            let all = RuleBuilder.standing(standings, .all)
            #expect(any.inside == (parts.0 || parts.2))
            #expect(all.inside == (parts.0 && parts.2))
            #expect(any.borderline == (answers { $0 || $1 }.count == 2))
            #expect(all.borderline == (answers { $0 && $1 }.count == 2))
        }
    }

    @Test func rulesAreCombined() throws {
        let more = """
              worst: {title: worst, date: 2026, thresholds: {column: rank, atLeast: 4}}
              either: {title: either, date: 2026, any: [listed, worst]}
              both: {title: both, date: 2026, all: [listed, worst]}
            """
        let rules = try SmallStudy().adding(more).load().region.rules
        #expect(rules.map(\.id) == ["listed", "worst", "either", "both"])
        #expect(rules[2].sites.map(\.inside) == [true, true])
        #expect(rules[3].sites.map(\.inside) == [false, false])
        #expect(rules[2].areas == [true, true, false, true])
        SmallStudy().adding(
            more.replacing("any: [listed, worst]", with: "any: [both]").replacing(
                "all: [listed, worst]", with: "all: [either]")
        )
        .expectFailure("combined in a circle")
        SmallStudy().adding(more.replacing("any: [listed", with: "any: [listd")).expectFailure(
            "no rule 'listd'", "Did you mean 'listed'?")
    }

    @Test func aRuleNoSiteMeetsIsTold() throws {
        try under("thresholds: {column: rank, atMost: 0}").expectFinding(
            "No site stands in a place that the rule 'listed'")
    }
}
