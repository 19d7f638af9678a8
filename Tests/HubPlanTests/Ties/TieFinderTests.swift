import HubModel
import HubPlanTestSupport
import Testing

@testable import HubPlan

/// Against every plan of towns small enough to try them all.
@Suite struct TieFinderTests {
    /// What six per cent more of the minutes to a hub cost, worked out journey by journey.
    private func error(_ hub: UInt32, open: [UInt32], in service: ServiceProblem) -> Int64 {
        var sum: Int64 = 0
        for area in 0..<service.areaCount {
            for household in Household.allCases {
                let journeys = open.map {
                    (service.travel.minutes(area: area, household: household, site: Int($0)), $0)
                }
                guard let nearest = journeys.min(by: <), nearest.1 == hub else { continue }
                let longer = service.burden(nearest.0 + nearest.0 * 6 / 100) - service.burden(nearest.0)
                sum += service.weights[2 * area + household.rawValue] * longer
            }
        }
        return sum
    }

    @Test(arguments: [ObjectiveRequest.mean, .reach])
    func tiesAreTheMovesWithinTheErrorAndFirmPlacesAreFirm(objective: ObjectiveRequest) throws {
        var verdicts: [HubTies.Verdict: Int] = [:]
        for seed in UInt64(0)..<12 {
            guard let town = try TieRun(seed: seed, objective: objective) else { continue }
            let (plans, open) = (town.plans, town.settled.plan.open[0])
            let objective = BruteForce.cost(of: open, in: town.service)
            for hub in town.settled.ties[0].hubs {
                let error = error(hub.site, open: open, in: town.service)
                #expect(hub.error.objective == error)
                var ties: Set<UInt32> = []
                for plan in plans where !plan.open.contains(hub.site) && plan.cost - objective <= error {
                    let others = Set(plan.open).subtracting(open)
                    if others.count == 1 { ties.formUnion(others) }
                }
                #expect(Set(hub.ties.map(\.site)) == ties)
                for tie in hub.ties {
                    let moved = (open.filter { $0 != hub.site } + [tie.site]).sorted()
                    #expect(tie.cost.objective == BruteForce.cost(of: moved, in: town.service) - objective)
                    #expect(tie.isSamePlace == (town.place(tie.site) == town.place(hub.site)))
                    // Every site of the town carries its first area.
                    let journey = town.service.travel.minutes(area: 0, household: .withoutCar, site: Int(hub.site))
                    #expect(tie.isNearby == (journey <= 900))
                }
                let without = plans.filter { plan in !plan.open.contains { town.place($0) == town.place(hub.site) } }
                let dearest = without.map(\.cost).min() ?? .max
                verdicts[hub.verdict, default: 0] += 1
                switch hub.verdict {
                case .firm: #expect(dearest > objective + error && dearest < .max)
                case .only: #expect(without.isEmpty)
                case .nearTie, .farTie:
                    #expect(hub.ties.contains { !$0.isSamePlace } || dearest <= objective + error)
                    let away = hub.ties.filter { !$0.isSamePlace }
                    if !away.isEmpty { #expect((hub.verdict == .nearTie) == away.contains { $0.isNearby }) }
                case .firmBySwaps: #expect(open.count { town.place($0) == town.place(hub.site) } > 1)
                case .given: Issue.record("nothing is given in this town")
                }
            }
        }
        #expect(
            verdicts[.firm, default: 0] > 5 && verdicts[.nearTie, default: 0] + verdicts[.farTie, default: 0] > 3,
            "\(verdicts)")
    }

    /// What the bound rules out is in no plan within the error.
    @Test func ruledOutSitesAreInNoPlanWithinTheError() throws {
        var ruledOut = 0
        for seed in UInt64(0)..<24 {
            guard let town = try TieRun(seed: seed, objective: .mean) else { continue }
            let ties = town.settled.ties[0]
            let limit =
                BruteForce.cost(of: town.settled.plan.open[0], in: town.service)
                + (ties.hubs.map(\.error.objective).max() ?? 0)
            let near = Set(town.plans.filter { $0.cost <= limit }.flatMap(\.open))
            #expect(ties.ruledOut <= TieTown.sites - near.union(town.settled.plan.open[0]).count)
            #expect(ties.others == TieTown.sites - 3)
            ruledOut += ties.ruledOut
        }
        #expect(ruledOut > 2)
    }

    /// Where every hub must stand in a listed place, other sites are not worse: they are not allowed.
    @Test func whatTheRulesForbidIsToldApartFromWhatCostsMore() throws {
        var only = 0
        for seed in UInt64(0)..<24 {
            let all = ShareRequirement.atLeastFraction(numerator: 1, denominator: 1)
            guard let town = try TieRun(seed: seed, objective: .mean, share: all) else { continue }
            let (ties, open) = (town.settled.ties[0], town.settled.plan.open[0])
            let allowed = Set(town.plans.flatMap(\.open))
            #expect(ties.notAllowed == TieTown.sites - allowed.count)
            #expect(ties.ruledOut <= allowed.subtracting(open).count)
            for hub in ties.hubs where hub.verdict == .firm || hub.verdict == .only {
                let without = town.plans.filter { plan in !plan.open.contains { town.place($0) == town.place(hub.site) }
                }
                #expect(without.isEmpty == (hub.verdict == .only))
                only += hub.verdict == .only ? 1 : 0
            }
        }
        #expect(only > 2)
    }
}
