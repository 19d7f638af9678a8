import Foundation
import HubModel
import HubPlan
import HubPlanTestSupport
import Reports
import Testing

@testable import Scenarios

@Suite("Plans beside each other")
struct RunComparisonTests {
    private let scratch: ScratchFolder

    init() throws { scratch = try ScratchFolder() }

    /// Solves a study or scenario into a run folder.
    private func solved(_ question: String, as name: String) throws -> String {
        let run = try ScenarioFile.prepare(question, dataFolder: Saltmouth.folder.path)
        try Session(limits: SolveLimits(gap: 0)).solve(run, from: nil).write(to: scratch.file(name))
        return scratch.file(name)
    }

    private func scenario(_ changes: String, named file: String) throws -> String {
        try scratch.write(file, "scenario: \(file)\nextends: \(Saltmouth.study)\nchanges:\n\(changes)\n")
    }

    @Test("Every plan is measured by every run's costs, and what each run says of its own plan comes out again")
    func measuresByEachYardstick() throws {
        let (one, two) = (
            try solved(Saltmouth.study, as: "one"),
            try solved(
                scenario("  - count: {youngFutures: 5}\n  - settings: {fare.single: 0}", named: "b.yaml"), as: "two")
        )
        let comparison = try RunComparison([one, two], dataFolder: Saltmouth.folder.path).comparison
        #expect(comparison.runs.map(\.name) == ["one", "two"])
        #expect(comparison.runs.map(\.standing) == ["proved best", "proved best"])
        #expect(comparison.cells.count == 8)
        // By brute force: the nearest of the plan's hubs for each demand point.
        for (number, folder) in [one, two].enumerated() {
            let own = try OpenRun(folder, dataFolder: Saltmouth.folder.path)
            for cell in comparison.cells where cell.yardstick == number {
                let position = try #require(own.run.problem.services.firstIndex { $0.id == cell.service })
                let problem = own.run.problem.services[position]
                let ids = try #require(
                    try OpenRun([one, two][cell.plan], dataFolder: Saltmouth.folder.path).hubs[cell.service])
                let open = problem.siteIndices.indices.filter {
                    ids.contains(own.run.region.sites[Int(problem.siteIndices[$0])].id)
                }
                var total: Int64 = 0
                for point in own.run.region.demand[position] {
                    let nearest = open.map {
                        problem.travel.minutes(area: Int(point.area), household: point.household, site: $0)
                    }.min()
                    total += point.children * Int64(try #require(nearest))
                }
                #expect(cell.figures.everyone.tenthMinutes == total)
                #expect(cell.hubs == ids.count && cell.unknown.isEmpty)
            }
        }
    }

