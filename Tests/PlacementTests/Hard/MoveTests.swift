import HubModel
import HubPlanTestSupport
import Testing

@testable import Placement

/// The running objective of search is the evaluator's after every move, whatever the rows, columns and burdens.
@Suite struct MoveTests {
    /// Random swaps without regard to rules, on rows cut short and columns that hold some of the sites or none.
    @Test func everyRandomSwapKeepsPlanAndLossesExact() throws {
        var moves = 0
        for seed in LongTests.seeds(160, fraction: 4) {
            var problem = AwkwardProblem(seed)
            if seed % 2 == 0 { problem.service.travel = ShortRows(problem.service.travel) }
            let service = problem.service
            guard service.siteCount > service.count else { continue }
            var numbers = SeededNumbers(seed)
            let rules = SiteRules(service)
            let rows = ContributionRows(
                try ContributionSource(service), length: .random(in: 1...9, using: &numbers), threads: 1)
            let active = RandomProblem.subset(of: service.siteCount, using: &numbers)
            let cap =
                Bool.random(using: &numbers)
                ? nil : rows.radius.map { $0 / .random(in: 1...3, using: &numbers) + 1 }
            let columns = Bool.random(using: &numbers) ? nil : ContributionColumns(rows, active: active, cap: cap)
            // Sites locked out are in no row and in no plan.
            let allowed = rules.allowedSites
            guard allowed.count > service.count else { continue }
            var plan = OpenPlan(
                Array(allowed.shuffled(using: &numbers).prefix(service.count)), rows: rows, rules: rules)
            for _ in 0..<12 {
                let closed = allowed.filter { plan.place[Int($0)] < 0 }
                guard let entering = closed.randomElement(using: &numbers),
                    let leaving = plan.open.randomElement(using: &numbers)
                else { continue }
                var changed: [UInt32] = []
                plan.swap(
                    out: leaving, in: entering, rows: rows, rules: rules, columns: columns, changed: &changed)
                try expectExact(plan, rows, rules, problem)
                moves += 1
            }
        }
        #expect(moves > 800)
    }

    /// Greedy, interchange, paired moves and perturbation, one after the other.
    @Test func everyStageOfSearchHandsOnAnExactPlanInsideTheRules() throws {
        var (plans, pairs) = (0, 0)
        for seed in LongTests.seeds(200, fraction: 4) {
            var problem = AwkwardProblem(seed)
            if seed % 2 == 0 { problem.service.travel = ShortRows(problem.service.travel) }
            let service = problem.service
            let rules = SiteRules(service)
            let rows = ContributionRows(try ContributionSource(service), length: 1 + Int(seed % 9), threads: 1)
            let columns = ContributionColumns(
                rows, active: rules.allowedSites, cap: seed % 3 == 0 ? rows.radius.map { $0 / 2 } : nil)
            let greedy = GreedyStart.plan(rows, columns, rules)
            #expect((greedy == nil) == (BruteForce.best(of: service) == nil), "\(problem)")
            guard let greedy else { continue }
            #expect(BruteForce.keeps(greedy, service), "\(problem)")
            var plan = OpenPlan(greedy, rows: rows, rules: rules)
            try expectExact(plan, rows, rules, problem)
            var interchange = Interchange(rows: rows, columns: columns, rules: rules)
            var last = plan.objective
            // Pairs help most where single swaps have not been tried.
            if seed % 4 > 1 { interchange.descend(&plan) }
            try expectBetter(plan, than: &last, rows, rules, problem)
            interchange.descendByPairs(&plan)
            if plan.objective < last { pairs += 1 }
            try expectBetter(plan, than: &last, rows, rules, problem)
            var walk = Perturbation(plan, interchange, seed: seed)
            walk.run(budget: 3000)
            try expectBetter(walk.best, than: &last, rows, rules, problem)
            plans += 1
        }
        #expect(plans > 100 && pairs > 0)
    }

    private func expectBetter(
        _ plan: OpenPlan, than last: inout Int64, _ rows: ContributionRows, _ rules: SiteRules,
        _ problem: AwkwardProblem
    ) throws {
        try expectExact(plan, rows, rules, problem)
        #expect(BruteForce.keeps(plan.open, problem.service), "\(problem)")
        #expect(plan.objective <= last, "\(problem)")
        last = plan.objective
    }

    private func expectExact(
        _ plan: OpenPlan, _ rows: ContributionRows, _ rules: SiteRules, _ problem: AwkwardProblem
    ) throws {
        let evaluated = try Evaluator.objective(of: plan.open, in: problem.service)
        #expect(plan.objective == evaluated, "\(problem)")
        let fresh = OpenPlan(plan.open, rows: rows, rules: rules)
        #expect(plan.nearest == fresh.nearest, "\(problem)")
        #expect(plan.second == fresh.second, "\(problem)")
        #expect(plan.limitCounts == fresh.limitCounts, "\(problem)")
        // What closing a site adds, where its row is not left to nobody.
        for (at, site) in plan.open.enumerated() {
            let isExact = zip(plan.losses, fresh.losses).allSatisfy { abs($0 - $1) < 1e-6 * max(1, abs($1)) }
            #expect(isExact, "\(problem), site \(site) at \(at)")
        }
    }
}
