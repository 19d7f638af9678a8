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
        var areas = "code,name,x,y,kind,children,households,nocar\n"
        for (index, children) in children.enumerated() {
            let (x, y) = (400_500 + index % 4 * 1_000, 300_500 + index / 4 * 1_000)
            areas += "E010000\(10 + index),Area \(index),\(x),\(y),urban,\(children),100,30\n"
        }
        _ = try scratch.write("areas.csv", areas)
        let rows = sites.map { "\($0.id),Hall \($0.id),\(400_000 + $0.x),\(300_000 + $0.y)\n" }.joined()
        _ = try scratch.write("sites.csv", "id,name,x,y\n" + rows)
        _ = try scratch.write("study.yaml", study)
    }

    private var study: String {
        """
        hubplan: 1
        name: Night town
        crs: EPSG:27700
        areas:
          file: areas.csv
          key: code
          vintage: LSOA 2021
          name: name
          point: {x: x, y: y, crs: EPSG:27700}
          settlement: {column: kind, urban: urban, rural: rural}
        households: {total: households, withoutCar: nocar}
        services:
          youngFutures:
            children: children
            count: \(count)
            objective: mean
            travel: {traveller: youngPersonAlone}
        sites:
          halls:
            file: sites.csv
            key: id
            name: name
            point: {x: x, y: y, crs: EPSG:27700}
            suits: [youngFutures]
        """
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

    static let quiet = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
}
