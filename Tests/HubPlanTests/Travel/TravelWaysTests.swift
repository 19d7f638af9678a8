import Foundation
import HubModel
import HubPlanTestSupport
import Spatial
import Testing

@testable import HubPlan
@testable import TravelCosts

/// Saltmouth travelled straight, through gates, along streets and by bus to the timetable.
@Suite struct TravelWaysTests {
    private static let river = """
        {title: the River Wendle, file: barriers.geojson, where: {column: kind, equals: river}}
        """
    private static let gates = """
        travel:
          by: facesAndGates
          barriers: \(river)
          crossings: {file: crossings.geojson, name: name, walkersOnly: {column: kind, in: [footbridge, underpass]}}
        """

    private func prepare(_ section: String, barriers: BarrierSwitch = .on, changes: [(String, String)] = []) throws
        -> StudyRun
    {
        let scratch = try ScratchFolder()
        return try withExtendedLifetime(scratch) {
            let path = try Saltmouth.changed(changes.map { (old: $0.0, new: $0.1) }, in: scratch)
            let text = try String(contentsOfFile: path, encoding: .utf8) + "\n" + section + "\n"
            let study = try scratch.write("study.yaml", text)
            return try StudyRun.prepare(study, dataFolder: Saltmouth.folder.path, barriers: barriers)
        }
    }

    /// Every pair of the first service, area by area.
    private func minutes(_ run: StudyRun, _ household: Household = .withoutCar) -> [TenthMinutes] {
        let table = run.travel[0]
        return (0..<table.areaCount).flatMap { area in
            (0..<table.siteCount).map { table.minutes(area: area, household: household, site: $0) }
        }
    }

    @Test func throughGatesNothingIsNearerThanInAStraightLineAndWithoutBarriersAllIsAsStraight() throws {
        let straight = minutes(try prepare(""))
        let run = try prepare(Self.gates)
        let gated = minutes(run)
        // Trips are in whole seconds and pence, so a tenth of a minute may be lost.
        #expect(zip(gated, straight).allSatisfy { $0 + 1 >= $1 })
        #expect(zip(gated, straight).count { $0 > $1 + 10 } > 100)
        #expect(run.travel[0].quality.title.contains("by way of the crossings"))
        let off = try prepare(Self.gates, barriers: .off)
        #expect(minutes(off) == straight)
        let told = off.region.findings.map(\.sentence).filter { $0.contains("--barriers off: the River Wendle") }
        #expect(told.count == 1 && !told[0].contains("timetable"))
    }

    @Test func whoLeavesBarriersOutIsToldThatBusesRunAllTheSame() throws {
        let buses = Self.gates + "\n  timetable: {file: buses, date: 2026-06-16}"
        let run = try prepare(buses, barriers: .off)
        #expect(run.region.findings.contains { $0.sentence.contains("Buses run as their timetable says") })
    }

    @Test func nobodyWalksThroughABarrierToAStop() throws {
        let scratch = try ScratchFolder()
        let file = try scratch.write(
            "wall.geojson",
            """
            {"type": "FeatureCollection", "crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::27700"}},
            "features": [{"type": "Feature", "properties": {}, "geometry": {"type": "LineString",
            "coordinates": [[WEST, -100000], [WEST, 900000]]}}]}
            """)
        let straight = try prepare("travel: {timetable: {file: buses, date: 2026-06-16}}")
        let xs = straight.region.areas.map(\.point.x).sorted()
        let middle = xs[xs.count / 2] + 1
        let wall = try String(contentsOfFile: file, encoding: .utf8).replacing("WEST", with: "\(middle)")
        try wall.write(toFile: file, atomically: true, encoding: .utf8)
        let walled = try prepare(
            "travel: {by: facesAndGates, barriers: {title: wall, file: \"\(file)\"}, timetable: {file: buses, date: 2026-06-16}}"
        )
        func walks(_ run: StudyRun) throws -> (within: Int, across: Int) {
            let table = try #require(run.travel[0] as? SparseTravel)
            let timetable = try #require(table.ways.lazy.compactMap { $0.source as? BusTrips }.first).timetable
            let stops = try timetable.feed.stopPoints(in: CoordinateSystem("EPSG:27700"))
            var (within, across) = (0, 0)
            for (area, home) in run.region.areas.enumerated() {
                for walk in timetable.homes[area] {
                    let stop = try #require(stops[Int(walk.stop)])
                    let isAcross = (stop.x < middle) != (home.point.x < middle)
                    if isAcross { across += 1 } else { within += 1 }
                }
            }
            return (within, across)
        }
        let (open, closed) = (try walks(straight), try walks(walled))
        #expect(open.across > 10 && closed.across == 0)
        #expect(closed.within == open.within)
    }

