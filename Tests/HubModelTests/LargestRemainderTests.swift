import HubModel
import HubPlanTestSupport
import Testing

struct LargestRemainderTests {
    @Test func unitsLeftGoToTheLargestRemainders() {
        // Exact shares 1.5, 2.8, 5.7 of 10: two units are left, for 2.8 and 5.7.
        #expect(largestRemainder(of: 10, by: [1.5, 2.8, 5.7]) == [1, 3, 6])
    }

    @Test func theEarlierPartWinsATie() {
        #expect(largestRemainder(of: 1, by: [1, 1]) == [1, 0])
        #expect(largestRemainder(of: 5, by: [1, 1, 1]) == [2, 2, 1])
    }

    @Test func sharesOfNothingLeaveTheWholeToTheFirst() {
        #expect(largestRemainder(of: 7, by: [0, 0]) == [7, 0])
        #expect(largestRemainder(of: 0, by: [0, 3]) == [0, 0])
        #expect(largestRemainder(of: 3, by: []) == [])
    }

    @Test func theSumIsTheWhole() {
        var random = SeededNumbers(5)
        for _ in 0..<2000 {
            let shares = (0..<8).map { _ in Bool.random(using: &random) ? Double.random(in: 0...100, using: &random) : 0
            }
            let whole = UInt32.random(in: 0...14_400, using: &random)
            #expect(largestRemainder(of: whole, by: shares).reduce(0, +) == whole)
        }
    }
}
