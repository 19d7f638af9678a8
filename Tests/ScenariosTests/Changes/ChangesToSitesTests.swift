import HubModel
import HubPlan
import HubPlanTestSupport
import Regions
import Testing

@testable import Scenarios

@Suite("Changes to sites and people")
struct ChangesToSitesTests {
    private let scratch: ScratchFolder
    private let base: StudyRun

    init() throws {
        scratch = try ScratchFolder()
        base = try ScenarioFile.prepare(Saltmouth.study)
    }

    private func run(_ changes: String) throws -> StudyRun {
        try ScenarioFile.prepare(
            scratch.write("a.yaml", "scenario: A change\nextends: \(Saltmouth.study)\nchanges:\n\(changes)\n"))
    }

    private func failure(_ changes: String) -> String {
        let error = #expect(throws: (any Error).self) { try run(changes) }
        return error.map { "\($0)" } ?? ""
    }

    private func site(_ id: String, in run: StudyRun) throws -> (number: UInt32, site: CandidateSite) {
        let number = try #require(run.region.sites.firstIndex { $0.id == id })
        return (UInt32(number), run.region.sites[number])
    }

    @Test("A hub that closes no longer stands and cannot be chosen again; the base keeps it")
    func closes() throws {
        let changed = try run("  - close: HUB1")
        let (number, hub) = try site("HUB1", in: changed)
        #expect(hub.status == .closed && hub.gives == 0)
        #expect(changed.request.services[0].existing.isEmpty)
        #expect(changed.request.services[0].lockedOut.contains(number))
        #expect(base.request.services[0].existing == [number])
        let solved = try changed.solve(limits: SolveLimits(gap: 0))
        guard case .solved(let solution) = solved else {
            Issue.record("no plan")
            return
        }
        #expect(!changed.plan(of: solution).open[0].contains(number))
    }

    @Test("A hub that moves gives in the other building what it gave, under the status it had")
    func moves() throws {
        let changed = try run("  - move: {site: HUB1, to: H03}")
        let (from, _) = try site("HUB1", in: changed)
        let (to, hall) = try site("H03", in: changed)
        #expect(changed.request.services[0].existing == [to])
        #expect(hall.status == .open && hall.gives == 1)
        #expect(changed.request.services[0].lockedOut.contains(from))
        #expect(failure("  - move: {site: H04, to: H03}").contains("no hub stands at 'H04' today"))
    }

    @Test("A hub can move to a point, where its area and its disadvantage are found anew")
    func movesToAPoint() throws {
        let (_, hall) = try site("H03", in: base)
        let changed = try run("  - move: {site: HUB1, to: {x: \(hall.point.x), y: \(hall.point.y), crs: EPSG:27700}}")
        let (number, hub) = try site("HUB1", in: changed)
        #expect(hub.point == hall.point && hub.area == hall.area && hub.neighbourhood == hall.neighbourhood)
        #expect(changed.request.services[0].existing == [number])
        let outside = failure("  - move: {site: HUB1, to: {x: 400000, y: 300000, crs: EPSG:27700}}")
        #expect(outside.contains("lies outside the study's areas"))
    }

    @Test("A place of the scenario's own is a candidate like any other, and a building can suit another service")
    func adds() throws {
        let changed = try run(
            """
              - add: {id: pier, name: The Pier, at: {x: 1.82, y: 52.88, crs: EPSG:4326}, for: youngFutures}
              - add: {site: "00007", for: youngFutures}
            """)
        let (pier, place) = try site("pier", in: changed)
        #expect(place.name == "The Pier" && place.status == .candidate && place.suits == 1)
        let (school, building) = try site("00007", in: changed)
        #expect(building.suits == 3)
        #expect(changed.problem.services[0].siteIndices.contains(pier))
        #expect(changed.problem.services[0].siteIndices.contains(school))
        #expect(changed.problem.services[0].siteCount == base.problem.services[0].siteCount + 2)
        #expect(changed.problem.services[1].siteCount == base.problem.services[1].siteCount)
    }

    @Test("A hub that is added as open stands there, and counts")
    func addsAHub() throws {
        let changed = try run("  - add: {site: H03, for: youngFutures, open: true}")
        let (number, _) = try site("H03", in: changed)
        #expect(changed.request.services[0].existing.contains(number))
        #expect(changed.request.services[0].count == base.request.services[0].count)
    }

    @Test("Twice the people are twice the people, everywhere or in one place alone")
    func scalesDemand() throws {
        let everywhere = try run("  - demand: {times: 2, for: youngFutures}")
        #expect(everywhere.region.demand[1] == base.region.demand[1])
        func children(_ run: StudyRun, _ isIn: (Int) -> Bool = { _ in true }) -> Int64 {
            run.region.demand[0].reduce(0) { isIn(Int($1.area)) ? $0 + $1.children : $0 }
        }
        #expect(abs(children(everywhere) - 2 * children(base)) <= 1)
        let place = try run("  - demand: {times: 3, in: coldhythe, for: youngFutures}")
        let rule = base.region.rules[0]
        let grown = base.region.areas.indices.filter { area in
            place.region.demand[0][2 * area].children + place.region.demand[0][2 * area + 1].children
                > base.region.demand[0][2 * area].children + base.region.demand[0][2 * area + 1].children + 1
        }
        #expect(!grown.isEmpty)
        #expect(grown.allSatisfy { rule.areas[$0] })
        #expect(
            abs(children(place) - children(base) - 2 * children(base, Set(grown).contains)) <= Int64(grown.count))
        #expect(failure("  - demand: {times: 2, in: Coldhithe}").contains("there is no place 'Coldhithe'"))
        #expect(failure("  - demand: -1").contains("too small"))
    }

    @Test("A crossing of the scenario's own shortens a way through faces and gates, and only there can be added")
    func addsACrossing() throws {
        let travel = """
              - travel:
                  by: facesAndGates
                  barriers: [{title: the River Wendle, file: barriers.geojson}]
                  crossings: {file: crossings.geojson, name: name}
            """
        let before = try run(travel)
        let (_, hall) = try site("H03", in: before)
        let crossing = "  - crossing: {name: A ferry, x: \(hall.point.x), y: \(hall.point.y), crs: EPSG:27700}"
        #expect(failure(crossing).contains("a crossing can be added where travel is by facesAndGates"))
        let after = try run(travel + "\n" + crossing)
        #expect(after.study.journeys.crossings.count == before.study.journeys.crossings.count + 1)
        #expect(after.study.journeys.crossings.last?.title == "A ferry")
        let without = try run(travel + "\n  - barriers: off")
        #expect(without.study.journeys.barriers.isEmpty && without.study.journeys.by == .straightLine)
    }
}
