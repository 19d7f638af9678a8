import Foundation
import HubPlanTestSupport
import Logging
import Scenarios

/// A town of sixteen areas in a square with nine sites, in files that a test can change from night to night.
final class NightTown {
    let scratch: ScratchFolder
    /// Children of each area, row by row.
    var children: [Int]
    /// Sites by id, with their coordinates in metres from the town's corner.
    var sites: [(id: String, x: Int, y: Int)] = [
        ("a", 500, 500), ("b", 2_000, 500), ("c", 3_500, 500), ("d", 500, 2_000), ("e", 2_000, 2_000),
        ("f", 3_500, 2_000),
        ("g", 500, 3_500), ("h", 2_000, 3_500), ("i", 3_500, 3_500),
    ]
    var count = 2

    init(seed: UInt64 = 1) throws {
        var numbers = SeededNumbers(seed)
        scratch = try ScratchFolder()
        children = (0..<16).map { _ in Int.random(in: 20...200, using: &numbers) }
    }

    var store: String { scratch.file("store") }

    /// Writes study and data as they are now.
    func write() throws {
        _ = try scratch.write("areas.csv", SquareTown.areas(children: children))
        let rows = sites.map { "\($0.id),Hall \($0.id),\(400_000 + $0.x),\(300_000 + $0.y)\n" }.joined()
        _ = try scratch.write("sites.csv", "id,name,x,y\n" + rows)
        _ = try scratch.write("study.yaml", SquareTown.study("Night town", hubs: count))
    }

    /// A job of the town's study, to a proof.
    func job(_ name: String = "town") -> Job {
        var job = Job(name: name, question: scratch.file("study.yaml"))
        job.gap = 0
        return job
    }

    /// Runs one night in this process.
    func night(_ jobs: [Job], store path: String? = nil, workers: Int = 1) throws -> BatchReport {
        let store = try RunStore(path ?? store)
        let batch = try Batch(title: "Nights", jobs: jobs, store: store, workers: workers, logger: Self.quiet)
        return try batch.run(OwnWorker(store: store, base: store.former, threads: 1))
    }

    /// A batch whose deadline has passed before it begins.
    func lateBatch(_ store: RunStore) throws -> Batch {
        try Batch(title: "", jobs: [job()], store: store, workers: 1, deadline: -1, logger: Self.quiet)
    }

    static let quiet = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
}
