import Foundation
import HubPlanTestSupport
import Scenarios
import Testing

@Suite("A run store")
struct RunStoreTests {
    /// Answers the town's question for several numbers of hubs, one night each.
    private func town(nights: Int) throws -> NightTown {
        let town = try NightTown()
        for night in 0..<nights {
            town.count = 2 + night
            try town.write()
            _ = try town.night([town.job()])
        }
        return town
    }

    @Test("A run folder in place that a killed process did not note is taken up, and the store is as if it had")
    func takesUp() throws {
        let town = try town(nights: 1)
        let before = try StoreText(RunStore(town.store)).lasting()
        // As after a kill between folder and rows: the database knows nothing.
        for file in ["hubplan.sqlite", "hubplan.sqlite-wal", "hubplan.sqlite-shm"] {
            try? FileManager.default.removeItem(atPath: town.store + "/" + file)
        }
        let end = try town.night([town.job()]).ends[0]
        #expect(end.outcome == .taken)
        #expect(try StoreText(RunStore(town.store)).lasting() == before)
    }

    @Test("A pointer that a killed process did not make is mended by the next batch")
    func mendsLinks() throws {
        let town = try town(nights: 1)
        try FileManager.default.removeItem(atPath: town.store + "/latest/town")
        _ = try town.night([town.job()])
        #expect(FileManager.default.fileExists(atPath: town.store + "/latest/town/result.json"))
    }

