import Testing

@testable import OpenData

@Suite("Numbers of published tables")
struct WholeNumberTests {
    @Test(arguments: [("12", 12), ("1,234", 1234), ("1e+05", 100_000), ("12.0", 12), ("-3", -3), ("0", 0)])
    func whole(text: String, number: Int) {
        #expect(WholeNumber.read(text) == number)
    }

    @Test(arguments: ["", "x", "1.5", "nan", "inf", "0x10", "1e400", "..", "٣"])
    func notWhole(text: String) {
        #expect(WholeNumber.read(text) == nil)
    }

    @Test func decimals() {
        #expect(DecimalNumber.read("-0.25") == -0.25)
        for text in ["", "nan", "inf", "0x1F", "1,5", "1 2"] { #expect(DecimalNumber.read(text) == nil) }
    }
}
