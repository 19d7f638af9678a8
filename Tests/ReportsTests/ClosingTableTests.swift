import HubModel
import Testing

@testable import Reports

/// Closing times on the page, in `hubs.csv` and in `result.json`.
@Suite struct ClosingTableTests {
    private var record: RunRecord {
        var record = SampleRun.record()
        record.closings = record.figures.services.enumerated().map { position, service in
            guard position == 0 else { return [] }
            return service.hubs.enumerated().map { number, hub in
                LatestClosingTime(
                    site: hub.site, share: 0.9,
                    withoutCar: .init(children: 100, minute: number == 0 ? 1201 : nil),
                    everyone: .init(children: 300, minute: 1440))
            }
        }
        return record
    }

    @Test func thePageTellsEachHubsTimeInWords() {
        let text = PageText.text(Page.html(RunView(record), map: nil))
        #expect(text.contains("How late sessions can close"))
        #expect(text.contains("latest closing that gets 90% of the children home"))
        for words in ["20:01", "no hour", "any hour up to midnight"] { #expect(text.contains(words), "\(words)") }
        #expect(
            !PageText.text(Page.html(RunView(SampleRun.record()), map: nil)).contains("How late sessions can close"))
    }

    @Test func hubsHaveThreeColumnsMoreBlankWhereAServiceHasNone() throws {
        let view = RunView(record)
        let hubs = RunTables.hubs(view)
        #expect(
            hubs.columns.map(\.key).suffix(3) == ["closing_share", "latest_closing_without_car", "latest_closing"])
        #expect(hubs.rows.allSatisfy { $0.count == hubs.columns.count })
        let told = hubs.rows.map { $0.suffix(3).map(\.field) }
        #expect(told.count { $0 == ["0.9000", "20:01", "24:00"] } == 1)
        #expect(told.count { $0 == ["", "", ""] } == view.services.dropFirst().reduce(0) { $0 + $1.hubs.count })
        #expect(!RunTables.hubs(RunView(SampleRun.record())).columns.map(\.key).contains("latest_closing"))
        for column in hubs.columns { #expect(column.meaning.hasSuffix(".")) }
    }

    @Test func theResultHoldsItHubByHub() throws {
        let text = ResultDocument.json(RunView(record)).pretty
        #expect(text.contains("\"withoutCar\": \"20:01\""))
        #expect(text.contains("\"everyone\": \"24:00\""))
        #expect(text.contains("\"latestClosing\": null"))
    }
}
