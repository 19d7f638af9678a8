import Testing

@testable import HubModel

@Suite struct SolutionTests {
    private func outcome(_ objective: Int64, _ bound: Int64?) -> ServiceOutcome {
        ServiceOutcome(service: "s", open: [], objective: objective, bound: bound)
    }

    @Test func optimalIsSaidOnlyWhenTheBoundReachesTheObjective() {
        #expect(outcome(100, 100).isOptimal)
        #expect(!outcome(100, 99).isOptimal)
        #expect(!outcome(100, nil).isOptimal)
    }

    @Test func theGapIsAFractionOfTheObjective() {
        #expect(outcome(200, 150).gap == 0.25)
        #expect(outcome(0, 0).gap == 0)
        #expect(outcome(200, nil).gap == nil)
    }

    @Test func theWidestGapOfTheServicesCounts() {
        let solution = Solution(
            services: [outcome(1_000_000, 1_000_000), outcome(200, 150)], stop: .timeLimit, work: 1, method: "test")
        #expect(solution.gap == 0.25)
    }

    @Test func oneServiceWithoutABoundLeavesTheWholeWithoutProof() {
        let solution = Solution(
            services: [outcome(100, 100), outcome(50, nil)], stop: .timeLimit, work: 1, method: "test")
        #expect(solution.bound == nil)
        #expect(solution.gap == nil)
        #expect(!solution.isOptimal)
    }
}
