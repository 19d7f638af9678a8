import Foundation
import HubModel
import HubPlanTestSupport
import Testing

@testable import HubPlanBenchmarks

@Suite struct EventLogTests {
    private func event(_ incumbent: Int64, _ bound: Int64?, nodes: Int = 0) -> SolveEvent {
        SolveEvent(
            service: "s", stage: "bound", incumbent: incumbent, bound: bound, work: 7, nodes: nodes, seconds: 0)
    }

    @Test func levelsAreReachedOnceAndNodesAreKept() throws {
        let folder = try ScratchFolder()
        let path = folder.file("events.jsonl")
        var log = try EventLog(started: Date(), unit: 100, path: path, isVerbose: false)
        log.record(event(100_000, nil))
        log.record(event(100_000, 98_999))
        #expect(log.certified.isEmpty)
        log.record(event(100_000, 99_000, nodes: 4))
        #expect(log.certified.keys.sorted() == ["1 %"])
        let reached = log.certified["1 %"]
        log.record(event(100_000, 100_000))
        #expect(log.certified.keys.sorted() == ["0.01 %", "0.1 %", "1 %"])
        #expect(log.certified["1 %"] == reached)
        #expect(log.nodes == 4)

        let lines = try String(decoding: folder.read("events.jsonl"), as: UTF8.self).split(separator: "\n")
        #expect(lines.count == 4)
        let last = try #require(try JSONSerialization.jsonObject(with: Data(lines[3].utf8)) as? [String: Any])
        #expect(last["incumbent"] as? Double == 1000)
        #expect(last["bound"] as? Double == 1000)
        #expect(last["gap"] as? Double == 0)
        let first = try #require(try JSONSerialization.jsonObject(with: Data(lines[0].utf8)) as? [String: Any])
        #expect(first["bound"] == nil)
    }

    @Test func aFolderThatIsNotThereIsASentence() {
        #expect(throws: BenchmarkError.self) {
            try EventLog(started: Date(), unit: 1, path: "/nowhere/at/all", isVerbose: false)
        }
    }
}