    @Test("Publishing alone moves the pointer, and a later answer does not")
    func publishes() throws {
        let town = try town(nights: 2)
        let store = try RunStore(town.store)
        let runs = try store.runs()
        let first = try #require(runs.first { $0.services[0].sites.count == 2 })
        #expect(try store.published("town") == nil)
        try store.publish(first, at: "2026-01-01T00:00:00Z")
        #expect(try store.published("town")?.digest == first.digest)
        #expect(
            try FileManager.default.destinationOfSymbolicLink(atPath: town.store + "/published/town").hasSuffix(
                first.folder))
        town.count = 4
        try town.write()
        _ = try town.night([town.job()])
        #expect(try store.published("town")?.digest == first.digest)
        #expect(try store.nights(of: "town").contains { $0.outcome == .published })
        #expect(try StoreText(store).show(first).contains("Published 2026-01-01"))
    }

    @Test("A run is found by its job, its folder and the first digits of its digest")
    func finds() throws {
        let town = try town(nights: 2)
        let store = try RunStore(town.store)
        let latest = try #require(try store.latest("town"))
        let other = try #require(try store.runs().first { $0.digest != latest.digest })
        #expect(try store.find("town").digest == latest.digest)
        #expect(try store.find("somewhere/runs/" + other.folder).digest == other.digest)
        #expect(try store.find(String(other.digest.prefix(8))).digest == other.digest)
        #expect(throws: BatchError.self) { try store.find("nowhere") }
        #expect(throws: BatchError.self) { try RunStore.existing(town.scratch.file("no-store")) }
    }

    @Test("Retention removes folders that neither number nor age keeps, and never the last or the published one")
    func prunes() throws {
        let town = try town(nights: 4)
        let store = try RunStore(town.store)
        let first = try #require(try store.runs().first { $0.services[0].sites.count == 2 })
        try store.publish(first, at: "2026-01-01T00:00:00Z")
        let now = Date().timeIntervalSince1970
        #expect(try Retention(count: nil, days: nil).prune(store, now: now).isEmpty)
        #expect(try Retention(count: 1, days: 30).prune(store, now: now).isEmpty)
        let removed = try Retention(count: 1, days: 30).prune(store, now: now + 40 * 86_400)
        #expect(removed.count == 2)
        #expect(FileManager.default.fileExists(atPath: store.folder(of: first)))
        let latest = try #require(try store.latest("town"))
        #expect(FileManager.default.fileExists(atPath: store.folder(of: latest)))
        #expect(try store.runs().count == 4)
        #expect(try Retention(count: 1, days: 30).prune(store, now: now + 40 * 86_400).isEmpty)
        let gone = try #require(try store.runs().first { removed.contains($0.folder) })
        #expect(throws: BatchError.self) { try store.publish(gone, at: "2026-01-02T00:00:00Z") }
        // Asked again, it is answered again.
        town.count = gone.services[0].sites.count
        try town.write()
        #expect(try town.night([town.job()]).ends[0].outcome == .answered)
        #expect(FileManager.default.fileExists(atPath: store.folder(of: gone)))
    }

    @Test("A folder that a prune was killed before it removed goes with the next")
    func finishesPruning() throws {
        let town = try town(nights: 3)
        let store = try RunStore(town.store)
        let latest = try #require(try store.latest("town"))
        let now = Date().timeIntervalSince1970
        let removed = try Retention(count: 0, days: nil).prune(store, now: now)
        #expect(removed.count == 2)
        // As after a kill between row and folder, and another while the folder was removed.
        for name in [removed[0], ".removed-" + removed[1]] {
            try FileManager.default.copyItem(atPath: store.folder(of: latest), toPath: "\(store.path)/runs/\(name)")
        }
        #expect(try Retention(count: 0, days: nil).prune(store, now: now).isEmpty)
        #expect(try FileManager.default.contentsOfDirectory(atPath: store.path + "/runs") == [latest.folder])
    }

    @Test("Several prunes and publications at once leave every published run its folder")
    func prunesAndPublishesAtOnce() async throws {
        let town = try town(nights: 5)
        let path = town.store
        let runs = try RunStore(path).runs()
        await withTaskGroup(of: Void.self) { group in
            for number in 0..<3 {
                group.addTask {
                    #expect(throws: Never.self) {
                        try Retention(count: 3 - number, days: nil).prune(
                            RunStore(path), now: Date().timeIntervalSince1970)
                    }
                }
            }
            for run in runs {
                group.addTask {
                    guard let store = try? RunStore(path) else { return }
                    // One that was pruned before is refused.
                    try? store.publish(run, at: "2026-01-01T00:00:00Z")
                }
            }
        }
        let store = try RunStore(path)
        let published = try #require(try store.published("town"))
        #expect(FileManager.default.fileExists(atPath: store.path + "/published/town/result.json"))
        #expect(FileManager.default.fileExists(atPath: store.folder(of: published) + "/result.json"))
    }

    @Test("What lasts of an answer does not depend on the order of the questions")
    func lastsWhateverTheOrder() throws {
        let town = try NightTown()
        let lasting = try [[2, 3], [3, 2]].map { counts in
            let path = town.scratch.file("store-\(counts[0])")
            for count in counts {
                town.count = count
                try town.write()
                _ = try town.night([town.job()], store: path)
            }
            let runs = try StoreText(RunStore(path)).lasting().split(separator: "\n").filter { $0.hasPrefix("{") }
            #expect(runs.count == 2)
            return runs
        }
        #expect(lasting[0] == lasting[1])
    }

    @Test("Shards collected are the store that one batch makes, collected twice no more")
    func collects() throws {
        let town = try NightTown()
        try town.write()
        let jobs = (0..<5).map { number -> Job in
            var job = town.job("job-\(number)")
            job.seed = UInt64(number)
            return job
        }
        _ = try town.night(jobs, store: town.scratch.file("whole"))
        let shards = try (1...3).map { number -> String in
            let path = town.scratch.file("shard-\(number)")
            _ = try town.night(try #require(Shard("\(number)/3")).part(of: jobs), store: path)
            return path
        }
        let store = try RunStore(town.store)
        #expect(try StoreCollection(into: store).collect(shards) == .init(new: 5, known: 0))
        #expect(try StoreCollection(into: store).collect(shards) == .init(new: 0, known: 5))
        #expect(try StoreText(store).lasting() == StoreText(RunStore(town.scratch.file("whole"))).lasting())
        #expect(try store.nights().count == 5)
        for record in try store.runs() {
            #expect(FileManager.default.fileExists(atPath: store.folder(of: record) + "/report.html"))
        }
    }
}