    @Test("Gains and losses add up to all children, whatever they are told apart by")
    func addsUp() throws {
        let (one, two) = (
            try solved(Saltmouth.study, as: "one"),
            try solved(scenario("  - close: HUB1\n  - close: HUB3", named: "b.yaml"), as: "two")
        )
        let comparison = try RunComparison([one, two], dataFolder: Saltmouth.folder.path).comparison
        let difference = try #require(comparison.differences.first)
        for service in ["youngFutures", "earlyYears"] {
            let rows = difference.rows.filter { $0.service == service }
            let everyone = try #require(rows.first { $0.id == "everyone" }?.change)
            #expect(everyone.longer > 0)
            for kind in ["decile", "disadvantage", "place"] {
                let parts = rows.filter { $0.kind == kind }
                #expect(parts.count > 1, "\(kind)")
                #expect(parts.reduce(0) { $0 + $1.change.longer } == everyone.longer, "\(kind)")
                #expect(parts.reduce(0) { $0 + $1.change.saved } == everyone.saved, "\(kind)")
            }
            let groups = rows.filter { $0.kind == "group" }
            #expect(groups.count == 2)
            #expect(
                groups.allSatisfy {
                    $0.change.shorter % 10 == 0 && $0.change.longer % 10 == 0 && $0.change.same % 10 == 0
                })
        }
        let change = try #require(difference.record.change?.services.first)
        let lost = change.lost.map { difference.record.region.sites[Int($0)].id }
        #expect(lost.contains("HUB1"))
        let core = comparison.sites.filter { $0.service == "youngFutures" && $0.isCore }.map(\.id)
        #expect(core == change.kept.map { difference.record.region.sites[Int($0)].id }.sorted())
        let moved = difference.flows.filter { $0.service == "youngFutures" }
        #expect(moved.filter { $0.from == "HUB1" }.reduce(0) { $0 + $1.children } > 0)
    }

    @Test("A plan that is as good everywhere and better somewhere dominates; more hubs alone do not")
    func tellsDominance() throws {
        let best = try solved(Saltmouth.study, as: "best")
        let barred = try solved(
            scenario(
                "  - bar: {sites: \(try hubs(of: best, service: "earlyYears")), for: earlyYears}", named: "b.yaml"),
            as: "barred")
        let comparison = try RunComparison([best, barred], dataFolder: Saltmouth.folder.path).comparison
        for found in comparison.dominance {
            #expect(found.better != found.worse && !found.counts.isEmpty)
        }
        let same = try RunComparison([best, best], dataFolder: Saltmouth.folder.path).comparison
        #expect(same.dominance.isEmpty)
        #expect(same.differences[0].flows.isEmpty)
        #expect(same.runs.map(\.name) == ["best (1)", "best (2)"])
    }

    /// One chosen hub of a plan, so that barring it moves others.
    private func hubs(of folder: String, service: String) throws -> String {
        let run = try OpenRun(folder, dataFolder: Saltmouth.folder.path)
        return "[" + (try #require(run.hubs[service]?.last { !$0.hasPrefix("HUB") })) + "]"
    }

    @Test("Hubs that another study does not know are told and counted, and the rest is measured")
    func tellsUnknownSites() throws {
        let (one, two) = (
            try solved(Saltmouth.study, as: "one"),
            try solved(
                scenario(
                    "  - add: {id: pier, name: The Pier, at: {x: 659784, y: 333300, crs: EPSG:27700}, for: youngFutures}\n"
                        + "  - lock: {sites: pier, for: youngFutures}", named: "b.yaml"), as: "two")
        )
        let comparison = try RunComparison([one, two], dataFolder: Saltmouth.folder.path).comparison
        let cell = try #require(
            comparison.cells.first { $0.plan == 1 && $0.yardstick == 0 && $0.service == "youngFutures" })
        #expect(cell.unknown == ["pier"] && cell.hubs == 3)
        #expect(comparison.findings.contains { $0.sentence.contains("1 of the 4 hubs of youngFutures in two (pier)") })
    }

    @Test("The folder holds page, tables, JSON and maps, and is written over only where it is ours")
    func writesAFolder() throws {
        let one = try solved(Saltmouth.study, as: "one")
        let two = try solved(scenario("  - count: {youngFutures: 5}", named: "b.yaml"), as: "two")
        let comparison = try RunComparison([one, two], dataFolder: Saltmouth.folder.path)
        try comparison.write(to: scratch.file("out"))
        try comparison.write(to: scratch.file("out"))
        let names = try FileManager.default.contentsOfDirectory(atPath: scratch.file("out")).sorted()
        #expect(
            names == [
                "changes.csv", "compare.html", "compare.json", "differences-2.gpkg", "figures.csv", "moves.csv",
                "sites.csv",
            ])
        let json = try JSONSerialization.jsonObject(with: Data(comparison.json.utf8)) as? [String: Any]
        #expect((json?["figures"] as? [Any])?.count == 8)
        #expect(throws: (any Error).self) { try comparison.write(to: one) }
        #expect(comparison.summary(folder: nil).contains("by the costs of two:"))
    }
}
