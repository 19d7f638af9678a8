import HubModel
import HubPlanTestSupport
import Testing

@testable import Placement

@Suite struct PrefixModelTests {
    /// At full depth the model's objective of a plan is the plan's; at any depth no more.
    @Test(arguments: RandomProblem.Objective.allCases, 0..<UInt64(60))
    func costsAPlanAsTheOracleDoes(objective: RandomProblem.Objective, seed: UInt64) throws {
        let problem = RandomProblem.service(seed: seed, objective: objective)
        let active = ActiveSites(problem, among: nil, fixedOpen: [])
        let plans = BruteForce.subsets(of: problem.siteCount, taking: problem.count)
            .filter { BruteForce.keeps($0, problem) }
        for depth in [1, problem.siteCount] {
            let model = try PrefixModel(
                problem, active: active, burden: problem.burden, coverage: nil,
                depth: [Int](repeating: depth, count: problem.weights.count), isRelaxed: false)
            for open in plans.prefix(20) {
                let values = columnValues(of: open, in: model, active)
                let linear = zip(model.linear.cost, values).reduce(0.0) { sum, term in sum + term.0 * term.1 }
                let cost = model.constant + model.divisor * Int64(linear)
                let exact = BruteForce.cost(of: open, in: problem)
                #expect(depth == 1 ? cost <= exact : cost == exact)
                #expect(breaksNoRow(of: model.linear, values: values))
                #expect(model.open(in: values) == open)
            }
        }
    }

    /// Demand points with the same order of sites share their prefixes.
    @Test func equalPrefixesAreOneColumn() throws {
        let problem = ServiceProblem(
            id: "row", siteIndices: [0, 1, 2], siteNames: ["a", "b", "c"],
            travel: TravelMatrix(areaCount: 2, siteCount: 3, withoutCar: [1, 5, 9, 2, 3, 4]), weights: [1, 0, 7, 0],
            burden: .mean, count: 1)
        let model = try PrefixModel(
            problem, active: ActiveSites(problem, among: nil, fixedOpen: []), burden: .mean, coverage: nil,
            depth: [3, 3, 3, 3], isRelaxed: false)
        // {a} and {a, b}: the third prefix always holds an open site.
        #expect(model.sets.count == 2)
        #expect(model.constant == 15)
        // a → b costs 4 · 1 + 1 · 7, and so does b → c.
        let costs: [Double] = Array(model.linear.cost.suffix(2))
        #expect(costs == [1, 1])
        #expect(model.divisor == 11)
    }

    /// 1 for every open site, and for every set without one.
    private func columnValues(of open: [UInt32], in model: PrefixModel, _ active: ActiveSites) -> [Double] {
        var isOpen = SiteSet(capacity: active.sites.count)
        for (number, site) in active.sites.enumerated() where open.contains(site) { isOpen.insert(number) }
        let sites = active.sites.map { open.contains($0) ? 1.0 : 0.0 }
        return sites
            + model.sets.map { set in
                zip(set.words, isOpen.words).contains { $0 & $1 != 0 } ? 0.0 : 1.0
            }
    }

    private func breaksNoRow(of model: LinearModel, values: [Double]) -> Bool {
        model.rowStart.indices.allSatisfy { row in
            let end = row + 1 < model.rowCount ? Int(model.rowStart[row + 1]) : model.index.count
            let terms = Int(model.rowStart[row])..<end
            let sum = terms.reduce(0) { $0 + model.value[$1] * values[Int(model.index[$1])] }
            return sum >= model.rowLower[row] && sum <= model.rowUpper[row]
        }
    }
}
