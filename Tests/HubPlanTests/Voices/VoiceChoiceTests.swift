import HubModel
import HubPlanTestSupport
import Testing

@testable import HubPlan

@Suite struct VoiceChoiceTests {
    private func voice(_ stance: Stance, _ sites: [UInt32], row: Int = 1) -> Voice {
        Voice(row: row, stance: stance, services: [0], sites: sites, who: "somebody", date: "2026-11-24", reason: "why")
    }

    /// A town with a tie nearby, or far away, its first hub that has one, and its cheapest tied site.
    private func tied(nearby: Bool = true) throws -> (seed: UInt64, hub: HubTies, tie: TiedSite) {
        for seed in UInt64(0)..<24 {
            guard let town = try TieRun(seed: seed, objective: .mean) else { continue }
            for hub in town.settled.ties[0].hubs {
                if let tie = hub.ties.first, tie.isNearby == nearby { return (seed, hub, tie) }
            }
        }
        throw HubPlanError("No town has a tie.")
    }

    @Test func supportSettlesATieAndTheBoundStays() throws {
        let (seed, hub, tie) = try tied()
        let town = try #require(try TieRun(seed: seed, objective: .mean, voices: [voice(.support, [tie.site])]))
        #expect(town.settled.plan.open[0].contains(tie.site))
        #expect(town.settled.moves == [VoiceMove(service: 0, from: hub.site, to: tie.site, cost: tie.cost)])
        let outcome = try #require(town.settled.voices.first)
        #expect(outcome.state == .honoured && outcome.isByMove)
        let with = try #require(town.plans.filter { $0.open.contains(tie.site) }.map(\.cost).min())
        #expect(outcome.cost?.isExact == true)
        #expect(outcome.cost?.least == with - (town.solution.services[0].bound ?? 0))
        let told = try town.run.figures(of: town.settled.plan)
        #expect(told.services[0].objective == town.solution.objective + tie.cost.objective)
        #expect(told.keepsEveryRule)
    }

    /// The two would serve other people, so there is nothing for residents to settle.
    @Test func supportForATieFarAwayMovesNothing() throws {
        let (seed, hub, tie) = try tied(nearby: false)
        let town = try #require(try TieRun(seed: seed, objective: .mean, voices: [voice(.support, [tie.site])]))
        #expect(town.settled.moves.isEmpty)
        #expect(town.settled.plan.open[0].contains(hub.site))
        #expect(town.settled.voices.first?.state == .notHonoured)
    }

    @Test func anObjectionMovesTheHubAwayAndOneAgainstBothMovesNothing() throws {
        let (seed, hub, tie) = try tied()
        let away = try #require(try TieRun(seed: seed, objective: .mean, voices: [voice(.object, [hub.site])]))
        #expect(!away.settled.plan.open[0].contains(hub.site))
        #expect(away.settled.voices.first?.state == .honoured)
        let all = hub.ties.map(\.site) + [hub.site]
        let both = try #require(try TieRun(seed: seed, objective: .mean, voices: [voice(.object, all.sorted())]))
        #expect(both.settled.moves.isEmpty)
        #expect(both.settled.plan.open[0].contains(hub.site))
        #expect(both.settled.voices.first?.state == .notHonoured)
        #expect(tie.cost.objective <= hub.error.objective)
    }

    /// Support for a site that is no tie changes nothing and is told with its exact cost.
    @Test func supportBeyondTheErrorIsNotHonouredAndItsCostIsExact() throws {
        var found = 0
        for seed in UInt64(0)..<12 {
            guard let town = try TieRun(seed: seed, objective: .mean) else { continue }
            let near = Set(town.settled.ties[0].hubs.flatMap { $0.ties.map(\.site) }).union(town.best)
            guard let far = (0..<UInt32(TieTown.sites)).first(where: { !near.contains($0) }) else { continue }
            let asked = try #require(try TieRun(seed: seed, objective: .mean, voices: [voice(.support, [far])]))
            #expect(asked.settled.plan.open[0] == town.best)
            let outcome = try #require(asked.settled.voices.first)
            #expect(outcome.state == .notHonoured)
            let with = town.plans.filter { $0.open.contains(far) }.map(\.cost).min()
            #expect(outcome.cost?.isExact == true)
            #expect(outcome.cost?.least == with.map { $0 - town.solution.objective })
            found += 1
        }
        #expect(found > 3)
    }

    @Test func aVetoBindsAndItsCostIsWhatTheBestPlanLoses() throws {
        var dear = 0
        for seed in UInt64(0)..<12 {
            guard let free = try TieRun(seed: seed, objective: .reach), let site = free.best.first,
                let town = try TieRun(seed: seed, objective: .reach, voices: [voice(.veto, [site])])
            else { continue }
            #expect(!town.settled.plan.open[0].contains(site))
            let best = try #require(free.plans.map(\.cost).min())
            let without = try #require(free.plans.filter { !$0.open.contains(site) }.map(\.cost).min())
            let outcome = try #require(town.settled.voices.first)
            #expect(outcome.state == .honoured && outcome.cost?.isExact == true)
            #expect(outcome.cost?.least == without - best)
            if without > best { dear += 1 }
        }
        #expect(dear > 5)
    }
}
