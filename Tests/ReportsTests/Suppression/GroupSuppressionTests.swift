import HubModel
import Testing

@testable import Reports

@Suite struct GroupSuppressionTests {
    /// One service and today: nine sets of areas at most, so every union of them is tried.
    @Test(arguments: 0..<40 as Range<UInt64>)
    func noSmallCountFollowsFromWhatIsShown(_ seed: UInt64) throws {
        let record = RandomGroups.record(seed: seed, services: 1, hasToday: true)
        #expect(try TableAttacker(record).secretsWorkedOut(below: 10) == [])
    }

    @Test(arguments: 0..<6 as Range<UInt64>)
    func noSmallCountFollowsAcrossServices(_ seed: UInt64) throws {
        let record = RandomGroups.record(seed: 100 + seed, services: 2, hasToday: seed % 2 == 0)
        #expect(try TableAttacker(record).secretsWorkedOut(below: 10) == [])
    }

    /// The attacker is able to: without suppression the same tables give small counts away.
    @Test func theAttackerFindsThemWhenNothingIsWithheld() throws {
        var found = 0
        for seed in 0..<5 as Range<UInt64> {
            var record = RandomGroups.record(seed: seed, services: 1, hasToday: true)
            record.region.suppressBelow = 0
            found += try TableAttacker(record).secretsWorkedOut(below: 10).count
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
