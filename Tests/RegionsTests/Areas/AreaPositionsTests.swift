import HubModel
import Testing

@testable import Regions

struct AreaPositionsTests {
    private let withoutOutlines = SmallStudy().replacing(
        "  outlines: {file: outlines.geojson, key: code, vintage: LSOA 2021}\n", with: "")

    @Test func allPointsSwappedAreTold() {
        SmallStudy().replacing(
            "point: {x: x, y: y, crs: EPSG:27700}\n  outlines", with: "point: {x: y, y: x, crs: EPSG:27700}\n  outlines"
        )
        .expectFailure(
            "line 9, areas.point", "the points of 4 areas stand more than 2 km outside their own outlines",
            "E01000001 in 'areas.csv', row 1, at 300500, 400500", "x and y look swapped")
    }

    @Test func onePointOutsideItsOutlineIsTold() throws {
        SmallStudy().replacing("South,401500,300500", with: "South,401500,303001", in: "areas.csv").expectFailure(
            "the point of 1 area stands more than 2 km outside its outline", "E01000002 in 'areas.csv', row 2",
            "2 km away", "Correct the coordinates")
        let near = try SmallStudy().replacing("South,401500,300500", with: "South,401500,303000", in: "areas.csv")
            .load()
        #expect(near.region.areas[1].point == Point(x: 401_500, y: 303_000))
        _ = try SmallStudy().replacing("South,401500,300500", with: "South,401500,303001", in: "areas.csv")
            .adding("checks: {ownAreaWithin: 3000}").load()
    }

    @Test func withoutOutlinesThePointsAreSetBesideEachOther() throws {
        withoutOutlines.replacing("South,401500,300500", with: "South,300500,601500", in: "areas.csv")
            .replacing("East,402500,300500", with: "East,501500,300500", in: "areas.csv")
            .replacing("West,403500,300500", with: "West,601500,300500", in: "areas.csv")
            .expectFailure(
                "1 area stands", "x and y look swapped", "E01000002 in 'areas.csv', row 2, at 300500, 601500")
        withoutOutlines.replacing("South,401500,300500", with: "South,401500,700500", in: "areas.csv").expectFailure(
            "1 area stands more than 100 km from every site and from all other areas", "Correct the coordinates")
        _ = try withoutOutlines.replacing("South,401500,300500", with: "South,401500,700500", in: "areas.csv")
            .adding("checks: {apart: 500000}").load()
    }

    /// Without outlines the sites are all there is to set the areas against, so the sentence names both.
    @Test func areasSwappedAsAWholeAreToldBesideTheSites() {
        withoutOutlines.replacing(
            "point: {x: x, y: y, crs: EPSG:27700}\n  settlement",
            with: "point: {x: y, y: x, crs: EPSG:27700}\n  settlement"
        )
        .replacing("    suits", with: "    areaCode: {column: area, vintage: LSOA 2021}\n    suits")
        .expectFailure("which fits with x and y swapped", "here and for the areas")
    }

    /// Two misplaced areas that lie side by side are as far from everything else as one.
    @Test func misplacedAreasDoNotVouchForEachOther() {
        withoutOutlines.replacing("South,401500,300500", with: "South,401500,700500", in: "areas.csv")
            .replacing("East,402500,300500", with: "East,402500,700500", in: "areas.csv")
            .expectFailure("2 areas stand more than 100 km from every site")
    }

    /// Areas far from any site are no slip while other areas lead up to them.
    @Test func chainsOfAreasReachFar() throws {
        _ = try withoutOutlines.replacing("South,401500,300500", with: "South,401500,380500", in: "areas.csv")
            .replacing("East,402500,300500", with: "East,402500,460500", in: "areas.csv").load()
    }
}
