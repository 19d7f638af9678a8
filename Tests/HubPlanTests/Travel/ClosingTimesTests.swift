import Foundation
import HubModel
import HubPlanTestSupport
import Reports
import Testing

@testable import HubPlan
@testable import TravelCosts

/// How late the sessions of a plan's hubs can close, by Saltmouth's buses.
@Suite struct ClosingTimesTests {
    private func prepare(_ data: ChangedSaltmouth, share: String = "0.9") throws -> StudyRun {
        let scratch = try ScratchFolder()
        return try withExtendedLifetime(scratch) {
            let study = Saltmouth.folder.appendingPathComponent("study-streets.yaml")
            let text = try String(contentsOf: study, encoding: .utf8).replacingOccurrences(
                of: "travel: {traveller: youngPersonAlone}",
                with: "travel: {traveller: youngPersonAlone, set: {bus.homeShare: \(share)}}")
            return try StudyRun.prepare(scratch.write("study.yaml", text), dataFolder: data.folder)
        }
    }

    private func record(_ run: StudyRun) throws -> RunRecord {
        let sites = run.problem.services.map { service in
            stride(from: 0, to: service.siteIndices.count, by: 5).map { service.siteIndices[$0] }
        }
        return try run.record(
            of: Plan(open: sites), solution: nil, limits: SolveLimits(gap: 0), events: [], timing: nil)
    }

    /// Of one hub of young people that stands alone.
    private func closings(of site: String, _ run: StudyRun) throws -> LatestClosingTime {
        let index = try #require(run.region.sites.firstIndex { $0.id == site })
        var figures = try run.figures(of: Plan(open: run.problem.services.map { _ in [UInt32(index)] }))
        figures.services = [figures.services[0]]
        return try #require(try PlanTravel(run: run).closings(figures).first?.first)
    }

    @Test func everyChildCountsAtOneHub() throws {
        let run = try prepare(try ChangedSaltmouth())
        let record = try record(run)
        #expect(record.closings.count == run.request.services.count)
        for (closings, figures) in zip(record.closings, record.figures.services) {
            #expect(closings.map(\.site) == figures.hubs.map(\.site))
            let demand = run.region.demand[figures.service]
            func children(_ isCounted: (Household) -> Bool) -> Int64 {
                demand.reduce(0) { isCounted($1.household) ? $0 + $1.children : $0 }
            }
            #expect(closings.reduce(0) { $0 + $1.everyone.children } == children { _ in true })
            #expect(closings.reduce(0) { $0 + $1.withoutCar.children } == children { $0 == .withoutCar })
        }
    }

    /// The minutes that are looked at are few; this looks at all.
    @Test func theAnswerIsTheLastOfAllMinutes() throws {
        let run = try prepare(try ChangedSaltmouth())
        let table = run.travel[0]
        let buses = try #require((table as? SparseTravel)?.ways.lazy.compactMap { $0.source as? BusTrips }.first)
        let walks = [Bool](repeating: false, count: table.areaCount)
        var generator = SeededNumbers(11)
        var answers = Set<Int?>()
        for site in stride(from: 0, to: table.siteCount, by: 4) {
            let weights = (0..<table.areaCount).map { _ in Int64.random(in: 0...9, using: &generator) }
            let latest = LatestClosing(buses, weights: weights, walks: walks)
            let all = weights.reduce(0, +)
            let home = (0...1440).map { 60 * $0 >= Int(buses.opens) ? latest.weightHome(site, closing: $0) : -1 }
            for percent in [1, 20, 40, 60, 80] as [Int64] {
                let last = home.lastIndex { $0 >= 0 && 100 * $0 >= percent * all }
                #expect(latest(site: site, share: percent, of: 100).minute == last, "\(site), \(percent) %")
                answers.insert(last)
            }
        }
        #expect(answers.count > 5)
    }

    @Test func withoutTheLastBusSessionsCloseEarlier() throws {
        let data = try ChangedSaltmouth()
        let whole = try closings(of: "L03", prepare(data, share: "0.6"))
        try data.remove(.lastBus)
        let lesser = try closings(of: "L03", prepare(data, share: "0.6"))
        #expect(whole.everyone.clock == "20:07" && whole.withoutCar.clock == "20:07")
        for (before, after) in [(whole.everyone, lesser.everyone), (whole.withoutCar, lesser.withoutCar)] {
            #expect((after.minute ?? -1) < (before.minute ?? -1))
            #expect(after.children == before.children)
        }
    }

    @Test func aLesserShareNeverClosesEarlier() throws {
        let data = try ChangedSaltmouth()
        let (most, few) = (try record(prepare(data, share: "0.9")), try record(prepare(data, share: "0.3")))
        for (most, few) in zip(most.closings[0], few.closings[0]) {
            #expect(most.share == 0.9 && few.share == 0.3)
            #expect((most.everyone.minute ?? -1) <= (few.everyone.minute ?? -1))
            #expect((most.withoutCar.minute ?? -1) <= (few.withoutCar.minute ?? -1))
        }
    }

    @Test func withoutATimetableNothingIsSaid() throws {
        let run = try StudyRun.prepare(Saltmouth.study)
        #expect(try record(run).closings.allSatisfy { $0.isEmpty })
        #expect(throws: HubPlanError.self) { try TravelAnswer(run, closing: 0.9) }
    }
}
