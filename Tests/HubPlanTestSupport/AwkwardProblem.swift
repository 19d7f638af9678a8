package import HubModel

/// Small problems of every kind of rule, cost, weight and burden in every combination: what a seed stands for is told by
/// the shapes in it, and everything else follows from the seed.
package struct AwkwardProblem: Sendable, CustomStringConvertible {
    package enum Rules: CaseIterable, Sendable {
        case none, looseShare, tightShare, wholeShare, disjoint, nested, overlapping, capped, crowded
    }

    package enum Costs: CaseIterable, Sendable { case few, wide, unreachable, equal, line, ownOrders }

    package enum Weights: CaseIterable, Sendable { case small, mostlyNone, none, farApart }

    package enum Burden: CaseIterable, Sendable { case mean, reachFirst, reachAndMean, reachAlone, table, decay }

    package let seed: UInt64
    package let rules: Rules
    package let costs: Costs
    package let weights: Weights
    package let burden: Burden
    package var service: ServiceProblem

    package var description: String { "seed \(seed): \(rules), costs \(costs), weights \(weights), \(burden)" }

    /// - Parameter seed: shapes go round with it, so that a few hundred seeds in a row hold every pair of them.
    package init(_ seed: UInt64) {
        var numbers = SeededNumbers(seed &+ 0xA3C5)
        self.seed = seed
        rules = Rules.allCases[Int(seed % 9)]
        costs = Costs.allCases[Int(seed / 9 % 6)]
        burden = Burden.allCases[Int((seed / 54 + seed) % 6)]
        // Nobody at all is worth a look now and then.
        weights =
            Int.random(in: 0..<16, using: &numbers) == 0 ? .none : [.small, .mostlyNone, .farApart][Int(seed % 3)]
        let sites = Int.random(in: 1...9, using: &numbers)
        let areas = Int.random(in: 1...12, using: &numbers)
        let count = Int.random(in: 1...sites, using: &numbers)
        let table = Self.travel(costs, areas: areas, sites: sites, using: &numbers)
        let people = Self.people(weights, areas: areas, using: &numbers)
        var service = ServiceProblem(
            id: "service", siteIndices: (0..<UInt32(sites)).map { 10 + $0 },
            siteNames: (0..<sites).map { "site \($0)" }, travel: table, weights: people,
            burden: Self.burden(burden, people, longest: table.longest, using: &numbers), count: count)
        if Int.random(in: 0..<3, using: &numbers) == 0 { Self.lock(&service, using: &numbers) }
        service.limits = Self.limits(rules, sites: sites, count: count, using: &numbers)
        self.service = service
    }

    /// The step of a reach burden by which one unit of weight beyond the limit outweighs every mean; nil for other burdens.
    package var stepBeforeAllElse: Int64? {
        guard case .reach(_, let step) = service.burden else { return nil }
        return step > service.weights.reduce(0, +) * Int64(service.travel.longest) ? step : nil
    }

    // MARK: Travel and people

    private static func travel(
        _ costs: Costs, areas: Int, sites: Int, using numbers: inout SeededNumbers
    ) -> TravelMatrix {
        let pairs = areas * sites
        func random(_ most: TenthMinutes) -> [TenthMinutes] {
            (0..<pairs).map { _ in .random(in: 0...most, using: &numbers) }
        }
        let withoutCar: [TenthMinutes]
        var withCar: [TenthMinutes]?
        switch costs {
        case .few: withoutCar = random(3)
        case .wide: withoutCar = random(30_000)
        case .unreachable:
            // Most pairs cost the longest there is, some areas have nothing else.
            withoutCar = random(200).map { $0 < 120 ? 200 : $0 }
            withCar = withoutCar.map { $0 == 200 ? 200 : $0 / 2 }
        case .equal: withoutCar = [TenthMinutes](repeating: 70, count: pairs)
        case .line:
            let homes = (0..<areas).map { _ in Int.random(in: 0...40, using: &numbers) }
            let hubs = (0..<sites).map { _ in Int.random(in: 0...40, using: &numbers) }
            withoutCar = homes.flatMap { home in hubs.map { TenthMinutes(abs($0 - home)) } }
            withCar = withoutCar.map { $0 / 3 }
        case .ownOrders:
            withoutCar = random(60)
            withCar = random(60)
        }
        return TravelMatrix(areaCount: areas, siteCount: sites, withoutCar: withoutCar, withCar: withCar)
    }

    private static func people(_ weights: Weights, areas: Int, using numbers: inout SeededNumbers) -> [Int64] {
        (0..<2 * areas).map { _ in
            switch weights {
            case .small: .random(in: 0...20, using: &numbers)
            case .mostlyNone: Int.random(in: 0..<4, using: &numbers) == 0 ? .random(in: 1...500, using: &numbers) : 0
            case .none: 0
            case .farApart: [0, 1, 3, 1_000_000_000].randomElement(using: &numbers) ?? 1
            }
        }
    }

    private static func burden(
        _ burden: Burden, _ weights: [Int64], longest: TenthMinutes, using numbers: inout SeededNumbers
    ) -> BurdenFunction {
        let limit = TenthMinutes.random(in: 0...longest, using: &numbers)
        // With weights far apart a step that outweighs every mean would pass 64 bits.
        let most = weights.reduce(0, +)
        let isHuge = most > 1_000_000
        switch burden {
        case .mean: return .mean
        case .reachFirst: return .reach(limit: limit, step: isHuge ? 9 : most * Int64(longest) + 1)
        case .reachAndMean: return .reach(limit: limit, step: .random(in: 0...100, using: &numbers))
        case .reachAlone: return .steps(thresholds: [limit + 1], values: [1])
        case .table:
            var thresholds: Set<TenthMinutes> = []
            for _ in 0..<Int.random(in: 1...6, using: &numbers) {
                thresholds.insert(.random(in: 0...longest + 1, using: &numbers))
            }
            let values = thresholds.map { _ in Int64.random(in: 0...40, using: &numbers) }
            return .steps(thresholds: thresholds.sorted(), values: values.sorted())
        case .decay: return Decay.burden(halfway: max(1, longest / 3), longest: longest, scale: 1000)
        }
    }

    // MARK: Rules

    private static func lock(_ service: inout ServiceProblem, using numbers: inout SeededNumbers) {
        let shuffled = Array(0..<UInt32(service.siteCount)).shuffled(using: &numbers)
        let locked = Int.random(in: 0...min(2, service.count), using: &numbers)
        service.lockedIn = shuffled.prefix(locked).sorted()
        service.lockedOut = shuffled.dropFirst(locked).prefix(Int.random(in: 0...2, using: &numbers)).sorted()
    }

    private static func limits(
        _ rules: Rules, sites: Int, count: Int, using numbers: inout SeededNumbers
    ) -> [SiteLimit] {
        let half = RandomProblem.subset(of: sites, using: &numbers)
        func random(_ group: [UInt32], _ number: Int) -> SiteLimit {
            let least = Int.random(in: 0...max(0, min(count, group.count) / 2), using: &numbers)
            let most = Bool.random(using: &numbers) ? Int.max : least + .random(in: 0...2, using: &numbers)
            return SiteLimit(title: "hubs in group \(number)", sites: group, least: least, most: most)
        }
        switch rules {
        case .none: return []
        case .looseShare: return [SiteLimit(title: "share", sites: half, least: min(half.count, count) / 2)]
        case .tightShare: return [SiteLimit(title: "share", sites: half, least: min(half.count, count))]
        case .wholeShare: return [SiteLimit(title: "share", sites: half, least: count)]
        case .disjoint:
            let district = (0..<sites).map { _ in Int.random(in: 0..<3, using: &numbers) }
            return (0..<3).map { number in
                random((0..<UInt32(sites)).filter { district[Int($0)] == number }, number)
            }
        case .nested:
            let inner = half.filter { _ in Bool.random(using: &numbers) }
            return [random(half, 0), random(inner, 1), random(inner, 2)]
        case .overlapping:
            return (0..<4).map { random(RandomProblem.subset(of: sites, using: &numbers), $0) }
        case .capped:
            return (0..<2).map { number in
                SiteLimit(
                    title: "hubs in group \(number)", sites: RandomProblem.subset(of: sites, using: &numbers),
                    most: .random(in: 0...2, using: &numbers))
            }
        case .crowded:
            // A share across districts with floors and caps of their own, and a group without a site.
            let district = (0..<sites).map { _ in Int.random(in: 0..<2, using: &numbers) }
            let districts = (0..<2).map { number in
                random((0..<UInt32(sites)).filter { district[Int($0)] == number }, number)
            }
            return [SiteLimit(title: "share", sites: half, least: min(half.count, (count + 1) / 2))] + districts
                + [SiteLimit(title: "nowhere", sites: [], least: 0, most: 1)]
        }
    }
}
