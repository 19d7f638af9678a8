import Foundation
import HubPlanTestSupport
import Scenarios
import Testing

@Suite("Collecting the stores of a divided batch")
struct StoreCollectionTests {
    /// Two stores that answered the same job: the first for two hubs, the second, a second later, for three.
    private func moved() throws -> (town: NightTown, old: String, new: String) {
        let town = try NightTown()
        let (old, new) = (town.scratch.file("old"), town.scratch.file("new"))
        town.count = 2
        try town.write()
        _ = try town.night([town.job()], store: old)
        // Answers are dated to the second.
        let first = try #require(try RunStore(old).nights().last?.at)
        while Clock.now() <= first { usleep(50_000) }
        town.count = 3
        try town.write()
        _ = try town.night([town.job()], store: new)
        return (town, old, new)
    }

    /// Marks the only run of a store as one that the deadline cut, or takes the mark away.
    private func mark(_ store: RunStore, cut: Bool) throws {
        var record = try #require(try store.runs().first)
        record.wasCut = cut
        try record.text().write(
            toFile: store.folder(of: record) + "/job.json", atomically: true, encoding: .utf8)
    }

    @Test("The last answer is the one that was found last, in whatever order the stores are collected")
    func latestIsTheLater() throws {
        let (town, old, new) = try moved()
        let wanted = try #require(try RunStore(new).latest("town"))
        for (number, order) in [[old, new], [new, old], [new, old, old]].enumerated() {
            let store = try RunStore(town.scratch.file("whole-\(number)"))
            _ = try StoreCollection(into: store).collect(order)
            #expect(try store.latest("town")?.digest == wanted.digest)
            let link = try FileManager.default.destinationOfSymbolicLink(atPath: store.path + "/latest/town")
            #expect(link.hasSuffix(wanted.folder))
            #expect(try store.runs().count == 2)
        }
    }

    @Test("A question asked again is its last answer again, though another was answered later")
    func askedAgain() throws {
        let (town, old, new) = try moved()
        let last = try #require(try RunStore(new).nights().last?.at)
        while Clock.now() <= last { usleep(50_000) }
        town.count = 2
        try town.write()
        let store = try RunStore(old)
        let end = try town.night([town.job()], store: old).ends[0]
        #expect(end.outcome == .unchanged)
        let whole = try RunStore(town.store)
        _ = try StoreCollection(into: whole).collect([old, new])
        #expect(try whole.latest("town")?.digest == store.latest("town")?.digest)
    }

    @Test("A run that the deadline cut gives way, folder and row, to the whole one, and not the other way round")
    func cutGivesWay() throws {
        let town = try NightTown()
        try town.write()
        let shard = try RunStore(town.scratch.file("shard"))
        _ = try town.night([town.job()], store: shard.path)
        let store = try RunStore(town.store)
        try mark(shard, cut: true)
        #expect(try StoreCollection(into: store).collect([shard.path]) == .init(new: 1, known: 0))
        let cut = try #require(try store.latest("town"))
        #expect(cut.wasCut)
        #expect(throws: BatchError.self) { try store.publish(cut, at: "2026-01-01T00:00:00Z") }
        #expect(try store.published("town") == nil)
        try mark(shard, cut: false)
        for _ in 0..<2 {
            _ = try StoreCollection(into: store).collect([shard.path])
            let whole = try #require(try store.latest("town"))
            #expect(!whole.wasCut)
            let text = try String(contentsOfFile: store.folder(of: whole) + "/job.json", encoding: .utf8)
            #expect(try text == whole.text())
            try store.publish(whole, at: "2026-01-01T00:00:00Z")
            try mark(shard, cut: true)
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: store.path + "/runs").count == 1)
    }

    @Test("A night that failed is told when it is collected, and not each time again")
    func failuresAreToldOnce() throws {
        let town = try NightTown()
        let shard = town.scratch.file("shard")
        _ = try town.night([town.job()], store: shard)
        let collection = StoreCollection(into: try RunStore(town.store))
        #expect(try collection.collect([shard]).failures.count == 1)
        #expect(try collection.collect([shard]).failures.isEmpty)
    }

    @Test("A run that was pruned does not come back with the next collection")
    func prunedStaysAway() throws {
        let (town, old, new) = try moved()
        let store = try RunStore(town.store)
        _ = try StoreCollection(into: store).collect([old, new])
        let removed = try Retention(count: 1, days: nil).prune(store, now: Date().timeIntervalSince1970)
        #expect(removed.count == 1)
        #expect(try StoreCollection(into: store).collect([old, new]) == .init(new: 0, known: 2))
        #expect(!FileManager.default.fileExists(atPath: "\(store.path)/runs/\(removed[0])"))
    }
}
