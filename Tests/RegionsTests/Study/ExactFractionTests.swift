import HubModel
import Testing

@testable import Regions

struct ExactFractionTests {
    @Test(arguments: [
        ("50%", 1, 2), ("50 %", 1, 2), ("0.5", 1, 2), ("1/2", 1, 2), ("1", 1, 1), ("0", 0, 1), ("12.5%", 1, 8),
        ("0.07", 7, 100), ("2/4", 1, 2), ("33.3%", 333, 1000), ("150%", 3, 2),
    ])
    func textIsReadExactly(_ text: String, _ numerator: Int, _ denominator: Int) throws {
        let fraction = try #require(ExactFraction(text))
        #expect(fraction.numerator == numerator)
        #expect(fraction.denominator == denominator)
    }

    @Test(arguments: ["", "half", "-0.5", "1/0", "0.5.5", "%", "1e-1", ".5", "5.", "1/2/3", "12345678901"])
    func otherTextIsRefused(_ text: String) {
        #expect(ExactFraction(text) == nil)
    }

    /// In floating point 0.07 × 100 is above 7, and would ask for 8 hubs.
    @Test func sevenHundredthsOfAHundredAreSeven() throws {
        #expect((0.07 * 100).rounded(.up) == 8)
        let share = try #require(ExactFraction("0.07"))
        let rule = ShareRequirement.atLeastFraction(numerator: share.numerator, denominator: share.denominator)
        #expect(rule.required(of: 100) == 7)
        #expect(rule.required(of: 101) == 8)
    }

    @Test func everyPercentOfAHundredIsItself() throws {
        for percent in 0...100 {
            let share = try #require(ExactFraction("\(percent)%"))
            let rule = ShareRequirement.atLeastFraction(numerator: share.numerator, denominator: share.denominator)
            #expect(rule.required(of: 100) == percent)
        }
    }
}
