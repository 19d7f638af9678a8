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

    /// Neither deciles nor scores pass for ranks, whatever their greatest is.
    @Test func worstNeedsRanks() throws {
        under("thresholds: {column: decile, worst: 20%}").expectFailure(
            "'areas.csv', column 'decile'", "2 different numbers from 1 to 2 in 4 rows", "`atMost: 2`")
        under("thresholds: {column: decile, worst: 20%, of: 33755}").expectFailure("it holds no ranks", "`atMost: 2`")
        let score = under("thresholds: {column: rank, worst: 25%}")
        score.replacing("50,2,1,Hill", with: "50,2.5,1,Hill", in: "areas.csv").expectFailure(
            "row 2 holds '2.5'", "a whole number from 1", "`atLeast`")
        score.replacing("50,1,1,Hill", with: "50,0,1,Hill", in: "areas.csv").expectFailure("row 1 holds '0'")
        score.replacing("50,4,2,Dale", with: "50,1e300,2,Dale", in: "areas.csv").expectFailure("row 4 holds '1e300'")
        under("thresholds: {column: rank, worst: 25%, of: 3}").expectFailure("more than the 3 that `of` states")
    }

    /// Ties may carry the first of their places or the last.
    @Test(arguments: [("50,3,2,Dale", "50,2,2,Dale"), ("50,2,1,Hill", "50,3,1,Hill")])
    func tiedRanksAreRanks(_ row: String, _ tied: String) throws {
        let study = under("thresholds: {column: rank, worst: 25%}")
            .replacing(row, with: tied, in: "areas.csv")
        #expect(try areas(study) == [true, false, false, false])
    }

    @Test(arguments: [
        ("decile", "50,4,2,Dale", "50,4,0,Dale", "E01000004 has '0' in 'decile', but deciles"),
        ("decile", "50,4,2,Dale", "50,4,11,Dale", "E01000004 has '11' in 'decile'"),
        ("rank", "50,4,2,Dale", "50,0,2,Dale", "E01000004 has '0' in 'rank', but ranks"),
        ("rank", "50,4,2,Dale", "50,1e300,2,Dale", "E01000004 has '1e300' in 'rank'"),
    ])
    func ranksAndDecilesHaveTheirRange(_ column: String, _ old: String, _ new: String, _ sentence: String) {
        under("thresholds: {column: \(column), atMost: 2}").replacing(old, with: new, in: "areas.csv")
            .expectFailure(sentence)
    }

    /// Without the word in its name a column of 0 to 10 may be a score, so it is told and used.
    @Test func whatLooksLikeDecilesWithASlipIsTold() throws {
        func areas(_ values: [Int]) -> String {
            "code,name,x,y,kind,children,households,nocar,rank,band,district\n"
                + values.enumerated().map { index, value in
                    "E0100000\(index + 1),A,\(400_500 + 100 * index),300500,urban,9,100,50,\(index + 1),\(value),Hill\n"
                }.joined()
        }
        let study = under("thresholds: {column: band, atMost: 2}")
            .replacing("  outlines: {file: outlines.geojson, key: code, vintage: LSOA 2021}\n", with: "")
            .adding("deprived: {title: worst, thresholds: {column: band, atMost: 1}}")
        let findings = try study.with("areas.csv", areas(Array(0...10))).expectFinding(
            "Column 'band' holds all numbers from 1 to 10, and 0 in 1 area"
        ).region.findings
        #expect(findings.count { $0.sentence.contains("Column 'band'") } == 1)
        let right = try study.with("areas.csv", areas(Array(1...10))).load().region.findings
        #expect(!right.contains { $0.sentence.contains("Column 'band'") })
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

    /// One list under two names holds each of its places once.
    @Test func placesOfACombinationAreCountedOnce() throws {
        let more = """
              again: {title: again, date: 2026, places: {polygons: {file: places.geojson, key: code, vintage: Ward 2017}}}
              first: {title: first, date: 2026, thresholds: {column: rank, atMost: 3}}
              last: {title: last, date: 2026, thresholds: {column: rank, atLeast: 2}}
              lists: {title: lists, date: 2026, any: [listed, again]}
              either: {title: either, date: 2026, any: [first, last]}
              both: {title: both, date: 2026, all: [first, last]}
              mixed: {title: mixed, date: 2026, any: [listed, first]}
              mixedBoth: {title: mixed, date: 2026, all: [listed, first]}
            """
        let rules = try SmallStudy().adding(more).load().region.rules
        let counts = Dictionary(uniqueKeysWithValues: rules.map { ($0.id, $0.placeCount) })
        #expect(counts["lists"] == 1)
        #expect(counts["either"] == 4)
        #expect(counts["both"] == 2)
        #expect(counts["mixed"] == 4)
        #expect(counts["mixedBoth"] == 1)
        #expect(rules.first { $0.id == "lists" }?.outlines.count == 1)
        #expect(rules.first { $0.id == "either" }?.outlines.count == 4)
    }

    @Test func aRuleNoSiteMeetsIsTold() throws {
        try under("thresholds: {column: rank, atMost: 0}").expectFinding(
            "No site stands in a place that the rule 'listed'")
    }
}