    @Test func alongStreetsALegTellsItsStreetsAndPartsSum() throws {
        let run = try prepare("travel: {by: streets, streets: {file: streets.osm.pbf}}")
        let table = run.travel[0]
        #expect(table.quality.title.contains("streets.osm.pbf"))
        #expect(run.region.inputs.contains { $0.path == "streets.osm.pbf" && $0.role == "streets" })
        var told = 0
        for area in stride(from: 0, to: table.areaCount, by: 11) {
            for household in Household.allCases {
                let options = table.options(area: area, household: household, site: 0)
                #expect(Set(options.map(\.mode)) == [.onFoot, .byBus, .byCar])
                #expect(
                    options.first?.parts?.total == table.minutes(area: area, household: household, site: 0))
                let legs = table.legs(area: area, household: household, site: 0)
                guard options.first?.mode != .byBus else { continue }
                #expect(legs.map(\.isHome) == [false, true] && legs.allSatisfy { $0.path.count > 2 })
                told += 1
            }
        }
        #expect(told > 5)
    }

    @Test func busesRunToTheTimetableThereAndHome() throws {
        let section = """
            travel: {by: streets, streets: {file: streets.osm.pbf}, timetable: {file: buses, date: 2026-06-16}}
            """
        let run = try prepare(section)
        let table = run.travel[0]
        #expect(table.quality.title.contains("buses to the timetable buses of 2026-06-16"))
        #expect(run.region.inputs.contains { $0.path == "buses/stop_times.txt" && $0.role == "timetable" })
        let open = minutes(run)
        let late = minutes(try prepare(section, changes: [("closes: \"20:00\"", "closes: \"23:30\"")]))
        // After the last bus nobody rides home, so nothing gets nearer by foot and some places are cut off.
        #expect(late.count { $0 == table.longest } > open.count { $0 == table.longest })
        var rides = 0
        for area in 0..<table.areaCount {
            let options = table.options(area: area, household: .withoutCar, site: 3)
            guard options.first?.mode == .byBus else { continue }
            rides += 1
            let legs = table.legs(area: area, household: .withoutCar, site: 3)
            #expect(legs.contains { $0.words.hasPrefix("Bus ") && $0.isHome })
            #expect(legs.contains { $0.words.hasPrefix("Bus ") && !$0.isHome })
        }
        #expect(rides > 0)
    }

    @Test(arguments: [
        ("timetable: {file: buses, date: 2026-06-16}", [("    opens: \"15:00\"\n", "")], "does not say when it opens"),
        ("timetable: {file: buses, date: 2031-06-16}", [], "timetable buses has no service on 2031-06-16"),
        ("by: streets\n  streets: {file: schools.csv}", [], "schools.csv"),
        ("timetable: {file: schools.csv, date: 2026-06-16}", [], "schools.csv"),
    ])
    func whatCannotBeUsedIsNamedAsTheStudyNamesIt(
        _ section: String, _ changes: [(String, String)], _ sentence: String
    ) {
        var told: String?
        do {
            _ = try prepare("travel:\n  \(section)", changes: changes)
        } catch let error as any MendableError {
            told = error.description
        } catch {
            Issue.record("no sentence: \(error)")
        }
        #expect(told?.contains(sentence) == true, "\(told ?? "nothing was wrong")")
        #expect(told?.contains(Saltmouth.folder.path) == false)
    }
}
