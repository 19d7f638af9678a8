package import HubModel

/// Small problems with everything that is awkward: ties, zero weights, tight shares, overlapping limits, locks.
package enum RandomProblem {
    package enum Objective: CaseIterable, Sendable { case mean, reach, steps }

    /// One service with 3 to 9 sites; about one in six has no plan that keeps its rules.
    package static func service(
        seed: UInt64, objective: Objective, id: String = "service", maximise: Bool = false
    ) -> ServiceProblem {
        var numbers = SeededNumbers(seed)
        let sites = Int.random(in: 3...9, using: &numbers)
        let areas = Int.random(in: 2...12, using: &numbers)
        let count = Int.random(in: 1...sites, using: &numbers)
        let longest = TenthMinutes([6, 40, 3000].randomElement(using: &numbers) ?? 40)
        let withoutCar = (0..<areas * sites).map { _ in TenthMinutes.random(in: 0...longest, using: &numbers) }
        // With a car either the same order of sites in fewer minutes, or an order of its own.
        let sameOrder = Bool.random(using: &numbers)
        let withCar = withoutCar.map { sameOrder ? $0 / 2 : TenthMinutes.random(in: 0...longest, using: &numbers) }
        let weights = (0..<2 * areas).map { _ in
            Bool.random(using: &numbers)
                ? Int64.random(in: 0...3, using: &numbers) : .random(in: 0...500, using: &numbers)
        }
        let travel = TravelMatrix(areaCount: areas, siteCount: sites, withoutCar: withoutCar, withCar: withCar)
        var problem = ServiceProblem(
            id: id, siteIndices: (0..<sites).map { UInt32(10 + $0) }, siteNames: (0..<sites).map { "site \($0)" },
            travel: travel, weights: weights,
            burden: burden(objective, weights: weights, longest: longest, using: &numbers), count: count)
        addRules(to: &problem, using: &numbers)
        if maximise {
            problem.maximise = SiteLimit(title: "hubs in deprived places", sites: subset(of: sites, using: &numbers))
        }
        return problem
    }

    /// Two services under a share over both.
    package static func twoServices(seed: UInt64, maximise: Bool) -> PlacementProblem {
        var numbers = SeededNumbers(seed ^ 0x5EED)
        let services = [0, 1].map { index in
            service(
                seed: seed &* 31 &+ UInt64(index), objective: index == 0 ? .mean : .reach, id: "service\(index)",
                maximise: maximise && index == 1 && seed % 3 == 0)
        }
        let qualifying = services.map { subset(of: $0.siteCount, using: &numbers) }
        let hubs = services.reduce(0) { $0 + $1.count }
        return PlacementProblem(
            services: services,
            totalShare: PlacementProblem.TotalShare(
                title: "hubs of every kind in deprived places",
                least: maximise ? nil : Int.random(in: 0...(hubs / 2 + 1), using: &numbers), sites: qualifying))
    }

    package static func subset(of count: Int, using numbers: inout SeededNumbers) -> [UInt32] {
        (0..<UInt32(count)).filter { _ in Bool.random(using: &numbers) }
    }

    private static func burden(
        _ objective: Objective, weights: [Int64], longest: TenthMinutes, using numbers: inout SeededNumbers
    ) -> BurdenFunction {
        switch objective {
        case .mean: return .mean
        case .reach:
            let step = weights.reduce(0, +) * Int64(longest) + 1
            return .reach(limit: .random(in: 0...longest, using: &numbers), step: step)
        case .steps:
            let first = TenthMinutes.random(in: 1...longest, using: &numbers)
            return .steps(thresholds: [first, first + 2], values: [3, 10])
        }
    }

    private static func addRules(to problem: inout ServiceProblem, using numbers: inout SeededNumbers) {
        let sites = problem.siteCount
        let count = problem.count
        for index in 0..<Int.random(in: 0...3, using: &numbers) {
            let chosen = subset(of: sites, using: &numbers)
            let least = Int.random(in: 0...min(count, max(1, chosen.count / 2)), using: &numbers)
            let most = Bool.random(using: &numbers) ? Int.max : least + Int.random(in: 0...2, using: &numbers)
            problem.limits.append(SiteLimit(title: "hubs in group \(index)", sites: chosen, least: least, most: most))
        }
        guard Int.random(in: 0..<3, using: &numbers) == 0 else { return }
        let locked = Array(0..<UInt32(sites)).shuffled(using: &numbers).prefix(2)
        problem.lockedIn = locked.prefix(Int.random(in: 0...1, using: &numbers)).sorted()
        problem.lockedOut = locked.dropFirst(Int.random(in: 1...2, using: &numbers)).sorted()
    }
}
