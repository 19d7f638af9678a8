import Foundation
import HubModel
import HubPlanTestSupport
import Reports
import Testing
import TravelCosts

@testable import HubPlan

/// How Saltmouth's families travel, along its streets and by its buses.
@Suite struct PlanTravelTests {
    private func prepare(_ section: String, closes: String = "20:00") throws -> StudyRun {
        let scratch = try ScratchFolder()
        return try withExtendedLifetime(scratch) {
            let path = try Saltmouth.changed([(old: "closes: \"20:00\"", new: "closes: \"\(closes)\"")], in: scratch)
            let text = try String(contentsOfFile: path, encoding: .utf8) + "\n" + section + "\n"
            let study = try scratch.write("study.yaml", text)
            return try StudyRun.prepare(study, dataFolder: Saltmouth.folder.path)
        }
    }

    private func record(_ run: StudyRun) throws -> RunRecord {
        let sites = run.problem.services.map { service in
            stride(from: 0, to: service.siteIndices.count, by: 5).map { service.siteIndices[$0] }
        }
        return try run.record(
            of: Plan(open: sites), solution: nil, limits: SolveLimits(gap: 0), events: [], timing: nil)
    }

    /// The same from each pair's own answer, one by one.
    private func plain(_ record: RunRecord, _ run: StudyRun, _ service: Int, _ household: Household) -> HouseholdTravel
    {
        let figures = record.figures.services[service]
        let demand = run.region.demand[figures.service]
        let journeys = demand.indices.filter { demand[$0].household == household }.map { point in
            let site = run.problem.services[service].siteIndices.firstIndex(of: figures.assignedSite[point]) ?? -1
            let area = Int(demand[point].area)
            let best = run.travel[service].options(area: area, household: household, site: site).first?.parts
            return (
                demand[point].children,
                run.travel[service].canTravel(area: area, household: household, site: site) ? best : nil
            )
        }
        let visits = run.travel[service].settings.parameters.first { $0.key == "visits.year" }?.value
        return HouseholdTravel(household, journeys: journeys, visits: visits)
    }

    @Test(arguments: [
        "", "travel: {by: streets, streets: {file: streets.osm.pbf}, timetable: {file: buses, date: 2026-06-16}}",
    ])
    func figuresAreThoseOfEachPairOneByOne(_ section: String) throws {
        let run = try prepare(section)
        let record = try record(run)
        #expect(record.households.count == run.request.services.count)
        for (service, households) in record.households.enumerated() {
            #expect(households.map(\.household) == Household.allCases)
            for (travel, household) in zip(households, Household.allCases) {
                #expect(travel == plain(record, run, service, household))
                let all =
                    household == .withCar
                    ? record.figures.services[service].withCar : record.figures.services[service].withoutCar
                #expect(travel.children == all.children)
                #expect(travel.poundsPerYear != nil)
            }
        }
    }

    @Test func afterTheLastBusMoreCannotGetHome() throws {
        let section =
            "travel: {by: streets, streets: {file: streets.osm.pbf}, timetable: {file: buses, date: 2026-06-16}}"
        let early = try record(try prepare(section)).households[0][0]
        let late = try record(try prepare(section, closes: "23:30")).households[0][0]
        #expect(late.cannotTravel > early.cannotTravel)
        #expect((late.share(.byBus) ?? 1) < (early.share(.byBus) ?? 0))
    }
}
