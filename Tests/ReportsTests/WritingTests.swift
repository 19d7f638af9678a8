import Testing

@testable import Reports

@Suite struct WritingTests {
    @Test func countsHaveSeparators() {
        #expect(Words.count(0) == "0")
        #expect(Words.count(999) == "999")
        #expect(Words.count(-1_234_567) == "−1,234,567")
        #expect(Words.count(1, "hub") == "1 hub")
        #expect(Words.count(2, "hub") == "2 hubs")
        #expect(Words.count(0, "library") == "0 libraries")
        #expect(["play day", "church", "box"].map(Words.plural) == ["play days", "churches", "boxes"])
    }

    @Test func decimalsAreRoundedOnce() {
        #expect(Words.decimal(12.25, digits: 1) == "12.3")
        #expect(Words.decimal(-0.04, digits: 1) == "0.0")
        #expect(Words.decimal(1.005e3, digits: 0) == "1,005")
        #expect(Words.decimal(.infinity, digits: 1) == "not known")
        #expect(Words.plain(4.80) == "4.8")
        #expect(Words.plain(2) == "2")
        #expect(Words.limit(600) == "60 minutes")
        #expect(Words.limit(10) == "1 minute")
    }

    @Test func percentagesNeverClaimAllOrNothing() {
        #expect(Words.percent(0) == "0%")
        #expect(Words.percent(0.0001) == "under 1%")
        #expect(Words.percent(0.9999) == "over 99%")
        #expect(Words.percent(1) == "100%")
    }

    @Test func gapsAreRoundedUp() {
        #expect(Words.gap(0.003701) == "0.38%")
        #expect(Words.gap(0.01) == "1%")
        #expect(Words.gap(0.0000001) == "0.01%")
    }

    @Test func listsReadAsSentences() {
        #expect(Words.list([], atMost: 3).isEmpty)
        #expect(Words.list(["a"], atMost: 3) == "a")
        #expect(Words.list(["a", "b", "c"], atMost: 3) == "a, b and c")
        #expect(Words.list(["a", "b", "c", "d"], atMost: 2) == "a, b and 2 more")
        #expect(Words.list(["a, x", "b, y", "c, z"], atMost: 2) == "a, x; b, y; and 1 more")
        #expect(Words.list(["a, x", "b, y"], atMost: 2) == "a, x; and b, y")
    }

    @Test func markupIsEscapedByItsType() {
        let name = "<b>&'\"\u{0}"
        let html: HTML = "<p title=\"\(name)\">\(name)</p>"
        #expect(html.text == "<p title=\"&lt;b&gt;&amp;&#39;&quot;\u{FFFD}\">&lt;b&gt;&amp;&#39;&quot;\u{FFFD}</p>")
        let part: HTML = "<i>\(name)</i>"
        let whole: HTML = "\(part)"
        #expect(whole == part)
    }

    @Test func jsonIsSafeInsideAScript() {
        let json = JSON.object([
            ("b", .text("</script>\u{2028}\u{1}\"\\\n")),
            ("a", .array([.whole(1), .number(0.1), .number(.nan), .null])),
        ])
        #expect(json.compact == #"{"b":"\u003c/script>\u2028\u0001\"\\\n","a":[1,0.1,null,null]}"#)
        #expect(JSON.object([("x", .array([]))]).pretty == "{\n  \"x\": []\n}\n")
    }

    @Test func fieldsAreQuotedWhereTheyMustBe() {
        let table = Table(
            caption: "t", columns: [.text("name", "Name"), .number("minutes", "Minutes")],
            rows: [
                [.text("a, \"b\"\nc"), .minutes(12.345)],
                // A quotation mark that a combining mark is attached to is still a quotation mark.
                [.text("\"\u{301}"), .change(-0.5)],
                [.text("é"), .minutes(nil)],
            ]
        )
        #expect(table.csv == "name,minutes\n\"a, \"\"b\"\"\nc\",12.35\n\"\"\"\u{301}\",-0.50\né,\n")
    }

    @Test func tablesNameTheirRowsAndColumns() {
        let table = Table(
            caption: "T <", columns: [.text("name", "Name"), .number("n", "N")], rows: [[.text("a"), .whole(1234)]])
        #expect(table.html.text.contains("<th scope=\"col\" class=\"n\">N</th>"))
        #expect(table.html.text.contains("<th scope=\"row\">a</th><td class=\"n\">1,234</td>"))
        #expect(table.html.text.contains("T &lt;"))
    }
}
