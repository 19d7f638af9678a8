import HubModel
import HubPlanTestSupport
import Testing

@testable import Reports

@Suite struct GroupSuppressionTests {
    private func attacker(_ record: RunRecord) throws -> TableAttacker {
        try TableAttacker(
            region: record.region, request: record.request, figures: record.figures, today: record.baseline,
            groups: RunTables.groups(RunView(record)).csv, result: ResultDocument.text(record))
    }

    /// Every page and file of a run is made from what may be shown; none of them knows the exact figures.
    @Test func outputsOfAWithheldGroupHoldNoneOfItsFigures() throws {
        var record = SampleRun.record()
        let area = 40
        record.region.groups = [
            PopulationGroup(
                id: "few", title: "few", counts: record.region.areas.indices.map { $0 == area ? 7 : 0 })
        ]
        for position in record.request.services.indices {
            let open = record.plan.open[position]
            record.figures.services[position] = SampleFigures.figures(
                record.region, record.request.services[position], open: open, required: nil)
        }
        record.baseline = nil
        let view = RunView(record)
        for service in view.services {
            #expect(service.groups[0].plan.withheld.count == 7)
        }
        let row = try #require(RunTables.groups(view).csv.split(separator: "\n").first { $0.contains(",few,few,") })
        #expect(row.contains(",few,few,,,,,,,,children mean_minutes_there_and_back"))
        #expect(EqualityTable.csv(view).csv.contains(",few,few,withheld,,,,,,,\n"))
        #expect(EqualityPage.html(view).contains("Not told, being too few or none: few."))
    }

    /// Without suppression everything is told to the last digit, as before.
    @Test func switchedOffItWithholdsNothing() {
        var record = SampleRun.record()
        record.region.suppressBelow = 0
        let group = RunView(record).services[0].groups[0]
        #expect(group.plan == ShownFigures(record.figures.services[0].groups[0].figures))
        #expect(!group.hasWithheld)
    }

    /// One service and today: nine sets of areas at most, so every union of them is tried.
    @Test(arguments: 0..<40 as Range<UInt64>)
    func noSmallCountFollowsFromWhatIsShown(_ seed: UInt64) throws {
        let record = RandomGroups.record(seed: seed, services: 1, hasToday: true)
        #expect(try attacker(record).secretsWorkedOut(below: 10) == [])
    }

    @Test(arguments: 0..<6 as Range<UInt64>)
    func noSmallCountFollowsAcrossServices(_ seed: UInt64) throws {
        let record = RandomGroups.record(seed: 100 + seed, services: 2, hasToday: seed % 2 == 0)
        #expect(try attacker(record).secretsWorkedOut(below: 10) == [])
    }

    /// The attacker is able to: without suppression the same tables give small counts away.
    @Test func theAttackerFindsThemWhenNothingIsWithheld() throws {
        var found = 0
        for seed in 0..<5 as Range<UInt64> {
            var record = RandomGroups.record(seed: seed, services: 1, hasToday: true)
            record.region.suppressBelow = 0
            found += try attacker(record).secretsWorkedOut(below: 10).count
        }
        #expect(found > 20)
    }

    /// With the small counts alone withheld, subtraction gives some of them back.
    @Test func withholdingTheSmallOnesAloneIsNotEnough() {
        let record = RandomGroups.record(seed: 3, services: 1, hasToday: true)
        let suppression = GroupSuppression(record)
        let small = suppression.withheld.filter { cell in
            let count = suppression.cells.count(
                suppression.cells.counts[cell.group], in: suppression.cells.atoms(of: cell.kind))
            return count > 0 && count < 10
        }
        #expect(!small.isEmpty)
        #expect(suppression.withheld.count > small.count)
    }
}
