import HubModel
import Testing

@testable import Regions

struct AreaBuilderTests {
    @Test func theStudysSystemMustBeInMetres() {
        SmallStudy().replacing("crs: EPSG:27700\nareas", with: "crs: EPSG:4326\nareas")
            .expectFailure("line 3, crs: 'EPSG:4326'", "not a map projection in metres")
        SmallStudy().replacing("crs: EPSG:27700\nareas", with: "crs: EPSG:1\nareas").expectFailure(
            "line 3, crs:", "EPSG:1")
    }

    @Test func areasAtZeroOrOutsideOrSwappedAreTold() {
        SmallStudy().replacing("South,401500,300500", with: "South,0,0", in: "areas.csv")
            .expectFailure("1 area stands at 0,0", "E01000002")
        SmallStudy().replacing("South,401500,300500", with: "South,9401500,300500", in: "areas.csv")
            .expectFailure("outside where OSGB36 / British National Grid may be used", "E01000002")
        let degrees = """
            code,name,x,y,kind,children,households,nocar,rank,decile,district
            E01000001,North,52.6,-2.0,urban,10,100,50,1,1,Hill

            """
        SmallStudy().with("areas.csv", degrees).replacing(
            "y: y, crs: EPSG:27700}\n  outlines", with: "y: y, crs: EPSG:4326}\n  outlines"
        )
        .expectFailure("With x and y swapped they would fit")
    }

    @Test func coordinatesMustBeNumbers() {
        SmallStudy().replacing("401500", with: "here", in: "areas.csv").expectFailure(
            "no number in 'x'", "E01000002: 'here'")
    }

    @Test func outlinesOfAnotherVintageAreRefused() {
        SmallStudy().replacing(
            "key: code, vintage: LSOA 2021}\n  settlement", with: "key: code, vintage: LSOA 2011}\n  settlement"
        )
        .expectFailure("outlines are of 'LSOA 2011'")
    }

    @Test func outlinesThatDoNotJoinAreTold() throws {
        SmallStudy().with("outlines.geojson", SmallStudy.squares([("X", 0, 1)])).expectFailure(
            "the outlines do not join")
        try SmallStudy().with(
            "outlines.geojson", SmallStudy.squares([("E01000001", 400_000, 401_000), ("E01000004", 403_000, 404_000)])
        )
        .expectFinding("2 areas have no outline", "E01000002, E01000003")
    }

    @Test func withoutPointsOutlinesServe() throws {
        let study = SmallStudy().replacing("  point: {x: x, y: y, crs: EPSG:27700}\n  outlines", with: "  outlines")
        let prepared = try study.expectFinding("no population-weighted points")
        #expect(prepared.region.areas[1].point == Point(x: 401_500, y: 300_500))
    }

    @Test func layersMustSayTheirSystem() {
        SmallStudy().replacing("file: places.geojson,", with: "file: places.geojson, crs: EPSG:4326,")
            .expectFailure("the study states WGS 84", "the file says OSGB36 / British National Grid")
        SmallStudy().replacing("    point: {x: x, y: y, crs: EPSG:27700}\n    suits", with: "    suits")
            .expectFailure("'sites.csv' has no points")
    }

    @Test func everySettlementMustBeKnown() {
        SmallStudy().replacing("402500,300500,rural", with: "402500,300500,coast", in: "areas.csv")
            .expectFailure("neither urban nor rural", "E01000003: 'coast'")
    }

    @Test func invalidPolygonsAreRepairedAndTold() throws {
        let bowTie = SmallStudy.squares([("A", 400_000, 402_000)])
            .replacing("[402000, 300000], [402000, 301000]", with: "[402000, 301000], [402000, 300000]")
        try SmallStudy().with("places.geojson", bowTie).expectFinding("1 invalid polygon", "A:", "repaired")
    }

    @Test func partsOfOnePlaceAreTakenTogether() throws {
        let parts = SmallStudy.squares([("A", 400_000, 401_000), ("A", 403_000, 404_000)])
        let prepared = try SmallStudy().with("places.geojson", parts).expectFinding("1 row more of a code", "A")
        #expect(prepared.region.rules[0].sites.map(\.inside) == [true, true])
        #expect(prepared.region.rules[0].placeCount == 1)
    }
}
