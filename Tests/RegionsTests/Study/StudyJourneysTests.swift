import HubModel
import Testing

@testable import Regions

/// The study's `travel` section.
struct StudyJourneysTests {
    private static let river = """
        {"type": "FeatureCollection",
        "crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::27700"}},
        "features": [
        {"type": "Feature", "properties": {"kind": "river"}, "geometry": {"type": "LineString", "coordinates":
        [[401000, 300000], [401000, 301000]]}},
        {"type": "Feature", "properties": {"kind": "rail"}, "geometry": {"type": "LineString", "coordinates":
        [[402000, 300000], [402000, 301000]]}}]}
        """
    private static let gates = """
        {"type": "FeatureCollection",
        "crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::27700"}},
        "features": [
        {"type": "Feature", "properties": {"wait": 1.5, "name": "Long Bridge", "kind": "foot"}, "geometry": {"type": "Point", "coordinates": [401000, 300500]}}]}
        """

    private var study: SmallStudy {
        SmallStudy().with("river.geojson", Self.river).with("gates.geojson", Self.gates)
            .with("costs.csv", "from_id,to_id,travel_time_p50\nE01000001,a,5\n")
    }

    @Test func withoutItTheStraightLineCounts() throws {
        #expect(try SmallStudy().load().journeys == TravelRequest())
    }

    @Test func barriersAndCrossingsComeInTheStudysSystem() throws {
        let prepared = try study.adding(
            """
            travel:
              by: facesAndGates
              barriers:
                - {title: the river, file: river.geojson, where: {column: kind, equals: river}}
                - {title: the railway, file: river.geojson, where: {column: kind, equals: rail}, minutes: 3}
              crossings: {file: gates.geojson, name: name, minutes: wait, walkersOnly: {column: kind, equals: foot}}
            """
        ).load()
        let journeys = prepared.journeys
        #expect(journeys.by == .facesAndGates)
        #expect(journeys.barriers.map(\.title) == ["the river", "the railway"])
        #expect(journeys.barriers.map(\.minutes) == [nil, 3])
        #expect(journeys.barriers[0].lines == [[Point(x: 401_000, y: 300_000), Point(x: 401_000, y: 301_000)]])
        let crossing = TravelRequest.Crossing(
            title: "Long Bridge", point: Point(x: 401_000, y: 300_500), minutes: 1.5, carriesVehicles: false)
        #expect(journeys.crossings == [crossing])
        let input = try #require(prepared.region.inputs.first { $0.path == "river.geojson" })
        #expect(input.role == "barrier the river; barrier the railway" && input.uses.map(\.kept) == [1, 1])
        let without = journeys.withoutBarriers
        #expect(without.by == .straightLine && without.barriers.isEmpty && without.crossings.isEmpty)
    }

    @Test func filesOfOtherStagesAreFoundAndTheirDigestsNoted() throws {
        let prepared = try study.with("streets.osm.pbf", "streets").with("buses.zip", "buses").adding(
            """
            travel:
              by: streets
              streets: {file: streets.osm.pbf, licence: ODbL}
              timetable: {file: buses.zip, date: 2028-02-29}
            """
        ).load()
        #expect(prepared.journeys.streets?.title == "streets.osm.pbf")
        #expect(prepared.journeys.streets?.path.hasSuffix("/streets.osm.pbf") == true)
        #expect(prepared.journeys.timetable?.date == "2028-02-29")
        let input = try #require(prepared.region.inputs.first { $0.path == "streets.osm.pbf" })
        #expect(input.role == "streets" && input.bytes == 7 && input.records == nil && input.licence == "ODbL")
        #expect(input.sha256.count == 64)
    }

    @Test func aMatrixIsAskedForAsTheStudyPutsIt() throws {
        let matrix = try study.adding(
            """
            travel:
              by: imported
              matrix: {file: costs.csv, from: from_id, unit: minutes, direction: oneWay, missing: 90}
            """
        ).load().journeys.matrix
        #expect(matrix?.file.title == "costs.csv" && matrix?.from == "from_id" && matrix?.to == nil)
        #expect(matrix?.unit == .minutes && matrix?.direction == .oneWay && matrix?.missing == .value(90))
        #expect(matrix?.place.hasPrefix("study.yaml, line ") == true)
        #expect(matrix?.place.hasSuffix(", travel.matrix") == true)
    }

    @Test(arguments: [
        ("by: boat", "'boat' is not one of 'straightLine'"),
        ("by: streets", "travel by streets needs the field 'streets'"),
        ("by: imported", "needs the field 'matrix'"),
        ("by: facesAndGates", "needs the field 'barriers'"),
        ("by: straightLine\n  barriers: [{title: a, file: river.geojson}]", "straightLine does not use it"),
        (
            "by: imported\n  matrix: {file: costs.csv}\n  timetable: {file: costs.csv, date: 2026-06-16}",
            "does not use it"
        ),
        ("by: imported\n  matrix: {file: none.csv}", "the file 'none.csv' is missing"),
        ("by: imported\n  matrix: {file: costs.csv, missing: perhaps}", "neither unreachable nor error nor a number"),
        ("by: imported\n  matrix: {file: costs.csv, form: wide, to: a}", "does not belong here"),
        ("timetable: {file: costs.csv, date: 2027-02-29}", "'2027-02-29' is not a day"),
        ("timetable: {file: costs.csv, date: 16 June}", "is not a day"),
        (
            "by: facesAndGates\n  barriers: {title: a, file: river.geojson, where: {column: kind, equals: sea}}",
            "has no line of a"
        ),
        ("by: facesAndGates\n  barriers: {title: a, file: river.geojson, minutes: -1}", "too small"),
        (
            "by: streets\n  streets: {file: s.osm.pbf}\n  crossings: {file: gates.geojson}",
            "travel by streets does not use it"
        ),
        (
            "by: streets\n  streets: {file: s.osm.pbf}\n  barriers:\n    - {title: a, file: river.geojson, minutes: 3}",
            "travel by streets crosses a barrier where the streets do, at no price"
        ),
        (
            "by: facesAndGates\n  barriers: {title: a, file: river.geojson}\n  crossings: {file: river.geojson}",
            "row 1, is no point"
        ),
    ])
    func whatDoesNotFitIsSaid(_ section: String, _ sentence: String) {
        study.adding("travel:\n  \(section)").expectFailure("travel", sentence)
    }
}
