import HubModel
import Testing

@testable import Reports

/// What page, tables and map tell of ties, voices and the baseline.
@Suite struct TiesPageTests {
    private let view = RunView(SampleRun.settled())
    private var text: String { PageText.text(Page.html(view, map: nil)) }

    @Test func theHeadlineCountsFirmPlaces() {
        #expect(TieWords.headline(view.services[0]) == "1 of 2 places is firm; 1 is a near-tie for residents to settle")
        #expect(
            TieWords.headline(view.services[1]) == "3 of 4 places are firm; 1 is a near-tie for residents to settle")
        #expect(TieWords.headline(RunView(SampleRun.record()).services[0]) == nil)
    }

    /// A place that the rules leave no choice about is not called firm.
    @Test func theHeadlineTellsPlacesOfTheRulesApart() {
        var record = SampleRun.settled()
        record.ties[0].hubs[0].verdict = .only
        let view = RunView(record)
        #expect(
            TieWords.headline(view.services[0])
                == "None of the 2 places is firm; for 1 the rules leave no other; 1 is a near-tie for residents to settle"
        )
        #expect(PageText.text(Page.html(view, map: nil)).contains("no other place keeps the rules"))
        #expect(TieWords.together(view)?.hasPrefix("3 of 6 places are firm; for 1 the rules leave no other;") == true)
    }

    @Test func costsAreWords() {
        #expect(TieWords.cost(0.25, -9) == "+0.25 minutes on average, 9 children fewer within reach")
        #expect(TieWords.cost(-0.5, 1) == "−0.50 minutes on average, 1 child more within reach")
        #expect(TieWords.cost(0.1, 0) == "+0.10 minutes on average, as many within reach")
        #expect(TieWords.cost(0, 0) == "nothing")
        #expect(TieWords.cost(nil, nil) == "not known")
    }

    @Test func thePageTellsAllThree() {
        for part in [
            "Firm places, and ties for residents to settle", "firm: proved", "firm by single moves, not proved",
            "31 of the 40 other possible sites are out of the question",
            "With 9 of the 50 other possible sites no list keeps the rules, whatever its minutes.",
            "another list without it",
            "What residents said",
            "honoured: it settled a tie", "from the best lists known", "Beside today: who gains, who loses",
            "no change",
        ] {
            #expect(text.contains(part), "the page does not say: \(part)")
        }
    }

    @Test func everyTieVoiceAndChangeIsInATable() {
        let tables = RunTables.files(view)
        func table(_ name: String) -> Table? { tables.first { $0.name == name } }
        #expect(table("ties")?.rows.count == 9)
        #expect(table("voices")?.rows.count == 3)
        #expect(table("changes")?.rows.count == 12)
        #expect(table("hubs")?.columns.last?.key == "compared")
        #expect(table("assignments")?.columns.contains { $0.key == "today_minutes_there_and_back" } == true)
    }

    @Test func everyColumnIsExplained() {
        for table in RunTables.files(view) {
            #expect(table.rows.allSatisfy { $0.count == table.columns.count }, "\(table.name)")
            for column in table.columns {
                #expect(column.meaning.hasSuffix("."), "\(table.name).csv, \(column.key)")
                #expect(column.kind != .decimal || column.unit != nil, "\(table.name).csv, \(column.key)")
            }
        }
    }

    @Test func anotherBaselineIsCalledByItsName() {
        var record = SampleRun.settled()
        record.baselineTitle = "the list now.csv"
        let view = RunView(record)
        #expect(
            RunTables.assignments(view).columns.suffix(3).map(\.key) == [
                "baseline_minutes_there_and_back", "no_way", "baseline_no_way",
            ])
        #expect(PageText.text(Page.html(view, map: nil)).contains("Mean minutes in the list now.csv"))
        #expect(ResultDocument.json(view).compact.contains("\"today\":null"))
    }

    /// Bands of change meet at nothing, and small ones end where the legend says.
    @Test func bandsOfChange() {
        let bands = ChangeBands(view.services[0].service)
        #expect(bands.small == 120)
        #expect([-121, -120, -1, 0, 1, 120, 121].map { bands.band(of: $0) } == [0, 1, 1, 2, 3, 3, 4])
        #expect(bands.title(of: 4) == "longer by more than 12 minutes")
    }
}
