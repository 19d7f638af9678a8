import Foundation
import Testing

@testable import Reports

@Suite struct ConvergenceChartTests {
    private func svg(_ steps: [SearchTrack.Step], unit: SearchTrack.Unit = .reached) -> String {
        let track = SearchTrack(service: 0, unit: unit, steps: steps)
        let words = ConvergenceWords(track, in: RunView(SampleRun.record()))
        return ConvergenceChart(track, words: words).svg.text
    }

    /// The corners of a course, in the drawing's own units.
    private func course(_ kind: String, in svg: String) throws -> String {
        let match = try #require(svg.firstMatch(of: try Regex("class=\"course \(kind)\" d=\"([^\"]*)\"")))
        return String(try #require(match.output[1].substring))
    }

    @Test func aValueHoldsUntilTheNextStep() throws {
        let drawing = svg([
            .init(work: 0, found: 100, limit: 140), .init(work: 50, found: 120, limit: 140),
            .init(work: 100, found: 120, limit: 120),
        ])
        // 278 units wide from 70: half of the work is at 209. Higher is farther up, that is, less.
        #expect(try course("found", in: drawing) == "M70.0 174.8H209.0V98.0H348.0V98.0H348.0")
        #expect(try course("limit", in: drawing) == "M70.0 21.2H209.0V21.2H348.0V98.0H348.0")
        #expect(drawing.contains(">120</text>"))
        #expect(drawing.contains(">work done</text>"))
    }

    /// Where a limit said next to nothing at first, the rest is not flattened for it.
    @Test func anEarlyLimitRunsAlongTheEdge() throws {
        let drawing = svg([
            .init(work: 0, found: 900, limit: 100_000), .init(work: 2_000_000, found: 1_000, limit: 1_010),
            .init(work: 8_000_000, found: 1_000, limit: 1_000),
        ])
        let corners = try course("limit", in: drawing).matches(of: /V(\d+\.\d)/).compactMap { Double($0.output.1) }
        #expect(corners.allSatisfy { $0 >= 12 && $0 <= 184 })
        #expect(!drawing.contains("100,000"))
        #expect(drawing.contains("work done, in millions"))
    }

    @Test func beforeThereIsALimitNoneIsDrawn() throws {
        let drawing = svg(
            [.init(work: 0, found: 41.5, limit: nil), .init(work: 9, found: 41.25, limit: nil)], unit: .meanMinutes)
        #expect(try course("limit", in: drawing).isEmpty)
        #expect(drawing.contains(">41.4</text>"))
    }

    /// Nothing moved: a line, with ticks that differ.
    @Test(arguments: [0.0, 7, 56_000_000])
    func aFlatCourseIsStillDrawn(value: Double) throws {
        let drawing = svg([.init(work: 5, found: value, limit: value), .init(work: 5, found: value, limit: value)])
        let ticks = drawing.matches(of: /class="end"[^>]*>([^<]*)</).map { String($0.output.1) }
        #expect(!ticks.isEmpty)
        #expect(Set(ticks).count == ticks.count)
        #expect(!drawing.contains("nan"))
    }

    @Test func theTableHasTheSameNumbers() {
        let page = PageText.text(Page.html(RunView(SampleRun.record()), map: nil))
        #expect(page.contains("2,000 | 17,200 | 18,400"))
        #expect(page.contains("60,000 | 40.13 | 38.75"))
        #expect(page.contains("1,000 | 17,200 | –"))
    }

    @Test func aLongTableIsThinnedAndSaysSo() {
        var record = SampleRun.record()
        record.tracks[0].steps = (0..<100).map { .init(work: $0, found: Double($0), limit: 200) }
        let page = PageText.text(Page.html(RunView(record), map: nil))
        #expect(page.contains("(34 of 100 steps)"))
        #expect(page.contains("\n99 | 99 | 200"))
    }
}
