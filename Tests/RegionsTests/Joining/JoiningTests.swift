import HubModel
import Testing

@testable import Regions

/// Files and tables that do not fit together, each with its sentence.
struct JoiningTests {
    // MARK: Files

    @Test func aMissingFileIsNamed() {
        SmallStudy().replacing("areas.csv", with: "aeras.csv").expectFailure(
            "line 5", "the file 'aeras.csv' is missing")
    }

    @Test func aMissingColumnIsToldWithThoseThereAre() {
        SmallStudy().replacing("withoutCar: nocar", with: "withoutCar: no_car").expectFailure(
            "households.withoutCar", "no column 'no_car'", "Did you mean 'nocar'?", "Columns there are: code, name, x")
    }

    @Test func aMissingLayerIsToldWithThoseThereAre() {
        SmallStudy().replacing("{file: places.geojson,", with: "{file: places.geojson, layer: wards,")
            .expectFailure("no layer \"wards\"", "layers there are: places")
    }

    @Test func aFileThatIsNotWhatItsNameSaysIsTold() {
        SmallStudy().with("places.geojson", "code,name\nA,B\n").expectFailure(
            "places.geojson is not what its name says")
    }

    @Test(arguments: ["places.geojson", "outlines.geojson"])
    func anEmptyCollectionIsTold(_ file: String) {
        SmallStudy().with(file, #"{"type": "FeatureCollection", "features": []}"#)
            .expectFailure("the file '\(file)' holds no features")
    }

    @Test func aFolderIsNoFile() {
        SmallStudy().replacing("file: areas.csv", with: "file: .").expectFailure(
            "line 5", "'.' is a folder, not a file")
        SmallStudy().replacing("file: areas.csv", with: "file: /").expectFailure("'/' is a folder, not a file")
    }

    @Test func anEmptyFileGivesNoArea() {
        SmallStudy().with("areas.csv", "code,name,x,y,kind,children,households,nocar,rank,decile,district\n")
            .expectFailure("line 5", "the file 'areas.csv' holds no features: not one row")
        SmallStudy().replacing("  key: code\n", with: "  key: code\n  where: {column: district, equals: Vale}\n")
            .expectFailure("none of its 4 rows passes `where`")
    }

    // MARK: Keys

    @Test func repeatedCodesAreTold() {
        SmallStudy().replacing("E01000002,South", with: "E01000001,South", in: "areas.csv")
            .expectFailure("1 repeated id", "'E01000001' in rows 1 and 2")
        SmallStudy().replacing("b,School B", with: "a,School B", in: "sites.csv")
            .expectFailure("'sites.csv' holds 1 repeated id", "'a' in rows 1 and 2")
    }

    @Test func aBlankCodeIsTold() {
        SmallStudy().replacing("E01000002,South", with: ",South", in: "areas.csv")
            .expectFailure("row 2", "a blank in its key column 'code'")
    }

    private func withTable(_ rows: String, field: String = "", column: String = "t/need") -> SmallStudy {
        var study = SmallStudy().with("t.csv", "code,need\n" + rows)
        study.yaml += "\ntables:\n  t: {file: t.csv, key: code, vintage: LSOA 2021\(field)}"
        return study.replacing("    children: children\n", with: "    children: children\n    need: \(column)\n")
    }

    private static let complete = "E01000001,1\nE01000002,2\nE01000003,0\nE01000004,1\n"

    @Test func aTableIsJoinedByCodeInAnyOrder() throws {
        let rows = "E01000004,4\nE01000002,2\nE01000001,1\nE01000003,3\nE01999999,9\n"
        let demand = try withTable(rows).load().region.demand[0]
        #expect(demand.map(\.weight) == zip(demand, [1, 1, 2, 2, 3, 3, 4, 4]).map { $0.children * $1 })
    }

    @Test func aKeyThatDoesNotJoinIsToldWithCountAndFirstFive() {
        withTable("E01000001,1\nE01000003,0\n").expectFailure(
            "table 't' has no row for 2 of 4 codes", "E01000002, E01000004")
        withTable("1,1\n2,0\n").expectFailure("does not join", "none of 4 codes", "(1, 2)")
    }

    @Test func repeatedKeysOfATableAreTold() {
        withTable(Self.complete + "E01000001,5\n").expectFailure("'t.csv' holds 1 repeated id", "rows 1 and 5")
    }

    @Test(arguments: [
        ("E01000002,2", "E01000002,-2", "1 negative value", "E01000002: -2"),
        ("E01000002,2", "E01000002,", "1 blank value", "E01000002"),
        ("E01000002,2", "E01000002,two", "1 value that is not a number", "E01000002: 'two'"),
        ("E01000002,2", "E01000002,1e300", "1 value above a thousand million", "E01000002: 1e300"),
        ("E01000002,2", "E01000002,9223372036854775808", "1 value above", "E01000002: 9223372036854775808"),
        ("E01000002,2", "E01000002,1000000001", "1 value above", "E01000002: 1000000001"),
    ])
    func weightsMustBeNumbersFromZero(_ old: String, _ new: String, _ problem: String, _ where: String) {
        withTable(Self.complete.replacing(old, with: new)).expectFailure(problem, `where`)
        let count = SmallStudy().replacing(
            "South,401500,300500,urban,7",
            with: "South,401500,300500,urban,\(new.split(separator: ",", omittingEmptySubsequences: false)[1])",
            in: "areas.csv")
        count.expectFailure("column 'children'", problem, `where`)
    }

    @Test func weightsThatAreAllZeroAreRefused() {
        withTable("E01000001,0\nE01000002,0\nE01000003,0\nE01000004,0\n").expectFailure("all 0")
    }

    @Test func codesOfOneNationsIndexBesideAnothersAreTold() {
        let study = withTable("E01000001,1\nE01000002,1\nE01000003,1\n")
            .replacing("E01000004,West", with: "W01000004,West", in: "areas.csv")
        study.expectFailure(
            "no row for 1 of 4 codes", "W01000004", "holds codes of England only", "the missing ones are of Wales",
            "an index of its own")
    }

    // MARK: Vintages

    private func carried(_ lookup: String, table: String = "old,children\no1,9\no2,16\n") -> SmallStudy {
        var study = SmallStudy().with("old.csv", table).with("lookup.csv", lookup)
        study.yaml += """

            tables:
              people: {file: old.csv, key: old, vintage: LSOA 2011, through: l}
            lookups:
              l: {file: lookup.csv, from: {column: old, vintage: LSOA 2011}, to: {column: new, vintage: LSOA 2021}}
            """
        return study.replacing("    children: children\n", with: "    children: people/children\n")
    }

    private static let lookup = "old,new\no1,E01000001\no1,E01000002\no2,E01000003\no2,E01000004\n"

    @Test func countsMoveBetweenVintagesWithTheirTotal() throws {
        let prepared = try carried(Self.lookup).expectFinding("25 children of youngFutures", "LSOA 2011 to LSOA 2021")
        #expect(prepared.region.demand[0].reduce(0) { $0 + $1.children } == 25)
        let byArea = (0..<4).map { area in
            prepared.region.demand[0].filter { $0.area == area }.reduce(0) { $0 + $1.children }
        }
        #expect(byArea == [5, 4, 8, 8] || byArea == [4, 5, 8, 8])
    }

    @Test func anotherVintageNeedsALookup() {
        carried(Self.lookup).replacing(", through: l}", with: "}")
            .expectFailure("'people' is of 'LSOA 2011' but the areas are of 'LSOA 2021'", "`through`")
        carried(Self.lookup).replacing("{column: old, vintage: LSOA 2011}", with: "{column: old, vintage: LSOA 2001}")
            .expectFailure("leads from 'LSOA 2001'")
        carried(Self.lookup).replacing("{column: new, vintage: LSOA 2021}", with: "{column: new, vintage: LSOA 2031}")
            .expectFailure("leads to 'LSOA 2031'")
        carried(Self.lookup).replacing("through: l}", with: "through: m}").expectFailure("no lookup 'm'")
    }

    @Test func everyTableThroughALookupHasToBeOfItsVintage() {
        carried(Self.lookup).replacing(
            "    children: people/children\n", with: "    children: [people/children, older/children]\n"
        )
        .replacing("tables:\n", with: "tables:\n  older: {file: old.csv, key: old, vintage: LSOA 2001, through: l}\n")
        .expectFailure("table 'older' is of 'LSOA 2001' but the lookup 'l' leads from 'LSOA 2011'")
    }

    /// Where all parts weigh nothing the lookup cannot say how to divide, and the reader is told.
    @Test func partsWithoutWeightAreToldAndSharedEqually() throws {
        let weighted = "old,new,w\no1,E01000001,0\no1,E01000002,0\no2,E01000003,1\no2,E01000004,0\n"
        let prepared = try carried(weighted).replacing(
            "{column: new, vintage: LSOA 2021}}", with: "{column: new, vintage: LSOA 2021}, weight: w}"
        ).expectFinding("The lookup 'l' weighs all parts of 1 divided area as 0", "o1", "shared equally")
        let east = prepared.region.demand[0].filter { $0.area == 2 }
        #expect(east.reduce(0) { $0 + $1.children } == 16)
    }

    @Test func whatFallsOutsideIsToldOnceOrNotAtAll() throws {
        let study = carried(Self.lookup + "o3,X1\n", table: "old,children\no1,9\no2,16\no3,5\n")
            .adding("groups: {all: {title: everyone, count: people/children}}")
        let findings = try study.expectFinding("tables hold more than the study's areas", "5 children of youngFutures")
            .region.findings.map(\.sentence)
        #expect(findings.count { $0.contains("outside") } == 1)
        let part = try study.replacing(
            "  key: code\n", with: "  key: code\n  where: {column: district, equals: Hill}\n"
        )
        .load().region.findings.map(\.sentence)
        #expect(!part.contains { $0.contains("outside") && $0.contains("tables") })
    }

    // MARK: What nothing uses

    private func withUnused(_ table: String) -> SmallStudy {
        SmallStudy().with("t.csv", "code,need\n" + Self.complete).adding("tables:\n  zz: \(table)")
    }

    @Test func aTableThatNothingUsesIsReadAllTheSame() throws {
        let study = withUnused("{file: t.csv, key: code, vintage: LSOA 2021}")
        let prepared = try study.expectFinding("Table 'zz' ('t.csv') is not used by anything in the study")
        #expect(prepared.region.inputs.contains { $0.path == "t.csv" })
        study.replacing("t.csv", with: "missing.csv").expectFailure("the file 'missing.csv' is missing")
        study.replacing("zz: {file: t.csv, key: code", with: "zz: {file: t.csv, key: cod").expectFailure(
            "no column 'cod'", "Did you mean 'code'?")
        study.replacing(
            "zz: {file: t.csv, key: code, vintage: LSOA 2021", with: "zz: {file: t.csv, key: code, vintage: LSOA 2011"
        )
        .expectFailure("table 'zz' is of 'LSOA 2011'")
    }

    @Test func aLookupThatNothingUsesIsReadAllTheSame() throws {
        let study = SmallStudy().with("lookup.csv", Self.lookup).adding(
            "lookups:\n  l: {file: lookup.csv, from: {column: old, vintage: A}, to: {column: new, vintage: B}}")
        try study.expectFinding("Lookup 'l' ('lookup.csv') is not used")
        study.replacing("lookup.csv", with: "nowhere.csv").expectFailure("the file 'nowhere.csv' is missing")
    }

    @Test func anAreaThatGetsNothingIsTold() {
        carried("old,new\no1,E01000001\no2,E01000003\n").expectFailure(
            "2 areas of 4 get no count", "E01000002, E01000004")
        carried("old,new\no1,X\no2,Y\n").expectFailure("does not join")
    }

    @Test func codesTheLookupLacksAreTold() throws {
        try carried(Self.lookup, table: "old,children\no1,9\no2,16\no3,5\n")
            .expectFinding("does not hold 1 code", "o3", "5 children of youngFutures are left out")
    }

    @Test func aPairTwiceIsTold() {
        carried(Self.lookup + "o1,E01000001\n").expectFailure("repeats the pair o1 to E01000001")
    }

    @Test func ranksDecilesAndScoresAreNeverCarried() {
        let table = "old,IMD_rank\no1,9\no2,16\n"
        carried(Self.lookup, table: table).replacing("children: people/children", with: "children: people/IMD_rank")
            .expectFailure("'IMD_rank'", "looks like a rank", "only counts can be carried")
        carried(Self.lookup).replacing("    count: 1", with: "    count: 1\n    need: people/children")
            .expectFailure("would have to go through the lookup 'l'", "ranks, deciles and scores cannot")
    }

    // MARK: Tables joined on an attribute

    @Test func aTableCanBeJoinedOnAnAttribute() throws {
        var study = SmallStudy().with("d.csv", "district,region\nHill,North\nDale,South\n")
        study.yaml += "\ntables:\n  d: {file: d.csv, key: district, vintage: names, join: district}"
        study = study.replacing(
            "attributes: {district: district}", with: "attributes: {region: d/region, district: district}")
        #expect(try study.load().region.areaAttributes["region"] == ["North", "North", "South", "South"])
        study.replacing("join: district", with: "join: region").expectFailure("each joined on another")
        study.replacing("join: district", with: "join: distict").expectFailure(
            "no area attribute 'distict'", "Did you mean")
    }
}
