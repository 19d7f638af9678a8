import HubModel
import HubPlanTestSupport
import Testing

@testable import Placement

@Suite struct CutRelaxationTests {
    /// From any multipliers it rises to the linear relaxation of the assignment model, whose duals give that value back
    /// in whole numbers; compressing changes nothing, nor does it that the program is told of most sites late.
    @Test(arguments: RandomProblem.Objective.allCases, [false, true])
    func reachesTheRelaxationOfTheAssignment(_ objective: RandomProblem.Objective, isLate: Bool) throws {
        var compared = 0
        for seed in UInt64(0)..<80 {
            let service = RandomProblem.service(seed: seed, objective: objective)
            guard let best = BruteForce.best(of: service), service.weights.contains(where: { $0 > 0 }) else { continue }
            let rules = SiteRules(service)
            let tree = LimitTree(rules)
            let rows = ContributionRows(try ContributionSource(service), length: service.siteCount, threads: 1)
            let live = LiveSites(rules)
            let merged = TreeRows(rows, live: live)
            var numbers = SplitMix(seed: seed)
            let start = merged.ends.map { Double($0) * Double(numbers.below(100)) / 100 }
            // One plan's sites keep the rules.
            let plan = best.open[0]
            var relaxation = try CutRelaxation(
                merged, rules: rules, tree: tree, fixedOpen: live.fixedOpen, multipliers: start,
                isActive: isLate ? merged.sites.map { plan.contains($0) } : nil)
            if isLate {
                let isFeasible = try relaxation.solve()
                try #require(isFeasible, "seed \(seed)")
                _ = try relaxation.separate()
                let isActive = relaxation.isActive
                try relaxation.activate(isActive.indices.filter { !isActive[$0] })
            }
            var last = -Double.infinity
            var rounds = 0
            while true {
                let isFeasible = try relaxation.solve(isCompressed: rounds % 3 == 2)
                try #require(isFeasible, "seed \(seed)")
                let value = relaxation.value
                #expect(value >= last - 1e-6 * max(1, abs(last)), "seed \(seed)")
                last = value
                rounds += 1
                if try relaxation.separate() == 0 { break }
            }
            let assignment = try Self.assignment(service)
            let scale = max(1, abs(assignment))
            #expect(abs(last - assignment) <= 1e-6 * scale, "seed \(seed)")
            let pricing = TreePricing(
                merged, rules: rules, tree: tree, fixedOpen: live.fixedOpen, most: rows.source.most)
            let (lambda, nu) = (relaxation.multipliers, relaxation.limitMultipliers)
            let standing = [TreePricing.Standing](repeating: .free, count: live.free.count)
            let found = pricing.price(
                lambda: pricing.whole(lambda), nu: pricing.whole(limits: nu), standing: standing, cutoff: .max / 4)
            let value = Double(try #require(found).value) / Double(pricing.scale)
            #expect(value >= assignment - 1e-6 * scale - 1, "seed \(seed)")
            compared += 1
        }
        #expect(compared > 40)
    }

    /// The textbook model: x of each demand point and site, at most y of the site.
    private static func assignment(_ service: ServiceProblem) throws -> Double {
        var model = LinearModel()
        let sites = service.siteCount
        for site in 0..<UInt32(sites) {
            model.addColumn(
                cost: 0, lower: service.lockedIn.contains(site) ? 1 : 0,
                upper: service.lockedOut.contains(site) ? 0 : 1, isInteger: false)
        }
        let all = (0..<Int32(sites)).map { ($0, 1.0) }
        model.addRow(least: Double(service.count), most: Double(service.count), columns: all)
        for limit in service.limits {
            model.addRow(
                least: Double(limit.least), most: limit.most == .max ? .infinity : Double(limit.most),
                columns: limit.sites.map { (Int32($0), 1.0) })
        }
        for (demand, weight) in service.weights.enumerated() where weight > 0 {
            let household: Household = demand % 2 == 0 ? .withoutCar : .withCar
            let columns = (0..<sites).map { site in
                let minutes = service.travel.minutes(area: demand / 2, household: household, site: site)
                return model.addColumn(
                    cost: Double(weight * service.burden(minutes)), lower: 0, upper: .infinity, isInteger: false)
            }
            model.addRow(least: 1, most: 1, columns: columns.map { ($0, 1.0) })
            for (site, column) in columns.enumerated() {
                model.addRow(least: 0, most: .infinity, columns: [(Int32(site), 1.0), (column, -1.0)])
            }
        }
        let answer = try LinearSolver().solve(model)
        return answer.bound
    }
}
