import HubModel
import Testing

@testable import Reports

@Suite struct EventLinesTests {
    private let events = [
        SolveEvent(
            service: "earlyYears", stage: "bound", incumbent: 200, bound: 150, work: 7, nodes: 3, open: 2,
            checkpoint: 5,
            seconds: 1.5, memory: 99),
        SolveEvent(service: "", stage: "all", incumbent: nil, bound: nil, work: 9, seconds: 2),
    ]

    @Test func aLineHoldsWhatRepeatsAndNothingElse() {
        #expect(
            EventLines.text(events) == """
                {"stage":"bound","service":"earlyYears","incumbent":200,"bound":150,"gap":0.25,"nodes":3,"open":2,"work":7,"checkpoint":5}
                {"stage":"all","service":null,"incumbent":null,"bound":null,"gap":null,"nodes":0,"open":0,"work":9,"checkpoint":0}

                """)
    }

    @Test func linesAreReadBackAsTheyWere() throws {
        let text = EventLines.text(events)
        #expect(try EventLines.text(EventLines.read(text)) == text)
    }

    @Test func aLineThatIsNoEventIsNamed() {
        let error = #expect(throws: ReportError.self) {
            try EventLines.read(EventLines.text(events) + "{\"stage\":1}\n")
        }
        #expect(error?.description.contains("Line 3 of events.jsonl") == true)
    }

    @Test func timingHasOneEntryAnEvent() throws {
        var record = SampleRun.record()
        record.events = events
        let timing = try #require(record.timing)
        let text = TimingDocument.json(timing, of: record).compact
        #expect(text.contains(#""events":[{"seconds":1.5,"memoryBytes":99},{"seconds":2.0,"memoryBytes":0}]"#))
        #expect(text.contains(#""cpuSeconds":2.5"#))
        #expect(text.contains(#""secondsAsked":600.0"#))
    }

    /// Which of the three stopped a run differs between a run and its repetition.
    @Test(arguments: [StopReason.timeLimit, .interrupted, .checkpoint])
    func whoStoppedARunIsInTheTimingAlone(stop: StopReason) throws {
        var record = SampleRun.record()
        record.solution?.stop = stop
        record.solution?.stoppedAt = [7, 9]
        let result = ResultDocument.text(record)
        #expect(result.contains(#""stop": "checkpoint""#))
        #expect(!result.contains("econds"))
        let page = PageText.text(Page.html(RunView(record), map: nil))
        #expect(page.contains("The same command with --stop-at 7,9 in place of its time limit repeats it exactly."))
        #expect(TimingDocument.json(try #require(record.timing), of: record).compact.contains("\"\(stop.rawValue)\""))
    }
}
