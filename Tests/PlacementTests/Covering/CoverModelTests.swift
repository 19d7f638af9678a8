import HubModel
import HubPlanTestSupport
import Testing

@testable import Placement

@Suite struct CoverModelTests {
    /// The sets tell the objective of every plan.
    @Test(arguments: RandomProblem.Objective.allCases)
    func setsTellTheObjective(_ objective: RandomProblem.Objective) throws {
        for seed in UInt64(0)..<60 {
            let service = RandomProblem.service(seed: seed, objective: objective)
            let rows = try rows(service)
            let sites = SiteRules(service).allowedSites
            let cover = CoverSets(rows, among: sites, open: [])
            let columns = CoverPlan.Columns(cover)
            for open in BruteForce.subsets(of: sites.count, taking: min(service.count, sites.count)).prefix(20) {
                let plan = CoverPlan(cover, columns, open: open.map { Int32($0) })
                #expect(
                    plan.objective == BruteForce.cost(of: open.map { sites[Int($0)] }, in: service), "seed \(seed)")
            }
        }
    }

    /// At the duals the exact bound is the optimum of the linear program, up to rounding, and never above a plan's cost.
    @Test(arguments: RandomProblem.Objective.allCases)
    func dualsAreMultipliersOfTheBestBound(_ objective: RandomProblem.Objective) throws {
        var compared = 0
        for seed in UInt64(0)..<150 {
            let service = RandomProblem.service(seed: seed, objective: objective)
            guard objective != .reach, let best = BruteForce.best(of: service) else { continue }
            let rows = try rows(service)
            let rules = SiteRules(service)
            let tree = LimitTree(rules)
            let live = LiveSites(rules)
            let sets = CoverSets(rows, among: live.free, open: live.fixedOpen)
            let model = CoverModel(sets, rules: rules, tree: tree, open: live.fixedOpen, isRelaxed: true)
            guard let found = try LinearSolver().relax(model.linear, limits: LinearSolver.Limits()) else { continue }
            let parts = zip(model.linear.cost, found.values).map { $0 * $1 }
            let value = parts.reduce(Double(sets.constant), +)
            let exact = ExactBound(
                model.multipliers(found.duals), rows: rows, rules: rules, tree: tree, live: live, cutoff: .max,
                threads: 1)
            #expect(exact.bound <= best.objective, "seed \(seed)")
            #expect(Double(exact.bound) > value - 1 - 1e-6 * abs(value), "seed \(seed)")
            compared += 1
        }
        #expect(objective == .reach || compared > 50)
    }

    /// Losses, counts and objective after many swaps are those of a plan made afresh.
    @Test func swapsKeepEverySum() throws {
        var service = ScatteredTown.service(areas: 80, sites: 40, count: 6, seed: 8)
        service.burden = .steps(thresholds: [90, 180], values: [2, 5])
        let cover = CoverSets(try rows(service), among: SiteRules(service).allowedSites, open: [])
        let columns = CoverPlan.Columns(cover)
        var plan = CoverPlan(cover, columns, open: [0, 1, 2, 3, 4, 5])
        var numbers = SeededNumbers(1)
        for _ in 0..<200 {
            let entering = Int32.random(in: 0..<40, using: &numbers)
            guard plan.slot[Int(entering)] < 0 else { continue }
            plan.swap(at: Int.random(in: 0..<6, using: &numbers), for: entering)
            let fresh = CoverPlan(cover, columns, open: plan.open)
            #expect(plan.objective == fresh.objective)
            #expect(plan.losses == fresh.losses)
            #expect(plan.counts == fresh.counts)
        }
    }

    private func rows(_ service: ServiceProblem) throws -> ContributionRows {
        ContributionRows(try ContributionSource(service), length: service.siteCount, threads: 1)
    }
}
