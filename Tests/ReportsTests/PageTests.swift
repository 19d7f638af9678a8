import Foundation
import HubModel
import Testing

@testable import Reports

@Suite struct PageTests {
    private func page(_ record: RunRecord) -> String { Page.html(RunView(record), map: nil) }

    /// The committed text, beside this file. To renew it after a wanted change, delete it and run the test twice.
    @Test(arguments: ["solved", "measured", "settled"])
    func readsAsCommitted(_ name: String) throws {
        let record =
            switch name {
            case "solved": SampleRun.record()
            case "measured": SampleRun.measuredList()
            default: SampleRun.settled()
            }
        let text = PageText.text(page(record))
        let golden = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Golden/\(name).txt")
        guard FileManager.default.fileExists(atPath: golden.path) else {
            try Data(text.utf8).write(to: golden)
            Issue.record("Golden/\(name).txt was missing and has been written; read it, then commit it.")
            return
        }
        #expect(text == (try String(contentsOf: golden, encoding: .utf8)))
    }

    @Test func firstPageIsShortAndPlain() {
        for record in [SampleRun.record(), SampleRun.measuredList(), SampleRun.settled()] {
            let first = PageText.text(PageText.part(of: page(record), from: "<main id=\"main\">", to: "<nav"))
            let words = first.split(whereSeparator: \.isWhitespace)
            #expect(words.count < 200, "\(words.count) words: \(first)")
            #expect(words.count > 60)
            let ours = [
                "incumbent", "dual", "bound ", "objective", "optimal", "heuristic", "solver", "algorithm", "median",
                "demand point", "assignment", "generalised", "impedance", "gap",
            ]
            for word in ours { #expect(!first.lowercased().contains(word), "the first page says \(word)") }
        }
    }

    @Test func nowhereSpeaksOfIncumbents() {
        let all = PageText.text(page(SampleRun.record())).lowercased()
        for word in ["incumbent", "dual bound", "p-median", "lagrang", "null", "optional("] {
            #expect(!all.contains(word), "the page says \(word)")
        }
    }

    @Test func escapesWhatStudiesHold() {
        let name = "<script>alert('x')</script> & \"sons\""
        let text = page(SampleRun.record(name: name))
        #expect(!text.contains("<script>"))
        #expect(text.contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;sons&quot;"))
        #expect(PageText.text(text).contains(name))
    }

    @Test func liveMapCannotBeBrokenOutOf() throws {
        let record = SampleRun.record(name: "</script><b>")
        let data = try MapData(degrees: { $0 }, simplified: { $0 }).json(RunView(record))
        let map = LiveMap(style: "", script: "var x = '</script>';\n//# sourceMappingURL=x.map", data: data)
        let text = Page.html(RunView(record), map: map)
        // The data, the map script and our own script: three elements opened, three closed.
        #expect(text.ranges(of: "<script").count == 3)
        #expect(text.ranges(of: "</script").count == 3)
        #expect(!text.contains("sourceMappingURL"))
    }

    @Test func asksForNothingFromOutside() {
        let text = page(SampleRun.record())
        for reach in ["http://", "https://", "src=", "@import", "url("] {
            #expect(!text.contains(reach), "the page holds \(reach)")
        }
    }

    @Test func headingsGoDownOneLevelAtATime() {
        let levels = page(SampleRun.record()).ranges(of: /<h([1-6])/).count
        #expect(levels > 8)
        var last = 0
        for match in page(SampleRun.measuredList()).matches(of: /<h([1-6])/) {
            let level = Int(match.output.1) ?? 0
            #expect(level <= last + 1)
            last = level
        }
    }

    @Test func borderlineIsToldBothWays() {
        let text = PageText.text(page(SampleRun.record()))
        #expect(text.contains("it could be 1 to 2"))
        #expect(text.contains("inside Ferrybridge, borderline: 18 metres from the boundary"))
    }

    @Test func definitionsThatDifferAreEachNamed() {
        var record = SampleRun.record()
        record.request.services[1].shareRule = 1
        let text = PageText.text(page(record))
        #expect(text.contains("for Young Futures hubs, the listed wards of 2020; for Early-years hubs, worst tenth"))
    }

    @Test func missedShareIsSaid() {
        var record = SampleRun.record()
        record.figures.services[0].shares[0].inside = 1
        #expect(PageText.text(page(record)).contains("at least 2 asked: missed"))
    }

    @Test func proofIsClaimedOnlyWhereThereIsOne() {
        var record = SampleRun.record()
        #expect(PageText.text(page(record)).contains("Within 0.34% of the best possible"))
        record.solution?.services[1].bound = record.figures.services[1].objective
        #expect(PageText.text(page(record)).contains("Proved: no other list"))
        record.solution?.services[1].bound = nil
        let text = PageText.text(PageText.part(of: page(record), from: "<main id=\"main\">", to: "<nav"))
        #expect(text.contains("No proof"))
        #expect(!text.contains("Proved"))
    }

    @Test func aListIsHeldAgainstTheBestThatCouldBe() {
        var record = SampleRun.measuredList()
        let text = PageText.text(page(record))
        #expect(text.contains("could do better, by at most 3.2%"))
        #expect(text.contains("Only in this list\nOld Harbour: Old Harbour Community Centre"))
        #expect(text.contains("Church hall, row 2 | Saltmarsh | Saltmarsh Community Centre | 42 metres"))
        record.figures.services[0].rules[1].found = 3
        let broken = PageText.text(page(record))
        #expect(broken.contains("This list breaks rules of the study"))
        #expect(broken.contains("at most 2 | 3 | broken"))
        #expect(!broken.contains("Proved: no other list that keeps the rules does better on the same data. Doubly"))
    }

    @Test func aRegionWithoutRulesOrBaselineStillReads() {
        var record = SampleRun.record()
        record.baseline = nil
        record.region.rules = []
        record.region.groups = []
        record.region.areaOutlines = []
        for position in 0..<2 {
            record.request.services[position].shareRule = nil
            record.figures.services[position].shares = []
            record.figures.services[position].groups = []
        }
        let text = PageText.text(page(record))
        #expect(!text.contains("Today"))
        #expect(!text.contains("stand in doubly disadvantaged"))
    }
}
