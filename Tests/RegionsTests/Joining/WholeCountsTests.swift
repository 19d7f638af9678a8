import HubPlanTestSupport
import Testing

@testable import Regions

struct WholeCountsTests {
    @Test func remaindersAreCarriedAlong() {
        #expect(WholeCounts.carried([0.4, 0.4, 0.4, 0.4, 0.4]) == [0, 1, 0, 1, 0])
        #expect(WholeCounts.carried([1.0 / 3, 1.0 / 3, 1.0 / 3]) == [0, 1, 0])
        #expect(WholeCounts.carried([3, 0, 7]) == [3, 0, 7])
        #expect(WholeCounts.carried([]) == [])
    }

    /// Fractions that sum to whole numbers keep the total, and no first part strays by more than half.
    @Test(arguments: 0..<50)
    func totalsAreKept(_ seed: UInt64) {
        var random = SeededNumbers(seed)
        var values: [Double] = []
        var total: Int64 = 0
        for _ in 0..<Int.random(in: 1...200, using: &random) {
            let people = Int64.random(in: 0...500, using: &random)
            let parts = Int.random(in: 1...6, using: &random)
            total += people
            values += Array(repeating: Double(people) / Double(parts), count: parts)
        }
        let whole = WholeCounts.carried(values)
        #expect(whole.reduce(0, +) == total)
        #expect(whole.allSatisfy { $0 >= 0 })
        var (exact, rounded) = (0.0, 0.0)
        for (value, count) in zip(values, whole) {
            exact += value
            rounded += Double(count)
            #expect(abs(exact - rounded) <= 0.5 + 1e-6)
        }
    }

    @Test(arguments: 0..<50)
    func aPartIsNeverMoreThanTheWhole(_ seed: UInt64) {
        var random = SeededNumbers(seed)
        let counts = (0..<200).map { _ in Int64.random(in: 0...30, using: &random) }
        let shares = counts.map { _ in
            [0, 1, Double.random(in: 0...1, using: &random)].randomElement(using: &random) ?? 0
        }
        let parts = WholeCounts.part(of: counts, shares: shares)
        for (count, part) in zip(counts, parts) { #expect((0...count).contains(part)) }
        let wanted = zip(counts, shares).reduce(0.0) { $0 + Double($1.0) * $1.1 }
        #expect(abs(Double(parts.reduce(0, +)) - wanted) <= 0.5 + 1e-6)
    }
}
