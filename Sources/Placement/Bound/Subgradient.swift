internal import HubModel

/// Deflected subgradient ascent (Camerini, Fratta and Maffioli 1975) on the multipliers, over the active sites.
///
/// Doubles are enough here: whatever comes out is priced again by ``ExactBound``. Steps follow Polyak towards the
/// incumbent in the metric of the weights; a run of gains lengthens the step, a run of failures shortens it and returns
/// the search to the best multipliers without momentum.
struct Subgradient: Sendable {
    static let momentum = 0.95
    static let patience = 40
    static let ease = 10
    static let growth = 1.5
    static let shrink = 0.6
    /// Choices on the way that are kept, at least.
    static let passed = 3

    /// A point with its value and its choice of sites.
    struct Point: Sendable {
        var multipliers: Multipliers
        var value: Double
        var chosen: [UInt32]
    }

    private let columns: ContributionColumns
    private let rules: SiteRules
    private let tree: LimitTree
    private let free: [UInt32]
    private let forced: [UInt32]
    private let ceiling: [Double]
    private let metric: [Double]
    private let limitMetric: Double
    private let threads: Int

    private(set) var best: Point
    /// The choice at the last multipliers, for search from somewhere else than the best.
    private(set) var last: [UInt32] = []
    /// Choices on the way, evenly spread.
    private(set) var passing: [[UInt32]] = []
    /// How often each site was chosen, by site: what the relaxation is sure of, and what it wavers over.
    private(set) var frequency: [Int]
    private(set) var step: Double
    private(set) var work: Int64 = 0

    /// - Parameters:
    ///   - columns: pairs of the active sites.
    ///   - free: active sites not decided, ascending.
    ///   - forced: sites that are open anyway.
    ///   - ceiling: where a row's multiplier stops, by row.
    ///   - metric: weight of each row.
    init(
        columns: ContributionColumns, rules: SiteRules, tree: LimitTree, free: [UInt32], forced: [UInt32],
        ceiling: [Double], metric: [Double], start: Multipliers, step: Double, threads: Int
    ) {
        self.columns = columns
        self.rules = rules
        self.tree = tree
        self.free = free
        self.forced = forced
        self.ceiling = ceiling
        self.metric = metric
        // A limit's multiplier moves by what a hub's share of all rows would.
        limitMetric = metric.reduce(0, +) / Double(max(1, rules.count))
        self.step = step
        self.threads = threads
        frequency = [Int](repeating: 0, count: rules.siteCount)
        best = Point(multipliers: start, value: -.infinity, chosen: [])
    }

    /// - Parameter target: what the bound is to reach: the incumbent's objective.
    /// - Returns: false when no choice keeps the rules, so that no plan does.
    mutating func run(iterations: Int, target: Double) -> Bool {
        var current = best.multipliers
        var direction = [Double](repeating: 0, count: current.rows.count)
        var limitDirection = [Double](repeating: 0, count: current.limits.count)
        var failures = 0
        var successes = 0
        for iteration in 0..<iterations {
            guard let (value, chosen) = evaluate(current) else { return false }
            last = chosen
            if (iteration + 1) % max(1, iterations / (Self.passed + 1)) == 0 { passing.append(chosen) }
            for site in chosen { frequency[Int(site)] += 1 }
            if value > best.value {
                successes += 1
                if successes >= Self.ease {
                    step *= Self.growth
                    successes = 0
                }
                // A gain that is nothing beside the gap does not reset the patience.
                if value - best.value > 1e-4 * (target - best.value) { failures = 0 } else { failures += 1 }
                best = Point(multipliers: current, value: value, chosen: chosen)
            } else {
                failures += 1
                successes = 0
            }
            if failures >= Self.patience {
                failures = 0
                step *= Self.shrink
                current = best.multipliers
                for row in direction.indices { direction[row] = 0 }
                for limit in limitDirection.indices { limitDirection[limit] = 0 }
                continue
            }
            let norm = deflect(&direction, &limitDirection, current, chosen)
            guard norm > 0 else { return true }
            move(&current, direction, limitDirection, by: step * max(target - value, 0) / norm)
        }
        return true
    }

    /// Value of the relaxation over the active sites, and its choice.
    private mutating func evaluate(_ multipliers: Multipliers) -> (Double, [UInt32])? {
        let gains = price(multipliers)
        guard let choice = InnerChoice(tree, classOf: rules.classOf, free: free, forced: forced, gains: gains) else {
            return nil
        }
        var value = multipliers.rows.reduce(0, +)
        for (place, limit) in tree.crossing.enumerated() {
            let nu = multipliers.limits[place]
            value += nu * Double(nu > 0 ? rules.bounds[limit].least : rules.bounds[limit].most)
        }
        for site in choice.chosen { value -= gains[Int(site)] }
        return (value, choice.chosen)
    }

