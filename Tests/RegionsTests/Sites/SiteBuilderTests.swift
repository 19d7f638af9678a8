import HubModel
import Testing

@testable import Regions

struct SiteBuilderTests {
    /// The small study with a third and fourth good site, so that a bad one is not the half of them.
    private func withSites(_ more: String) -> SmallStudy {
        SmallStudy().with(
            "sites.csv",
            """
            id,name,x,y,area,kind
            a,School A,400100,300100,E01000001,school
            b,School B,403900,300900,E01000004,school
            c,School C,402100,300900,E01000003,school
            \(more)

            """)
    }

    @Test(arguments: [
        ("d,D,0,0,,school", "d at 0,0"), ("d,D,,300100,,school", "d without coordinates"),
        ("d,D,here,300100,,school", "d with coordinates 'here', '300100'"),
        ("d,D,9400100,300100,,school", "d at 9400100.0, 300100.0, outside where"),
        ("d,D,300100,400100,,school", "d at 300100, 400100, which fits with x and y swapped"),
    ])
    func badCoordinatesAreDroppedWithAWarningOrRefused(_ row: String, _ reason: String) throws {
        let prepared = try withSites(row).expectFinding("1 site of 'sites.csv'", reason, "left out")
        #expect(prepared.region.sites.map(\.id) == ["a", "b", "c"])
        withSites(row).adding("checks: {onBadCoordinates: fail}").expectFailure(reason, "`onBadCoordinates: drop`")
    }

    /// Of a whole country's sites some stand by chance where a site of the study would with x and y swapped.
    @Test func inALayerOfACountryASiteElsewhereIsNoMistake() throws {
        let elsewhere = (0..<4).map { "e\($0),E,45000\($0),300100,,school" }.joined(separator: "\n")
        let prepared = try withSites("d,D,300100,400100,,school\n" + elsewhere).expectFinding(
            "5 sites of layer 'schools'", "outside")
        #expect(prepared.region.sites.map(\.id) == ["a", "b", "c"])
        #expect(!prepared.region.findings.contains { $0.sentence.contains("swapped") })
    }

    @Test func aLayerThatIsMostlyWrongIsRefused() {
        SmallStudy().replacing(
            "{x: x, y: y, crs: EPSG:27700}\n    suits", with: "{x: y, y: x, crs: EPSG:27700}\n    suits"
        )
        .expectFailure("2 sites of 'sites.csv'", "swapped", "That is 2 of 2", "which of them is x")
    }

    @Test func sitesFarAwayAreOutsideTheStudy() throws {
        let prepared = try withSites("d,D,450000,300100,,school").expectFinding(
            "1 site of layer 'schools'", "outside", "d")
        #expect(prepared.region.sites.count == 3)
        SmallStudy().replacing("400100,300100", with: "450100,300100", in: "sites.csv")
            .replacing("403900,300900", with: "450900,300100", in: "sites.csv")
            .expectFailure("no site of 'sites.csv' stands in the study's areas")
    }

    @Test func aSiteJustOffTheOutlinesBelongsToTheNearestArea() throws {
        let prepared = try withSites("d,Pier,401500,299700,,pier").load()
        #expect(prepared.region.sites.map(\.area) == [0, 3, 2, 1])
    }

    private func withCodes(_ more: String) -> SmallStudy {
        withSites(more).replacing(
            "    suits: youngFutures",
            with: "    areaCode: {column: area, vintage: LSOA 2021}\n    suits: youngFutures")
    }

    @Test func theSitesOwnAreaCodeCounts() throws {
        let prepared = try withCodes("d,D,400100,300200,E01000002,school").load()
        #expect(prepared.region.sites.map(\.area) == [0, 3, 2, 1])
    }

    @Test func aCodeThatContradictsTheCoordinatesIsTold() throws {
        try withCodes("d,D,400100,300200,E01000004,school")
            .expectFinding("d at 2.9 km from the area E01000004 that its own code names", "left out")
    }

    @Test func withoutOutlinesACodeIsHeldAgainstItsOwnAreasPoint() throws {
        let study = withCodes("d,D,400100,300200,E01000004,school").replacing(
            "  outlines: {file: outlines.geojson, key: code, vintage: LSOA 2021}\n", with: "")
        #expect(try study.load().region.sites.count == 4)
        try study.adding("checks: {far: 3000}")
            .expectFinding("d at 3.4 km from the area E01000004 that its own code names", "left out")
    }

    @Test func aCodeOutsideTheStudyIsNoError() throws {
        try withCodes("d,D,0,0,W01000001,school").expectFinding("1 site of layer 'schools'", "outside")
    }

