import Testing

@testable import HubModel

@Suite struct CSVTextTests {
    @Test(arguments: [
        ("=HYPERLINK(A1)", "'=HYPERLINK(A1)"), ("+44 20 7946", "'+44 20 7946"), ("@SUM(A1)", "'@SUM(A1)"),
        ("- two beds", "'- two beds"), ("\tx", "'\tx"), ("-12.5", "-12.5"), ("+3", "+3"), ("-1e-3", "-1e-3"),
        ("Ore Library", "Ore Library"), ("", ""), ("a=b", "a=b"), ("−4", "−4"),
    ])
    func textThatASpreadsheetWouldWorkOutHasAnApostrophe(_ text: String, _ written: String) {
        #expect(CSVText.guarded(text) == written)
    }

    @Test(arguments: [
        ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"so\"", "\"say \"\"so\"\"\""), ("two\nlines", "\"two\nlines\""),
        ("", ""),
    ])
    func fieldsAreQuotedWhereTheyMustBe(_ text: String, _ written: String) {
        #expect(CSVText.field(text) == written)
    }

    @Test func numbersAreAsShortAsTheyGo() {
        #expect([3000, -2, 0.25, -0.0, 1e16, .infinity].map(\.plain) == ["3000", "-2", "0.25", "0", "1e+16", "inf"])
    }

    @Test func theNearestWholeNumberOfAnythingIsOne() {
        #expect([2.5, -2.5, 1e300, -.infinity, .nan].map { Int(nearest: $0) } == [3, -3, .max, .min, 0])
        #expect(UInt8(nearest: -4) == 0 && UInt8(nearest: 256) == 255)
    }
}