    /// Gains by site.
    private mutating func price(_ multipliers: Multipliers) -> [Double] {
        work += Int64(columns.pairCount)
        let sums =
            columns.multiples.isNarrow
            ? sums(multipliers.rows, columns.multiples.narrow) : sums(multipliers.rows, columns.multiples.wide)
        let reward = tree.crossingOfClass.map { $0.reduce(0) { $0 + multipliers.limits[$1] } }
        var gains = [Double](repeating: 0, count: rules.siteCount)
        for (site, gain) in zip(columns.sites, sums) {
            gains[Int(site)] = gain + reward[rules.classOf[Int(site)]]
        }
        return gains
    }

    /// Σ (λ − v)⁺ of every active site. Tuned: the loop that most of a solve's time goes to. Each column is summed by
    /// one lane, in order; a row's multiplier and unit lie side by side, since both are fetched at random.
    private func sums<Number: FixedWidthInteger & Sendable>(_ lambda: [Double], _ multiples: [Number]) -> [Double] {
        let columns = columns
        let terms = lambda.indices.map { SIMD2(lambda[$0], columns.units[$0]) }
        let parts = Lanes.map(threads: columns.pairCount > 200_000 ? threads : 1) { lane -> [Double] in
            terms.withUnsafeBufferPointer { terms in
                columns.rows.withUnsafeBufferPointer { rows in
                    multiples.withUnsafeBufferPointer { multiples in
                        func term(_ k: Int) -> Double {
                            let term = terms[Int(rows[k])]
                            return max(0, term.x - Double(Int64(truncatingIfNeeded: multiples[k])) * term.y)
                        }
                        return Lanes.range(lane, total: columns.count).map { place in
                            var (even, odd) = (0.0, 0.0)
                            var k = columns.offsets[place]
                            let end = columns.offsets[place + 1]
                            while k + 1 < end {
                                even += term(k)
                                odd += term(k + 1)
                                k += 2
                            }
                            if k < end { even += term(k) }
                            return even + odd
                        }
                    }
                }
            }
        }
        return Array(parts.joined())
    }

    /// Turns the direction towards the subgradient of the choice.
    /// - Returns: the direction's square length in the metric.
    private mutating func deflect(
        _ direction: inout [Double], _ limitDirection: inout [Double], _ multipliers: Multipliers, _ chosen: [UInt32]
    ) -> Double {
        var slope = [Double](repeating: 1, count: direction.count)
        for site in chosen {
            let place = Int(columns.slot[Int(site)])
            work += Int64(columns.range(place).count)
            for k in columns.range(place) where columns.value(k) < multipliers.rows[Int(columns.rows[k])] {
                slope[Int(columns.rows[k])] -= 1
            }
        }
        var norm = 0.0
        for row in direction.indices {
            direction[row] = Self.momentum * direction[row] + slope[row]
            norm += metric[row] * direction[row] * direction[row]
        }
        guard !tree.crossing.isEmpty else { return norm }
        var counts = [Int](repeating: 0, count: tree.crossing.count)
        for site in chosen { for place in tree.crossingOfClass[rules.classOf[Int(site)]] { counts[place] += 1 } }
        for (place, limit) in tree.crossing.enumerated() {
            let bounds = rules.bounds[limit]
            let (nu, count) = (multipliers.limits[place], counts[place])
            let side = nu > 0 ? bounds.least : nu < 0 ? bounds.most : min(max(count, bounds.least), bounds.most)
            let slope = side - count
            limitDirection[place] = Self.momentum * limitDirection[place] + Double(slope)
            norm += limitMetric * limitDirection[place] * limitDirection[place]
        }
        return norm
    }

    private func move(
        _ multipliers: inout Multipliers, _ direction: [Double], _ limitDirection: [Double], by length: Double
    ) {
        for row in direction.indices {
            let moved = multipliers.rows[row] + length * metric[row] * direction[row]
            multipliers.rows[row] = min(max(moved, 0), ceiling[row])
        }
        for (place, limit) in tree.crossing.enumerated() {
            let bounds = rules.bounds[limit]
            let moved = multipliers.limits[place] + length * limitMetric * limitDirection[place]
            let low = bounds.most < rules.count ? -Double.infinity : 0
            let high = bounds.least > 0 ? Double.infinity : 0
            multipliers.limits[place] = min(max(moved, low), high)
        }
    }
}
