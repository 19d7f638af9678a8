import HubModel
import HubPlanTestSupport
import Testing

@testable import Placement

@Suite struct TravelTallyTests {
    /// Against a list with one entry a child.
    @Test(arguments: 0..<UInt64(100))
    func quantilesEqualThoseOfEveryChildInARow(seed: UInt64) {
        var numbers = SeededNumbers(seed)
        let groups = (0..<Int.random(in: 0...12, using: &numbers)).map { _ in
            (
                children: Int64.random(in: 0...7, using: &numbers),
                minutes: TenthMinutes.random(in: 0...20, using: &numbers)
            )
        }
        var tally = TravelTally(for: Self.service)
        for group in groups { tally.add(group.children, at: group.minutes) }
        for group in groups.sorted(by: { $0.minutes < $1.minutes }) { tally.locate(group.children, at: group.minutes) }

        let row = groups.flatMap { [TenthMinutes](repeating: $0.minutes, count: Int($0.children)) }.sorted()
        let figures = tally.figures
        #expect(figures.children == Int64(row.count))
        #expect(figures.median == quantile(row, 1, 2))
        #expect(figures.ninetieth == quantile(row, 9, 10))
        #expect(figures.reached == Int64(row.count { $0 <= 10 }))
        #expect(figures.outOfReach == Int64(row.count { $0 > 15 }))
        #expect(figures.tenthMinutes == row.reduce(0) { $0 + Int64($1) })
    }

    /// The smallest minutes within which at least the fraction travel; 0 for nobody.
    private func quantile(_ row: [TenthMinutes], _ numerator: Int, _ denominator: Int) -> TenthMinutes {
        row.first { minutes in denominator * row.count { $0 <= minutes } >= numerator * row.count } ?? 0
    }

    private static let service = Service(
        id: "s", title: "S", people: "children", reachLimit: 10, outOfReachLimit: 15)
}
