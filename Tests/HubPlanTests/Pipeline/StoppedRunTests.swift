import Foundation
import HubModel
import HubPlanTestSupport
import Reports
import Testing

@testable import HubPlan

/// A run folder that was cut short, and its repetition, byte for byte.
@Suite struct StoppedRunTests {
    private static let study = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Fixtures/saltmouth/study.yaml").path

    /// Ctrl-C after some step: the folder is written, and the same bytes come again from the checkpoints it names.
    @Test(arguments: [1, 4])
    func anInterruptedRunIsWrittenAndRepeats(step: Int) throws {
        let scratch = try ScratchFolder()
        var seen = 0
        var stop: (@Sendable () -> Void)?
        let session = Session(limits: SolveLimits(gap: 0)) { _, _ in
            seen += 1
            if seen == step { stop?() }
        }
        stop = session.stopper
        let answer = try session.solve(study: Self.study, dataFolder: nil)
        guard case .plan(let record) = answer.outcome, let solution = record.solution else {
            Issue.record("no plan")
            return
        }
        #expect(solution.stop == .interrupted)
        #expect(answer.verdict == .stoppedShort)
        try answer.write(to: scratch.file("run"))
        let repetition = Session(limits: SolveLimits(gap: 0, stopAt: solution.stoppedAt, threads: 1))
        try repetition.solve(study: Self.study, dataFolder: nil).write(to: scratch.file("again"))
        let files = try bytes(scratch.file("run"))
        #expect(files.keys.contains("events.jsonl"))
        #expect(try bytes(scratch.file("again")) == files)
    }

    /// Files of a run folder by name, bar the one that holds seconds and memory.
    private func bytes(_ folder: String) throws -> [String: Data] {
        var files: [String: Data] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: folder) where name != "timing.json" {
            files[name] = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name))
        }
        return files
    }
}
