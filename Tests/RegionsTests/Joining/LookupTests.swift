import HubPlanTestSupport
import Testing

@testable import Regions

struct LookupTests {
    @Test func anAreaIsSharedEquallyOrByWeight() {
        let equal = Lookup(from: ["a", "a", "b"], to: ["x", "y", "y"], weights: nil)
        #expect(equal.carry([10, 4], keys: ["a", "b"], to: ["x": 0, "y": 1]).values == [5, 9])
        #expect(equal.splits == 1)
        let weighted = Lookup(from: ["a", "a", "b"], to: ["x", "y", "y"], weights: [1, 4, 0])
        #expect(weighted.carry([10, 4], keys: ["a", "b"], to: ["x": 0, "y": 1]).values == [2, 12])
    }

    @Test func whatLeavesTheStudyIsCounted() {
        let lookup = Lookup(from: ["a", "a"], to: ["x", "y"], weights: nil)
        let carried = lookup.carry([10, 7], keys: ["a", "lost"], to: ["y": 0, "z": 1])
        #expect(carried.values == [5, 0])
        #expect(carried.isReached == [true, false])
        #expect(carried.outside == 5)
        #expect(carried.unknown == ["lost"])
        #expect(carried.unknownTotal == 7)
    }

    /// Divided, merged and left as they are, in any mixture: nobody is lost and nobody is made.
    @Test(arguments: 0..<100)
    func totalsAreKept(_ seed: UInt64) {
        var random = SeededNumbers(seed)
        let old = (0..<Int.random(in: 1...40, using: &random)).map { "old\($0)" }
        let new = (0..<Int.random(in: 1...40, using: &random)).map { "new\($0)" }
        var (from, to, weights): ([String], [String], [Double]) = ([], [], [])
        for code in old {
            for target in new.shuffled(using: &random).prefix(Int.random(in: 1...4, using: &random)) {
                from.append(code)
                to.append(target)
                weights.append([0, 1, 2.5, 40].randomElement(using: &random) ?? 0)
            }
        }
        let counts = old.map { _ in Double(Int.random(in: 0...1000, using: &random)) }
        let isStudied = new.filter { _ in Bool.random(using: &random) }
        let areas = Dictionary(uniqueKeysWithValues: isStudied.enumerated().map { ($1, $0) })
        let lookup = Lookup(from: from, to: to, weights: Bool.random(using: &random) ? weights : nil)
        let carried = lookup.carry(counts, keys: old, to: areas)
        #expect(abs(carried.values.reduce(0, +) + carried.outside - counts.reduce(0, +)) < 1e-6)
        let all = lookup.carry(
            counts, keys: old, to: Dictionary(uniqueKeysWithValues: new.enumerated().map { ($1, $0) }))
        #expect(WholeCounts.carried(all.values).reduce(0, +) == Int64(counts.reduce(0, +)))
    }
}
