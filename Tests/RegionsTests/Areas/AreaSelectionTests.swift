import HubModel
import Testing

@testable import Regions

/// Areas 01 to 04 stand in a row, a square kilometre each; points are in their middles.
struct AreaSelectionTests {
    /// The small study of area 01 alone, with what lies across its border.
    private func study(_ buffer: String) -> SmallStudy {
        SmallStudy().replacing(
            "  settlement: {",
            with: "  where: {column: code, equals: E01000001}\n  buffer: \(buffer)\n  settlement: {")
    }

    @Test func areasAcrossTheBorderBelongToTheStudyWithinTheBuffer() throws {
        let prepared = try study("{metres: 1500}").expectFinding(
            "1 area is of the place itself; 2 more across its border, within 1.5 km of it, belong to the study",
            "the people there count too")
        #expect(prepared.region.areas.map(\.code) == ["E01000001", "E01000002", "E01000003"])
        #expect(children(prepared) == [10, 7, 5])
        #expect(prepared.region.isAcross == [false, true, true])
        // The edge of the place is that of its own areas.
        let xs = (prepared.region.border?.polygons ?? []).joined().joined().map(\.x)
        let own = prepared.region.areaOutlines[0].polygons.joined().joined().map(\.x)
        #expect(xs.min() == own.min() && xs.max() == own.max())
    }

    @Test func withoutABufferThereIsNoBorderToTellOf() throws {
        let region = try SmallStudy().load().region
        #expect(region.isAcross.isEmpty && region.border == nil)
    }

    @Test func theBoundIsIncluded() throws {
        #expect(try study("{metres: 500}").load().region.areas.count == 2)
        #expect(try study("{metres: 499}").load().region.areas.count == 1)
    }

    @Test func peopleAcrossTheBorderCanBeLeftOutOfTheCount() throws {
        let prepared = try study("{metres: 1500, countPeople: false}").expectFinding("the people there do not count")
        #expect(children(prepared) == [10, 0, 0])
    }

    /// Site b stands 2,900 m across, in an area whose point is 2,500 m across.
    @Test func sitesAcrossTheBorderStandWithinTheBufferThemselves() throws {
        #expect(try study("{metres: 2600}").load().region.sites.map(\.id) == ["a"])
        #expect(try study("{metres: 2900}").load().region.sites.map(\.id) == ["a", "b"])
    }

    @Test func withoutOutlinesDistancesAreBetweenPoints() throws {
        let plain = study("{metres: 1000}").replacing(
            "  outlines: {file: outlines.geojson, key: code, vintage: LSOA 2021}\n", with: "")
        #expect(try plain.load().region.areas.map(\.code) == ["E01000001", "E01000002"])
    }

    @Test func aDrawnOutlineKeepsTheAreasWhosePointStandsInIt() throws {
        let drawn = SmallStudy().replacing(
            "  settlement: {", with: "  within: {file: drawn.geojson}\n  settlement: {"
        ).with("drawn.geojson", SmallStudy.squares([("x", 399_000, 401_500)]))
        #expect(try drawn.load().region.areas.map(\.code) == ["E01000001", "E01000002"])
        let far = drawn.with("drawn.geojson", SmallStudy.squares([("x", 500_000, 501_000)]))
        far.expectFailure("no area's point stands inside the polygons of 'drawn.geojson'", "Draw them wider")
    }

    @Test func aDistanceIsNeverNegative() {
        study("{metres: -1}").expectFailure("too small")
    }

    private func children(_ prepared: PreparedStudy) -> [Int64] {
        let demand = prepared.region.demand[0]
        return prepared.region.areas.indices.map { demand[2 * $0].children + demand[2 * $0 + 1].children }
    }
}
