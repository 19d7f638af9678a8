import Foundation
import HubModel
import HubPlanTestSupport
import Regions
import Testing

@testable import HubPlan

@Suite struct PlaceFinderTests {
    /// Two rules: the fixture's list of neighbourhoods, and places of somebody's own, one of which has the code of another
    /// place on that list.
    private func run() throws -> StudyRun {
        let scratch = try ScratchFolder()
        let own = """
            {"type": "FeatureCollection", "crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::27700"}},
            "features": [{"type": "Feature", "properties": {"code": "N03", "name": "Southpiece"}, "geometry":
            {"type": "Polygon", "coordinates": [[[657500, 337000], [659000, 337000], [659000, 338500], [657500, 338500],
            [657500, 337000]]]}}]}
            """
        let file = try scratch.write("own.geojson", own)
        let rules = """
              own: {title: my places, date: 2026, places: {polygons: {file: "\(file)", key: code, name: name}}}
              either: {title: either, date: 2026, any: [placeList, own]}

            """
        let path = try Saltmouth.changed(
            [(old: "\n# Wider than the rules", new: rules + "\n# Wider than the rules")], in: scratch)
        return try withExtendedLifetime(scratch) { try StudyRun.prepare(path, dataFolder: Saltmouth.folder.path) }
    }

    @Test func placesOfTwoRulesWithOneCodeAreBothFound() throws {
        let run = try run()
        #expect(try run.place(named: "Southpiece").title == "Southpiece (place N03)")
        #expect(try run.place(named: "Gannet Hill").title == "Gannet Hill (neighbourhood N03)")
        // Every rule's own, and the combination's once more, which is not told twice.
        #expect(
            run.study.evidence.flatMap(\.outlines).eachOnce.filter { $0.code == "N03" }.map(\.name) == [
                "Gannet Hill", "Southpiece",
            ])
    }
}
