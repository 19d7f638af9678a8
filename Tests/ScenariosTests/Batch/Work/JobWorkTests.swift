import Foundation
import HubPlan
import HubPlanTestSupport
import Scenarios
import Testing

@Suite("A job's night")
struct JobWorkTests {
    @Test("With data that hardly moved yesterday's proof holds, nothing is solved, and the certificate is a true one")
    func proofHolds() throws {
        let town = try NightTown()
        try town.write()
        var job = town.job()
        job.gap = 0.05
        _ = try town.night([job])
        town.children[0] += 1
        try town.write()
        _ = try town.night([job])
        let store = try RunStore(town.store)
        let latest = try #require(try store.latest("town"))
        #expect(latest.start.kind == .proofHolds, "\(latest.start.sentence)")
        #expect(latest.since?.moves.isEmpty == true)
        #expect(try #require(latest.gap) <= 0.05)
        #expect(try RunVerifier(folder: store.folder(of: latest)).holds)
    }

    @Test("Where the proof no longer reaches, the question is solved from it, with the answer of a solve from nothing")
    func solvedAnew() throws {
        let town = try NightTown()
        try town.write()
        _ = try town.night([town.job()])
        town.children = town.children.reversed().map { $0 * 3 }
        town.count = 3
        try town.write()
        _ = try town.night([town.job()])
        let store = try RunStore(town.store)
        let latest = try #require(try store.latest("town"))
        #expect(latest.start.kind == .begunFromFormer)
        #expect(latest.outcome == .optimal)
        _ = try town.night([town.job()], store: town.scratch.file("fresh"))
        let fresh = try #require(try RunStore(town.scratch.file("fresh")).latest("town"))
        #expect(fresh.start.kind == .fresh)
        #expect(fresh.objective == latest.objective)
    }

    @Test("Guards hold a job back with a sentence, and the last good plan stands")
    func guards() throws {
        let town = try NightTown()
        try town.write()
        var job = town.job()
        _ = try town.night([job])
        job.guards.rows = 0.1
        town.sites.removeLast(2)
        try town.write()
        let rows = try town.night([job]).ends[0]
        #expect(rows.outcome == .held)
        #expect(rows.sentence.contains("sites.csv has 7 rows and had 9"), "\(rows.sentence)")
        job.guards = .init(age: 3_600)
        let old = Date(timeIntervalSinceNow: -3 * 86_400)
        try FileManager.default.setAttributes([.modificationDate: old], ofItemAtPath: town.scratch.file("sites.csv"))
        let age = try town.night([job]).ends[0]
        #expect(age.outcome == .held)
        #expect(age.sentence.contains("sites.csv was last written 3 days ago"), "\(age.sentence)")
        job.guards = .init(disk: 1_000_000_000_000_000)
        let disk = try town.night([job]).ends[0]
        #expect(disk.outcome == .held)
        #expect(disk.sentence.contains("MB free"), "\(disk.sentence)")
        #expect(try RunStore(town.store).latest("town")?.question.inputs.first { $0.path == "sites.csv" }?.records == 9)
        job.guards = .init()
        #expect(try town.night([job]).ends[0].outcome == .answered)
    }
}
