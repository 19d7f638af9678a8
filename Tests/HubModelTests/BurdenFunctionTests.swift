import Testing

@testable import HubModel

@Suite struct BurdenFunctionTests {
    @Test func theLimitItselfCountsAsWithin() {
        let reach = BurdenFunction.reach(limit: 600, step: 1_000_000)
        #expect(reach(600) == 600)
        #expect(reach(601) == 1_000_601)
    }

    @Test func stepsApplyFromTheirThresholdOn() {
        let steps = BurdenFunction.steps(thresholds: [300, 600], values: [1, 5])
        #expect([299, 300, 599, 600, 9_000].map { steps($0) } == [0, 1, 1, 5, 5])
    }

    @Test(arguments: [
        BurdenFunction.mean, .reach(limit: 450, step: 7), .steps(thresholds: [0, 200, 800], values: [0, 2, 9]),
    ])
    func everyBurdenIsNonDecreasing(burden: BurdenFunction) {
        let values = (0..<1_000).map { burden(TenthMinutes($0)) }
        #expect(zip(values, values.dropFirst()).allSatisfy { $0 <= $1 })
    }
}
