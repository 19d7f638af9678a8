import HubModel
import HubPlanTestSupport
import Testing

@testable import Placement

@Suite struct InterchangeTests {
    /// Nearest, second nearest and objective after many random swaps, against a plan made afresh.
    @Test(arguments: [2, 10, 40], [false, true])
    func swapsKeepThePlanExact(length: Int, capped: Bool) throws {
        var service = ScatteredTown.service(areas: 60, sites: 40, count: 6, seed: 8, grain: 25)
        service.travel = ShortRows(service.travel)
        let rules = SiteRules(service)
        let rows = ContributionRows(try ContributionSource(service), length: length, threads: 2)
        let cap = capped ? rows.radius.map { $0 / 2 } : nil
        let columns = ContributionColumns(rows, active: rules.allowedSites, cap: cap)
        var plan = OpenPlan([0, 1, 2, 3, 4, 5], rows: rows, rules: rules)
        plan.follow(columns, rows: rows)
        var numbers = SplitMix(seed: 3)
        for _ in 0..<60 {
            let entering = UInt32(numbers.below(40))
            guard plan.place[Int(entering)] < 0 else { continue }
            var changed: [UInt32] = []
            plan.swap(
                out: plan.open[numbers.below(6)], in: entering, rows: rows, rules: rules, columns: columns,
                changed: &changed)
            let fresh = OpenPlan(plan.open, rows: rows, rules: rules)
            #expect(plan.nearest == fresh.nearest)
            #expect(plan.second == fresh.second)
            #expect(plan.objective == BruteForce.cost(of: plan.open, in: service))
        }
    }

    @Test(arguments: [2, 40])
    func goingBackUndoesEverySwap(length: Int) throws {
        var service = ScatteredTown.service(areas: 60, sites: 40, count: 6, seed: 9, grain: 25)
        service.travel = ShortRows(service.travel)
        let rules = SiteRules(service)
        let rows = ContributionRows(try ContributionSource(service), length: length, threads: 2)
        let columns = ContributionColumns(rows, active: rules.allowedSites, cap: rows.radius.map { $0 / 2 })
        var plan = OpenPlan([0, 1, 2, 3, 4, 5], rows: rows, rules: rules)
        plan.follow(columns, rows: rows)
        var numbers = SplitMix(seed: 5)
        for _ in 0..<40 {
            let before = plan
            plan.mark()
            for _ in 0...numbers.below(4) {
                let entering = UInt32(numbers.below(40))
                guard plan.place[Int(entering)] < 0 else { continue }
                var changed: [UInt32] = []
                plan.swap(
                    out: plan.open[numbers.below(6)], in: entering, rows: rows, rules: rules, columns: columns,
                    changed: &changed)
            }
            guard numbers.below(3) > 0 else { continue }
            plan.goBack()
            #expect(plan.open == before.open)
            #expect(plan.nearest == before.nearest && plan.second == before.second)
            #expect(plan.objective == before.objective && plan.losses == before.losses)
            #expect(plan.limitCounts == before.limitCounts && plan.place == before.place)
        }
    }

    @Test func theHeapGivesTheLargestGainFirst() {
        var numbers = SplitMix(seed: 2)
        let gains = (0..<200).map { _ in Double(numbers.below(50)) }
        var heap = GainHeap(count: gains.count) { $0 % 7 == 0 ? nil : gains[$0] }
        var left = gains.indices.filter { $0 % 7 != 0 }.sorted { (-gains[$0], $0) < (-gains[$1], $1) }
        while let first = heap.first {
            #expect(first == left.first)
            heap.removeFirst()
            left.removeFirst()
        }
        #expect(left.isEmpty)
    }

    @Test func descentEndsWhereNoSwapHelps() throws {
        for seed in UInt64(0)..<60 {
            let service = RandomProblem.service(seed: seed, objective: .mean)
            guard
                let first = BruteForce.subsets(of: service.siteCount, taking: service.count).first(where: {
                    BruteForce.keeps($0, service)
                })
            else { continue }
            let rules = SiteRules(service)
            let rows = ContributionRows(try ContributionSource(service), length: 9, threads: 1)
            let columns = ContributionColumns(rows, active: rules.allowedSites)
            var plan = OpenPlan(first, rows: rows, rules: rules)
            var interchange = Interchange(rows: rows, columns: columns, rules: rules)
            interchange.descend(&plan)
            #expect(BruteForce.keeps(plan.open, service))
            for leaving in plan.open {
                for entering in UInt32(0)..<UInt32(service.siteCount) where !plan.open.contains(entering) {
                    let other = plan.open.filter { $0 != leaving } + [entering]
                    guard BruteForce.keeps(other, service) else { continue }
                    #expect(BruteForce.cost(of: other, in: service) >= plan.objective, "seed \(seed)")
                }
            }
        }
    }

    @Test func pairedMovesPassATightShare() throws {
        // Places on a line; both hubs of the best plan change sides of the rule at once.
        let positions: [Int] = [0, 10, 100, 110]
        let costs = [0, 0, 0, 100, 110, 110].flatMap { home in positions.map { TenthMinutes(abs($0 - home)) } }
        var service = ServiceProblem(
            id: "line", siteIndices: Array(0..<4), siteNames: [],
            travel: TravelMatrix(areaCount: 6, siteCount: 4, withoutCar: costs),
            weights: [1, 0, 1, 0, 1, 0, 1, 0, 3, 0, 3, 0], burden: .mean, count: 2)
        service.limits = [SiteLimit(title: "share", sites: [1, 3], least: 1, most: 1)]
        let rules = SiteRules(service)
        let rows = ContributionRows(try ContributionSource(service), length: 4, threads: 1)
        let columns = ContributionColumns(rows, active: rules.allowedSites)
        var plan = OpenPlan([1, 2], rows: rows, rules: rules)
        var interchange = Interchange(rows: rows, columns: columns, rules: rules)
        interchange.descend(&plan)
        #expect(plan.open.sorted() == [1, 2])
        interchange.descendByPairs(&plan)
        #expect(plan.open.sorted() == [0, 3])
        #expect(plan.objective == BruteForce.best(of: service)?.objective)
    }
}
