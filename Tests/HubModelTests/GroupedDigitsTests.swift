import HubModel
import Testing

@Suite struct GroupedDigitsTests {
    @Test(
        "Thousands are set apart, whatever the sign and the width",
        arguments: [
            (0, "0"), (7, "7"), (999, "999"), (1_000, "1,000"), (33_755, "33,755"), (-1_200, "−1,200"), (-12, "−12"),
            (1_234_567_890, "1,234,567,890"),
        ])
    func grouped(number: Int, words: String) {
        #expect(number.grouped == words)
        #expect(Int64(number).grouped == words)
    }

    @Test("The least and the most that there are")
    func extremes() {
        #expect(Int64.min.grouped == "−9,223,372,036,854,775,808")
        #expect(UInt64.max.grouped == "18,446,744,073,709,551,615")
    }
}
