import Foundation
import HubPlanTestSupport
import Logging
import Scenarios
import Synchronization
import Testing

@Suite("The steps of a batch")
struct BatchStepsTests {
    /// Says of every job that it was answered, and counts.
    private final class CountingWorker: JobWorker {
        private struct State {
            var begun = 0
            var atOnce = 0
            var most = 0
        }
        private let state = Mutex(State())
        /// How many jobs have to be at work before any of them ends.
        let together: Int

        init(together: Int = 1) {
            self.together = together
        }

        var begun: Int { state.withLock(\.begun) }
        var most: Int { state.withLock(\.most) }

        func work(on job: Job, secondsLeft: Double?) -> JobEnd {
            state.withLock { state in
                state.begun += 1
                state.atOnce += 1
                state.most = max(state.most, state.atOnce)
            }
            let began = ContinuousClock.now
            while most < together, ContinuousClock.now - began < .seconds(20) { usleep(10_000) }
            state.withLock { $0.atOnce -= 1 }
            return JobEnd(job.name, .answered, "Answered.")
        }
    }

    @Test("As many jobs are at work as there are workers, however few cores the machine has")
    func workers() throws {
        let town = try NightTown()
        try town.write()
        let jobs = (0..<20).map { town.job("job-\($0)") }
        let worker = CountingWorker(together: 20)
        let batch = try Batch(
            title: "", jobs: jobs, store: RunStore(town.store), workers: 20, logger: NightTown.quiet)
        #expect(try batch.run(worker).ends.count == 20)
        #expect(worker.most == 20)
    }

    @Test("A job that another batch is at work on is begun once, when that has ended")
    func waits() async throws {
        let town = try NightTown()
        try town.write()
        let store = try RunStore(town.store)
        let worker = CountingWorker()
        let held = Mutex<FileLock?>(try FileLock(town.store + "/locks/town", waits: false))
        let handler = try JSONLineLog(town.scratch.file("log.jsonl"))
        let logger = Logger(label: "test") { _ in handler }
        let job = town.job()
        let batch = try Batch(
            title: "", jobs: [job], store: store, workers: 2, logger: logger,
            onWaiting: { _ in
                #expect(worker.begun == 0)
                held.withLock { $0 = nil }
            })
        #expect(try batch.run(worker).ends.map(\.outcome) == [.answered])
        #expect(worker.begun == 1)
        let log = String(decoding: try town.scratch.read("log.jsonl"), as: UTF8.self)
        #expect(log.components(separatedBy: "\"job begins\"").count == 2)
    }

    @Test("A job whose feed stopped is held back by its age, though its question is as it was")
    func feedStopped() throws {
        let town = try NightTown()
        try town.write()
        var job = town.job()
        job.guards.age = 86_400
        #expect(try town.night([job]).ends.map(\.outcome) == [.answered])
        #expect(try town.night([job]).ends.map(\.outcome) == [.unchanged])
        let old = Date(timeIntervalSinceNow: -3 * 86_400)
        try FileManager.default.setAttributes([.modificationDate: old], ofItemAtPath: town.scratch.file("areas.csv"))
        let report = try town.night([job])
        #expect(report.ends.map(\.outcome) == [.held])
        #expect(report.ends[0].sentence.contains("areas.csv was last written 3 days ago"), "\(report.text)")
        #expect(try RunStore(town.store).nights().last?.outcome == .held)
        job.guards = .init(disk: 1_000_000_000_000_000)
        #expect(try town.night([job]).ends.map(\.outcome) == [.held])
    }

    @Test("What came too late stands in the history")
    func late() throws {
        let town = try NightTown()
        try town.write()
        let store = try RunStore(town.store)
        let batch = try town.lateBatch(store)
        #expect(try batch.run(CountingWorker()).ends.map(\.outcome) == [.late])
        let night = try #require(try store.nights().last)
        #expect(night.outcome == .failed && night.sentence.contains("the batch's deadline came first"))
    }

    @Test("A job that is ended is told which of its limits came first", arguments: [true, false])
    func whichLimit(isPatience: Bool) throws {
        let town = try NightTown()
        var job = town.job()
        job.patience = isPatience ? 0.1 : 600
        // A job may take a minute beyond the deadline.
        let worker = ProcessWorker(
            program: "/bin/sh", arguments: ["-c", "exec sleep 60"], store: try RunStore(town.store))
        let end = worker.work(on: job, secondsLeft: isPatience ? 600 : -59.9)
        #expect(end.outcome == (isPatience ? .failed : .late))
        #expect(end.sentence.contains(isPatience ? "`patience`" : "the batch's deadline"), "\(end.sentence)")
    }
}
