import Foundation
import HubPlanTestSupport
import Scenarios
import Testing

@Suite("What a batch tells")
struct BatchReportTests {
    private func end(_ job: String, _ outcome: JobEnd.Outcome, moves: Bool = false) -> JobEnd {
        var end = JobEnd(job, outcome, "A sentence about \(job).")
        let move = NightStory.Move(
            service: "youth", title: "Youth hub", gained: [.init(id: "b", name: "Hall b")],
            lost: [.init(id: "a", name: "Hall a")], costOfStaying: 0.02, obstacle: nil, isTie: false)
        end.story =
            moves ? NightStory(former: "0", changes: [Change(.inputs, "areas.csv changed")], moves: [move]) : nil
        end.gap = 0.001
        return end
    }

    @Test("The first line fits a text message whatever the names are")
    func fitsAMessage() {
        let ends = (0..<40).map {
            end(
                String(repeating: "long-name-", count: 7) + "\($0)", $0 % 3 == 0 ? .failed : .answered,
                moves: $0 % 3 == 1)
        }
        let line = BatchReport(title: "Nächte", ends: ends, seconds: 1).firstLine
        #expect(line.count <= 160)
        #expect(!line.contains { !$0.isASCII })
        let short = BatchReport(
            title: "Nights", ends: [end("a", .answered, moves: true), end("b", .unchanged)], seconds: 1)
        #expect(short.firstLine == "Nights: 2 jobs, 1 moved: a (inputs); 1 unchanged")
        #expect(short.text.contains("a: Youth hub: Hall b in place of Hall a."))
        #expect(short.text.contains("The plan before would cost 2.00 % more today. Since then areas.csv changed."))
    }

    @Test("Metrics have a sample a job, and are in place whole")
    func metrics() throws {
        let report = BatchReport(title: "Nights", ends: [end("a", .answered), end("b", .held)], seconds: 12.5)
        let scratch = try ScratchFolder()
        try BatchMetrics(report, finished: 1_000).write(to: scratch.file("night.prom"))
        let text = String(decoding: try scratch.read("night.prom"), as: UTF8.self)
        #expect(text.contains("# TYPE hubplan_batch_failures gauge\nhubplan_batch_failures 1.0\n"))
        #expect(text.contains("hubplan_job_failed{job=\"b\"} 1.0\n"))
        #expect(text.contains("hubplan_job_gap{job=\"a\"} 0.001\n"))
        #expect(try scratch.names() == ["night.prom"])
        #expect(throws: BatchError.self) { try BatchMetrics(report, finished: 0).write(to: scratch.file("no/where")) }
    }

    @Test("A program that is told of a night finds it in its environment, whatever the sentences hold")
    func hook() throws {
        let scratch = try ScratchFolder()
        let program = try scratch.write(
            "tell", "#!/bin/sh\nprintf '%s|%s' \"$HUBPLAN_FAILED\" \"$HUBPLAN_SUMMARY\" > \"$HUBPLAN_STORE/told\"\n")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
        let report = BatchReport(title: "$(touch bad); `id`", ends: [end("a", .failed)], seconds: 1)
        #expect(Hook(program).tell(report, store: scratch.path) == nil)
        let told = String(decoding: try scratch.read("told"), as: UTF8.self)
        #expect(told == "a|$(touch bad); `id`: 1 job, 1 FAILED: a")
        #expect(Hook("/no/such/program").tell(report, store: scratch.path)?.contains("no such program") == true)
        #expect(Hook("false").tell(report, store: scratch.path)?.contains("ended with 1") == true)
    }
}
