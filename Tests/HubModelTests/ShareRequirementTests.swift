import Testing

@testable import HubModel

@Suite struct ShareRequirementTests {
    @Test(arguments: [(1, 2, 50, 25), (1, 2, 5, 3), (7, 100, 100, 7), (0, 1, 9, 0), (1, 1, 9, 9), (1, 3, 10, 4)])
    func fractionsRoundUpInWholeNumbers(numerator: Int, denominator: Int, hubs: Int, required: Int) {
        let share = ShareRequirement.atLeastFraction(numerator: numerator, denominator: denominator)
        #expect(share.required(of: hubs) == required)
    }

    @Test func theOtherForms() {
        #expect(ShareRequirement.atLeastNumber(3).required(of: 50) == 3)
        #expect(ShareRequirement.reportOnly.required(of: 50) == 0)
        #expect(ShareRequirement.asHighAsPossible.required(of: 50) == nil)
    }
}
