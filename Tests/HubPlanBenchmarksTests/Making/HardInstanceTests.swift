import Foundation
import HubModel
import HubPlanTestSupport
import Testing

@testable import HubPlanBenchmarks

@Suite struct HardInstanceTests {
    /// How many pairs serve in each row and in each column.
    private func serving(_ instance: MadeInstance) -> (rows: Set<Int>, columns: Set<Int>) {
        guard case .matrix(let cost, let sites) = instance.travel else { return ([], []) }
        let areas = cost.count / sites
        let serves = cost.map { $0 != HardInstance.unreachable }
        #expect(zip(cost, serves).allSatisfy { $0 <= 4 || !$1 })
        return (
            Set((0..<areas).map { area in serves[area * sites..<(area + 1) * sites].count { $0 } }),
            Set((0..<sites).map { site in (0..<areas).count { serves[$0 * sites + site] } })
        )
    }

    @Test(arguments: 1...5 as ClosedRange<UInt64>)
    func gapKindsFixRowsOrColumnsOrBoth(_ seed: UInt64) {
        let a = serving(HardInstance.gapA.make(size: 60, pairs: 7, count: 10, seed: seed))
        #expect(a.rows == [7] && a.columns.count > 1)
        let b = serving(HardInstance.gapB.make(size: 60, pairs: 7, count: 10, seed: seed))
        #expect(b.columns == [7] && b.rows.count > 1)
        let c = serving(HardInstance.gapC.make(size: 60, pairs: 7, count: 10, seed: seed))
        #expect(c.rows == [7] && c.columns == [7])
    }

    @Test func gapCIsNoBand() {
        guard case .matrix(let cost, _) = HardInstance.gapC.make(size: 60, pairs: 7, count: 10, seed: 1).travel else {
            Issue.record("no matrix")
            return
        }
        let inBand = (0..<60).reduce(0) { sum, area in
            sum + (0..<7).count { cost[area * 60 + (area + $0) % 60] != HardInstance.unreachable }
        }
        #expect(inBand < 120)
    }

    @Test func kingsOnEveryThirdFieldReachTheWholeBoard() {
        let instance = HardInstance.chessboard.make(size: 6, pairs: 9, count: 4, seed: 2)
        guard case .matrix(let cost, let sites) = instance.travel else {
            Issue.record("no matrix")
            return
        }
        let counts = serving(instance)
        #expect(counts.rows == [9] && counts.columns == [9])
        let kings = [0, 3, 18, 21]
        let isReached = (0..<sites).map { area in
            kings.contains { cost[area * sites + $0] != HardInstance.unreachable }
        }
        #expect(isReached == [Bool](repeating: true, count: 36))
    }

    @Test func isReadAsItWasMade() throws {
        let made = HardInstance.gapC.make(size: 12, pairs: 3, count: 5, seed: 9)
        guard case .matrix(let cost, _) = made.travel else {
            Issue.record("no matrix")
            return
        }
        let folder = try ScratchFolder()
        try made.write(to: folder.path)
        let read = try withExtendedLifetime(folder) { try InstanceReader.read(folder.path) }
        #expect(read.count == 5)
        #expect(read.weights == [Int64](repeating: 1, count: 12))
        #expect(read.disadvantaged.isEmpty)
        let costs = (0..<144).map { read.travel.minutes(area: $0 / 12, household: .withoutCar, site: $0 % 12) }
        #expect(costs == cost)
    }
}
