import HubModel
import HubPlanTestSupport
import Testing

@testable import Placement

/// Fixing after fixing at multipliers of any kind: every plan that costs less than the cut-off stays, not the best one alone.
@Suite struct FixingTests {
    @Test func noPlanBelowTheCutOffIsEverLost() throws {
        var (closed, opened) = (0, 0)
        for seed in LongTests.seeds(400) {
            let problem = AwkwardProblem(seed)
            let service = problem.service
            let plans = BruteForce.subsets(of: service.siteCount, taking: service.count)
                .filter { BruteForce.keeps($0, service) }
                .map { (open: Set($0), cost: BruteForce.cost(of: $0, in: service)) }
            guard let start = plans.last else { continue }
            var numbers = SeededNumbers(seed)
            let cutoff = (plans.map(\.cost).randomElement(using: &numbers) ?? 0) + .random(in: 0...1, using: &numbers)
            let (rules, source) = (SiteRules(service), try ContributionSource(service))
            let tree = LimitTree(rules)
            let rows = ContributionRows(source, length: 1 + Int(seed % 9), threads: 1)
            let plan = OpenPlan(start.open.sorted(), rows: rows, rules: rules)
            var live = LiveSites(rules)
            for _ in 0..<6 {
                let exact = ExactBound(
                    multipliers(around: plan, rows, tree, &numbers), rows: rows, rules: rules, tree: tree, live: live,
                    cutoff: cutoff, threads: 1)
                let fits = plans.filter { isIn(live, $0.open) }
                #expect(exact.bound <= max(cutoff, fits.map(\.cost).min() ?? .max), "\(problem)")
                if let least = fits.map(\.cost).min(), least < cutoff { #expect(exact.bound <= least, "\(problem)") }
                for (site, cost) in zip(live.free, exact.exchange) {
                    let isChosen = exact.chosen.contains(site)
                    let other = fits.filter { $0.open.contains(site) != isChosen }.map(\.cost).min() ?? .max
                    let (claim, isBeyond) = exact.bound.addingReportingOverflow(cost)
                    #expect((isBeyond ? .max : claim) <= max(cutoff, other), "\(problem), site \(site)")
                }
                // A part without a plan below the cut-off may be emptied altogether.
                if exact.bound == .max {
                    #expect(fits.count { $0.cost < cutoff } == 0, "\(problem)")
                    break
                }
                closed += exact.closed.count
                opened += exact.opened.count
                live.fix(closed: exact.closed, open: exact.opened)
                for plan in fits where plan.cost < cutoff { #expect(isIn(live, plan.open), "\(problem)") }
            }
        }
        #expect(closed > 200 && opened > 50)
        print("Fixing closed \(closed) sites and opened \(opened).")
    }

    private func isIn(_ live: LiveSites, _ open: Set<UInt32>) -> Bool {
        open.isSuperset(of: live.fixedOpen) && open.allSatisfy { live.isLive[Int($0)] }
    }

    private func multipliers(
        around plan: OpenPlan, _ rows: ContributionRows, _ tree: LimitTree, _ numbers: inout SeededNumbers
    ) -> Multipliers {
        var multipliers = Multipliers(plan, tree: tree)
        let far = Double(max(1, rows.source.most)) / Double(max(1, rows.count))
        for row in multipliers.rows.indices {
            multipliers.rows[row] *= .random(in: 0...2, using: &numbers)
            if Int.random(in: 0..<6, using: &numbers) == 0 {
                multipliers.rows[row] += .random(in: -1...far, using: &numbers)
            }
        }
        for limit in multipliers.limits.indices {
            multipliers.limits[limit] = .random(in: -far...far, using: &numbers)
        }
        return multipliers
    }
}