    @Test func codesThatJoinNothingOrAreOfAnotherVintageAreRefused() {
        withCodes("").replacing("column: area", with: "column: kind").expectFailure(
            "do not join", "(school, school, school)")
        withCodes("").replacing("column: area, vintage: LSOA 2021", with: "column: area, vintage: LSOA 2011")
            .expectFailure("area codes are of 'LSOA 2011'")
    }

    @Test func withoutOutlinesTheNearestAreaServes() throws {
        let study = SmallStudy().replacing(
            "  outlines: {file: outlines.geojson, key: code, vintage: LSOA 2021}\n", with: "")
        #expect(try study.load().region.sites.map(\.area) == [0, 3])
    }

    @Test func spoiltIdsAreKeptAndTold() throws {
        let prepared = try withSites("1e+05,D,402200,300800,,school").expectFinding("1 id", "1e+05", "spreadsheet")
        #expect(prepared.region.sites.map(\.id).contains("1e+05"))
    }

    @Test func sharedCoordinatesAreNoted() throws {
        try withSites("d,D,402100,300900,,school").expectFinding("2 sites share their coordinates", "c, d")
    }

    @Test func aSiteInNoNeighbourhoodIsTold() throws {
        let prepared = try SmallStudy().adding("neighbourhoods: {file: places.geojson, key: code}")
            .expectFinding("1 site stands in no neighbourhood", "b")
        #expect(prepared.region.sites.map(\.neighbourhood) == [0, nil])
    }

    @Test func aFilterThatLeavesNothingIsTold() {
        SmallStudy().replacing("    suits", with: "    where: {column: kind, equals: church}\n    suits")
            .expectFailure("'sites.csv' gives no site", "none of its 2 rows passes `where`")
        SmallStudy().replacing("    suits", with: "    where: {column: kind, atLeast: 3}\n    suits")
            .expectFailure("'school' in 'kind' is not a number")
    }

    @Test func idsOfTwoLayersMustDiffer() throws {
        let second = """
              halls:
                file: sites.csv
                key: id
                point: {x: x, y: y, crs: EPSG:27700}
                suits: youngFutures
            disadvantage:
            """
        SmallStudy().replacing("disadvantage:", with: second).expectFailure(
            "2 ids", "'a' in schools and halls", "`prefix`")
        let prefixed = try SmallStudy().replacing("disadvantage:", with: second)
            .replacing("    key: id\n    point", with: "    key: id\n    prefix: hall-\n    point").load()
        #expect(prepared(prefixed) == ["a", "b", "hall-a", "hall-b"])
    }

    private func prepared(_ study: PreparedStudy) -> [String] { study.region.sites.map(\.id) }

    // MARK: Existing hubs

    private func withHubs(_ status: String, existing: String = "{}") -> SmallStudy {
        SmallStudy().replacing(
            "disadvantage:",
            with: """
                  hubs:
                    file: hubs.csv
                    key: id
                    point: {x: x, y: y, crs: EPSG:27700}
                    status: {column: status}
                    gives: {column: services}
                existing: \(existing)
                disadvantage:
                """
        )
        .with("hubs.csv", "id,x,y,status,services\nh,401100,300100,\(status),youngFutures\n")
    }

    @Test func anOpenHubIsKeptAndAClosedOneMayReopen() throws {
        let open = try withHubs("open").load()
        #expect(open.request.services[0].existing == [2])
        #expect(open.region.sites[2].gives == 1)
        #expect(open.request.services[0].countsExisting)
        let closed = try withHubs("closed").load()
        #expect(closed.request.services[0].existing.isEmpty)
        #expect(closed.request.services[0].lockedOut.isEmpty)
        #expect(closed.region.sites[2].suits == 1)
    }

    @Test func theStudySaysWhatHappensToHubs() throws {
        let movable = try withHubs("open", existing: "{keep: planned, countTowards: false}").load()
        #expect(movable.request.services[0].existing.isEmpty)
        #expect(!movable.request.services[0].countsExisting)
        let barred = try withHubs("closed", existing: "{reopen: []}").load()
        #expect(barred.request.services[0].lockedOut == [2])
    }

    @Test func anUnknownStatusOrServiceIsTold() {
        withHubs("opn").expectFailure("row 1, column 'status': 'opn' is not one of", "Did you mean 'open'?")
        withHubs("open").replacing("open,youngFutures", with: "open,youthClub", in: "hubs.csv")
            .expectFailure("no service 'youthClub'")
    }
}
