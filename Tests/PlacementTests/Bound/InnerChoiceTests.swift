import HubModel
import HubPlanTestSupport
import Testing

@testable import Placement

/// Greedy over the tree of limits against every subset of sites.
@Suite struct InnerChoiceTests {
    private struct Case {
        var service: ServiceProblem
        var rules: SiteRules
        var tree: LimitTree
        var live: LiveSites
        var gains: [Int]
        /// Total gain of every plan that keeps count, locks and the limits in the tree.
        var plans: [(open: [UInt32], gain: Int)]
    }

    private func makeCase(_ seed: UInt64) -> Case {
        var service = RandomProblem.service(seed: seed, objective: .mean)
        var numbers = SplitMix(seed: seed &+ 99)
        // A nested limit, so that trees are deep.
        if let first = service.limits.first, first.sites.count > 1 {
            service.limits.append(
                SiteLimit(title: "nested", sites: Array(first.sites.prefix(first.sites.count / 2)), least: 0, most: 1))
        }
        let rules = SiteRules(service)
        let tree = LimitTree(rules)
        let gains = (0..<service.siteCount).map { _ in numbers.below(12) }
        var relaxed = service
        relaxed.limits = service.limits.indices.filter { !tree.crossing.contains($0) }.map { service.limits[$0] }
        let plans = BruteForce.subsets(of: service.siteCount, taking: service.count)
            .filter { BruteForce.keeps($0, relaxed) }
            .map { ($0, $0.reduce(0) { $0 + gains[Int($1)] }) }
        return Case(
            service: service, rules: rules, tree: tree, live: LiveSites(rules), gains: gains, plans: plans)
    }

    @Test func choosesTheBestPlan() {
        var nested = 0
        for seed in UInt64(0)..<400 {
            let test = makeCase(seed)
            let choice = InnerChoice(
                test.tree, classOf: test.rules.classOf, free: test.live.free, forced: test.live.fixedOpen,
                gains: test.gains)
            let gain = choice.map { $0.chosen.reduce(0) { $0 + test.gains[Int($1)] } }
            #expect(gain == test.plans.map(\.gain).max(), "seed \(seed)")
            if test.tree.parent.count > 2 { nested += 1 }
        }
        #expect(nested > 50)
    }

    @Test func exchangesCostWhatForcingDoes() throws {
        for seed in UInt64(0)..<400 {
            let test = makeCase(seed)
            guard let best = test.plans.map(\.gain).max() else { continue }
            let choice = try #require(
                InnerChoice(
                    test.tree, classOf: test.rules.classOf, free: test.live.free, forced: test.live.fixedOpen,
                    gains: test.gains))
            let costs = choice.exchanges(classOf: test.rules.classOf, free: test.live.free, gains: test.gains)
            for (site, cost) in zip(test.live.free, costs) {
                let isIn = choice.chosen.contains(site)
                let forced = test.plans.filter { $0.open.contains(site) != isIn }.map(\.gain).max()
                #expect(cost == forced.map { best - $0 }, "seed \(seed), site \(site)")
            }
        }
    }

    @Test func crossingLimitsAreAsFewAsCanBe() {
        // One share that crosses three districts: the share alone gets a multiplier.
        let service = ServiceProblem(
            id: "cross", siteIndices: Array(0..<9), siteNames: [],
            travel: TravelMatrix(areaCount: 0, siteCount: 9, withoutCar: []), weights: [], burden: .mean, count: 4,
            limits: [
                SiteLimit(title: "share", sites: [0, 3, 6], least: 2),
                SiteLimit(title: "a", sites: [0, 1, 2], least: 1),
                SiteLimit(title: "b", sites: [3, 4, 5], least: 1),
                SiteLimit(title: "c", sites: [6, 7, 8], least: 1),
            ])
        #expect(LimitTree(SiteRules(service)).crossing == [0])
    }
}
