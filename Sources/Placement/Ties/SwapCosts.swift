package import HubModel

/// What moving one hub of a plan to any other site costs, the rest of the plan kept: objective after less before, in the
/// evaluator's whole numbers.
///
/// A demand point i whose nearest hub costs n₁ and whose second nearest n₂ costs, with site j in the place of hub k,
/// min(c_j, n₂) where k is its nearest and min(c_j, n₁) otherwise. So the cost is a part for j alone and a part for the
/// children of k, and only sites nearer than n₂ are looked at.
package struct SwapCosts: Sendable {
    /// Local site numbers of the plan, ascending.
    package let open: [UInt32]
    private let problem: ServiceProblem
    private let rules: SiteRules
    private let counts: [Int]
    /// Place in `open` of the nearest hub, by demand point.
    private let nearest: [Int]
    private let first: [TenthMinutes]
    /// The longest journey there is where the plan has one hub only.
    private let second: [TenthMinutes]
    /// Σ w · (min(f(c_j), f(n₁)) − f(n₁)), by site.
    private let gain: [Int64]
    /// Areas with children of each hub.
    private let areasOf: [[Int]]

    /// - Parameters:
    ///   - open: local site numbers, at least one.
    ///   - problem: its sums stay within 64 bits.
    package init(open: [UInt32], in problem: ServiceProblem) {
        let open = open.sorted()
        self.open = open
        self.problem = problem
        rules = SiteRules(problem)
        counts = rules.counts(of: open)
        (nearest, first, second) = Self.nearestTwo(open, problem.travel)
        areasOf = Self.areas(of: open.count, nearest: nearest, weights: problem.weights)
        gain = Self.gains(first, problem, problem.travel)
    }

    /// Whether a site may take a hub's place with every rule kept that is kept now; hubs that are locked in stay.
    package func isAllowed(_ hub: Int, to site: UInt32) -> Bool {
        let leaving = Int(open[hub])
        guard rules.standing[leaving] != .lockedIn, rules.standing[Int(site)] == .free, !open.contains(site) else {
            return false
        }
        return rules.change(out: rules.classOf[leaving], in: rules.classOf[Int(site)], counts: counts) <= 0
    }

    /// By local site; what it gives for a site that is open already is the cost of closing the hub.
    /// - Parameter hub: place in `open`.
    package func costs(of hub: Int) -> [Int64] {
        costs(of: hub, problem.travel)
    }

    private func costs(of hub: Int, _ table: some TravelTable) -> [Int64] {
        var costs = gain
        var near = NearSites()
        var closing: Int64 = 0
        for area in areasOf[hub] {
            let points = [2 * area, 2 * area + 1].filter { nearest[$0] == hub && problem.weights[$0] > 0 }
            guard let limit = points.map({ second[$0] }).max() else { continue }
            table.within(area: area, limit: limit, into: &near)
            for point in points {
                let (weight, least) = (problem.weights[point], problem.burden(first[point]))
                let most = problem.burden(second[point])
                let isWithCar = point % 2 == 1
                closing += weight * (most - least)
                for k in 0..<near.count {
                    let cost = problem.burden(isWithCar ? near.withCar[k] : near.withoutCar[k])
                    guard cost < most else { continue }
                    costs[Int(near.sites[k])] += weight * (max(cost, least) - most)
                }
            }
        }
        for site in costs.indices { costs[site] += closing }
        return costs
    }

    /// What the objective loses where the minutes to one hub are longer than they are taken for.
    /// - Parameters:
    ///   - hub: place in `open`.
    ///   - thousandths: by how much longer, in thousandths.
    package func errorCost(of hub: Int, thousandths: Int) -> Int64 {
        areasOf[hub].reduce(Int64(0)) { sum, area in
            [2 * area, 2 * area + 1].reduce(sum) { sum, point in
                guard nearest[point] == hub else { return sum }
                let longer = UInt64(first[point]) * UInt64(1000 + thousandths) / 1000
                let cost = problem.burden(TenthMinutes(clamping: longer)) - problem.burden(first[point])
                return sum + problem.weights[point] * cost
            }
        }
    }

    // MARK: The plan as it stands

    private static func nearestTwo(
        _ open: [UInt32], _ table: some TravelTable
    ) -> (nearest: [Int], first: [TenthMinutes], second: [TenthMinutes]) {
        let points = 2 * table.areaCount
        var nearest = [Int](repeating: 0, count: points)
        var first = [TenthMinutes](repeating: .max, count: points)
        var second = [TenthMinutes](repeating: .max, count: points)
        for area in 0..<table.areaCount {
            for household in Household.allCases {
                let point = 2 * area + household.rawValue
                for (place, site) in open.enumerated() {
                    let minutes = table.minutes(area: area, household: household, site: Int(site))
                    if minutes < first[point] {
                        second[point] = first[point]
                        first[point] = minutes
                        nearest[point] = place
                    } else if minutes < second[point] {
                        second[point] = minutes
                    }
                }
                second[point] = min(second[point], table.longest)
            }
        }
        return (nearest, first, second)
    }

    private static func areas(of hubs: Int, nearest: [Int], weights: [Int64]) -> [[Int]] {
        var areas = [[Int]](repeating: [], count: hubs)
        for area in 0..<nearest.count / 2 {
            let two = [2 * area, 2 * area + 1].filter { weights[$0] > 0 }.map { nearest[$0] }
            for hub in Set(two).sorted() { areas[hub].append(area) }
        }
        return areas
    }

    private static func gains(
        _ first: [TenthMinutes], _ problem: ServiceProblem, _ table: some TravelTable
    ) -> [Int64] {
        var gains = [Int64](repeating: 0, count: problem.siteCount)
        var near = NearSites()
        for area in 0..<table.areaCount {
            let points = [2 * area, 2 * area + 1].filter { problem.weights[$0] > 0 }
            guard let limit = points.map({ first[$0] }).max() else { continue }
            table.within(area: area, limit: limit, into: &near)
            for point in points {
                let (weight, least) = (problem.weights[point], problem.burden(first[point]))
                let isWithCar = point % 2 == 1
                for k in 0..<near.count {
                    let cost = problem.burden(isWithCar ? near.withCar[k] : near.withoutCar[k])
                    if cost < least { gains[Int(near.sites[k])] += weight * (cost - least) }
                }
            }
        }
        return gains
    }
}
