import Testing

@testable import Regions

struct PlainNumberTests {
    @Test(arguments: [("1", 1.0), (" 2.5 ", 2.5), ("-3", -3), ("1e+05", 100_000), ("+4", 4), ("0.10", 0.1)])
    func numbersAreRead(_ text: String, _ number: Double) {
        #expect(PlainNumber.read(text) == number)
    }

    @Test(arguments: ["", " ", "abc", "nan", "inf", "0x10", "1,234", "1 000", "--1", "1e999", "n/a"])
    func otherTextIsNot(_ text: String) {
        #expect(PlainNumber.read(text) == nil)
    }
}
