import Foundation
import HubPlanTestSupport
import Scenarios
import Testing

@Suite("Thirty nights of slightly changed data")
struct CalmNightsTests {
    /// What thirty nights bring: every area's children change by a few per cent each night, and slowly move to the east.
    private func nights(
        within: Double, seed: UInt64, check: (RunStore, JobRecord, JobRecord?) throws -> Void
    ) throws -> Int {
        let town = try NightTown(seed: seed)
        var numbers = SeededNumbers(seed ^ 0x30)
        let base = town.children
        var job = town.job()
        job.staysWithin = within
        var moved = 0
        for night in 0..<30 {
            town.children = base.enumerated().map { index, children in
                let drift = 1 + Double(night) / 50 * (Double(index % 4) - 1.5)
                return Int(Double(children) * drift * Double.random(in: 0.96...1.04, using: &numbers)) + 1
            }
            try town.write()
            let report = try town.night([job])
            #expect(report.failed.isEmpty, "\(report.text)")
            let store = try RunStore(town.store)
            let latest = try #require(try store.latest("town"))
            let published = try store.published("town")
            try check(store, latest, published)
            guard let published else {
                try store.publish(latest, at: "2026-01-01T00:00:00Z")
                continue
            }
            if latest.services[0].sites != published.services[0].sites {
                moved += 1
                // Somebody looks at it in the morning, and publishes it.
                try store.publish(latest, at: "2026-01-\(night + 1 < 10 ? "0" : "")\(night + 1)T08:00:00Z")
            }
        }
        return moved
    }

    @Test("Published places move only where that is worth more than ε, every move explained")
    func staysCalm() throws {
        let within = 0.02
        var stayedThough = 0
        let moved = try nights(within: within, seed: 3) { store, latest, published in
            guard let published else { return }
            let calm = try #require(latest.calm?.services.first)
            let story = try #require(latest.since)
            #expect(calm.isFewest)
            #expect(calm.cost <= within)
            if latest.services[0].sites == published.services[0].sites {
                #expect(calm.changes == 0)
                #expect(try #require(calm.costOfStaying) <= within)
                #expect(story.moves.isEmpty)
                if calm.cost > 0 {
                    stayedThough += 1
                    // What is told of proof is told of this plan, and not of the best one.
                    let gap = Double(latest.objective - (latest.bound ?? 0)) / Double(latest.objective)
                    #expect(latest.outcome == .withinGap && latest.gap == gap && gap > 0)
                    let shown = try StoreText(store).show(latest)
                    #expect(!shown.contains("Proved") && shown.contains("Within"), "\(shown)")
                } else {
                    #expect(latest.outcome == .optimal && latest.gap == 0)
                }
            } else {
                // Staying was possible, and dearer than ε.
                #expect(try #require(calm.costOfStaying) > within)
                #expect(calm.obstacle == nil)
                let move = try #require(story.moves.first)
                #expect(!move.gained.isEmpty && move.gained.count == move.lost.count)
                #expect(story.changes.contains { $0.kind == .inputs })
                #expect(story.sentences[0].contains("would cost"))
            }
        }
        #expect(moved > 0, "with this drift a move is worth more than ε in the end")
        #expect(stayedThough > 0, "some nights another plan was better, by less than ε")
    }

    /// A town whose first answer is the published one.
    private func published() throws -> (town: NightTown, job: Job, store: RunStore, first: JobRecord) {
        let town = try NightTown()
        try town.write()
        var job = town.job()
        job.staysWithin = 0.05
        _ = try town.night([job])
        let store = try RunStore(town.store)
        let first = try #require(try store.latest("town"))
        try store.publish(first, at: "2026-01-01T00:00:00Z")
        return (town, job, store, first)
    }

    @Test("A night after the last answer itself was published has nothing to do")
    func publishedItself() throws {
        let (town, job, store, first) = try published()
        #expect(try town.night([job]).ends.map(\.outcome) == [.unchanged])
        #expect(try store.latest("town")?.digest == first.digest)
        town.children[0] += 1
        try town.write()
        let next = try town.night([job])
        #expect(next.ends.map(\.outcome) == [.answered])
        #expect(!next.text.contains("published"), "\(next.text)")
    }

    @Test("A published site that is gone is told as what stands in the way")
    func siteGone() throws {
        let (town, job, store, first) = try published()
        let gone = try #require(first.services[0].sites.first)
        town.sites.removeAll { $0.id == gone }
        try town.write()
        _ = try town.night([job])
        let latest = try #require(try store.latest("town"))
        let calm = try #require(latest.calm?.services.first)
        #expect(calm.changes >= 1)
        let name = try #require(first.services[0].places?.first { $0.id == gone }?.name)
        #expect(name.contains("Hall") && calm.obstacle?.contains("its site \(name) is no longer") == true)
        #expect(latest.since?.sentences.first?.contains("in place of \(name)") == true)
        #expect(latest.since?.moves.first?.obstacle != nil)
        #expect(latest.since?.sentences.first?.contains("cannot stand today") == true)
    }
}
