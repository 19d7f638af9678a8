import Foundation
import HubModel
import HubPlanTestSupport
import Placement
import Testing

@testable import HubPlan

/// The bridge, the level crossing and the last bus each hold up the fixture's plan: without it another is best.
@Suite struct RemovalTests {
    private static let streets = Saltmouth.folder.appendingPathComponent("study-streets.yaml")
    private static let section = """

        # Journeys along streets and by the buses of a Tuesday.
        travel:
          by: streets
          streets: {file: streets.osm.pbf}
          timetable: {file: buses, date: 2026-06-16}

        """
    private static let gates = """

        travel:
          by: facesAndGates
          barriers:
            - {title: the River Wendle, file: barriers.geojson, where: {column: kind, equals: river}}
            - {title: the Coldhythe line, file: barriers.geojson, where: {column: kind, equals: railway}}
          crossings: {file: crossings.geojson, name: name, walkersOnly: {column: kind, in: [footbridge, underpass]}}

        """

    private func prepare(_ data: ChangedSaltmouth, _ text: String, barriers: BarrierSwitch = .on) throws -> StudyRun {
        let scratch = try ScratchFolder()
        return try withExtendedLifetime(scratch) {
            try StudyRun.prepare(
                scratch.write("study.yaml", text), dataFolder: data.folder, barriers: barriers)
        }
    }

    private func best(_ run: StudyRun) throws -> Plan {
        guard case .solved(let solution) = try run.solve(limits: SolveLimits(gap: 0, threads: 1)) else {
            throw CocoaError(.coderInvalidValue)
        }
        #expect(solution.services.allSatisfy { $0.objective == $0.bound })
        return run.plan(of: solution)
    }

    /// Requires that a removal moves a service's hubs, and not to one that is as good: the hubs that were best before
    /// are worse than the new ones without what was removed, and the new ones are worse than they with it.
    private func expectMoves(_ service: String, without removal: ChangedSaltmouth.Removal, _ text: String) throws {
        let whole = try ChangedSaltmouth()
        let lesser = try ChangedSaltmouth(without: removal)
        let (before, after) = (try prepare(whole, text), try prepare(lesser, text))
        let position = try #require(before.problem.services.firstIndex { $0.id == service })
        let (old, new) = (try best(before), try best(after))
        #expect(Set(old.open[position]) != Set(new.open[position]))
        func objective(_ plan: Plan, _ run: StudyRun) throws -> Int64 {
            try run.figures(of: plan).services[position].objective
        }
        #expect(try objective(new, after) < objective(old, after))
        #expect(try objective(old, before) < objective(new, before))
        #expect(try objective(old, before) <= objective(new, after))
    }

    private func streets(_ changes: [(String, String)] = []) throws -> String {
        try changed(String(contentsOf: Self.streets, encoding: .utf8), changes)
    }

    private func changed(_ text: String, _ changes: [(String, String)]) throws -> String {
        try changes.reduce(text) { text, change in
            try #require(text.contains(change.0))
            return text.replacingOccurrences(of: change.0, with: change.1)
        }
    }

    @Test func theStudyByStreetsIsTheStudyWithASectionMore() throws {
        let plain = try String(contentsOfFile: Saltmouth.study, encoding: .utf8)
        #expect(try streets() == plain + Self.section)
    }

    @Test func streetsThatTheTestWritesAnewAreTravelledAsTheFixtures() throws {
        let (whole, anew) = (try ChangedSaltmouth(), try ChangedSaltmouth())
        try anew.writeStreets(without: nil)
        let (given, own) = (try prepare(whole, try streets()), try prepare(anew, try streets()))
        for (mine, theirs) in zip(own.travel, given.travel) {
            for area in 0..<mine.areaCount {
                for household in Household.allCases {
                    for site in 0..<mine.siteCount {
                        let minutes = mine.minutes(area: area, household: household, site: site)
                        #expect(minutes == theirs.minutes(area: area, household: household, site: site))
                    }
                }
            }
        }
    }

    @Test(arguments: ["youngFutures", "earlyYears"])
    func withoutTheBridgeHubsMoveInTheStudyAsItStands(_ service: String) throws {
        try expectMoves(service, without: .bridge, streets())
    }

    @Test func withoutTheLevelCrossingHubsMoveWhenYoungPeoplesMinutesAreWhatCounts() throws {
        try expectMoves(
            "youngFutures", without: .levelCrossing, streets([("objective: reach", "objective: mean")]))
    }

    @Test func withoutTheLastBusHubsMoveWhenSessionsCloseJustBeforeIt() throws {
        try expectMoves("youngFutures", without: .lastBus, streets([("closes: \"20:00\"", "closes: \"20:15\"")]))
    }

    /// Young people's objective is the mean here and small children's is reach, the other way round from the study's.
    @Test(arguments: [("earlyYears", ChangedSaltmouth.Removal.bridge), ("youngFutures", .levelCrossing)])
    func withoutACrossingPointHubsMoveThroughGatesWithTheObjectivesExchanged(
        _ service: String, _ removal: ChangedSaltmouth.Removal
    ) throws {
        let text = try changed(
            String(contentsOfFile: Saltmouth.study, encoding: .utf8),
            [("objective: reach", "objective: other"), ("objective: mean", "objective: reach"), ("other", "mean")])
        try expectMoves(service, without: removal, text + Self.gates)
    }

    /// In one folder: the base, each removal in its files, everything put back, and the base again.
    @Test func aRemovalLeavesTheBaseAlone() throws {
        let (data, scratch) = (try ChangedSaltmouth(), try ScratchFolder())
        let base = try prepare(data, try streets())
        func bytes(_ run: StudyRun, _ name: String) throws -> [Data] {
            let limits = SolveLimits(gap: 0, threads: 1)
            try Session(limits: limits).solve(run, from: nil).write(to: scratch.file(name))
            return try ["result.json", "certificate.json", "plan.geojson", "assignments.csv"].map {
                try scratch.read("\(name)/\($0)")
            }
        }
        let (first, plan) = (try bytes(base, "first"), try best(base).open)
        for removal in [ChangedSaltmouth.Removal.bridge, .levelCrossing, .lastBus] {
            try data.remove(removal)
            _ = try best(prepare(data, streets()))
            try data.remove(nil)
        }
        #expect(try best(base).open == plan)
        #expect(try bytes(prepare(data, streets()), "anew") == first)
    }
}
