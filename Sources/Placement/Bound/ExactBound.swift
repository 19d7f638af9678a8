internal import HubModel

/// The Lagrangian bound in whole numbers, over all live sites and all rows, with the fixings that follow from it.
///
/// With λ for the rows and ν for the crossing limits,
///
///     L = Σ λ + Σ ν·b − max over plans of Σ (Σ (λ − v)⁺ + Σ ν)
///
/// where b is a crossing limit's floor for ν > 0 and its cap for ν < 0. Multipliers are rounded to multiples of
/// 1 / `scale` and capped at each row's radius, so the bound is valid whatever rows are left short and whatever doubles
/// did before (Cornuéjols, Fisher and Nemhauser 1977; Beasley 1993).
struct ExactBound: Sendable {
    /// Lower bound on every plan that keeps the rules and the fixings, rounded up; `.max` when there is no such plan.
    private(set) var bound: Int64
    /// Sites of the inner choice; empty when there is no plan.
    private(set) var chosen: [UInt32] = []
    /// What forcing each free site the other way costs, in objective units rounded down, in the order of
    /// `LiveSites.free`; beyond all sums where that leaves no plan.
    private(set) var exchange: [Int64] = []
    private(set) var closed: Set<UInt32> = []
    private(set) var opened: Set<UInt32> = []
    /// Rows whose multiplier was held back by the radius.
    private(set) var isCapped: [Bool]
    private(set) var work: Int64 = 0

    /// - Parameters:
    ///   - rows: hold every live site, as far as their radius goes, unless there is a stream.
    ///   - stream: tells of every live site instead, so that no multiplier is held back.
    ///   - cutoff: plans that cost this much or more are not sought: sites that only they use are fixed.
    init(
        _ multipliers: Multipliers, rows: ContributionRows, stream: ContributionStream? = nil, rules: SiteRules,
        tree: LimitTree, live: LiveSites, cutoff: Int64, threads: Int
    ) {
        let scale = Self.scale(most: rows.source.most, crossing: tree.crossing.count)
        isCapped = [Bool](repeating: false, count: rows.count)
        let lambda = Self.rounded(multipliers, rows, live, scale, hasAllSites: stream != nil, &isCapped)
        let nu = Self.rounded(multipliers, rules, tree, rows.source.most, scale)

        var constant = lambda.reduce(Int128(0)) { $0 + Int128($1) }
        for (place, limit) in tree.crossing.enumerated() {
            let side = nu[place] > 0 ? rules.bounds[limit].least : rules.bounds[limit].most
            constant += Int128(nu[place]) * Int128(side)
        }
        let (sums, pairs) =
            stream?.gains(lambda, scale: scale, threads: threads)
            ?? Self.gains(lambda, rows, scale, live.isLive.count, threads)
        work = pairs
        var gains = sums
        let reward = tree.crossingOfClass.map { $0.reduce(Int64(0)) { $0 + nu[$1] } }
        for site in live.free + live.fixedOpen { gains[Int(site)] += reward[rules.classOf[Int(site)]] }

        let choice = InnerChoice(
            tree, classOf: rules.classOf, free: live.free, forced: live.fixedOpen, gains: gains)
        guard let choice else {
            bound = .max
            return
        }
        chosen = choice.chosen
        let value = chosen.reduce(constant) { $0 - Int128(gains[Int($1)]) }
        let unit = Int128(scale)
        // Rounded up, towards plus infinity, also below zero.
        bound = Int64(clamping: value >= 0 ? (value + unit - 1) / unit : -(-value / unit))

        let costs = choice.exchanges(classOf: rules.classOf, free: live.free, gains: gains)
        let isChosen = Set(chosen)
        let limit = Int128(cutoff - 1) * unit
        exchange = costs.map { $0.map { $0 / scale } ?? .max / 2 }
        for (site, cost) in zip(live.free, costs) where cost.map({ value + Int128($0) > limit }) ?? true {
            if isChosen.contains(site) { opened.insert(site) } else { closed.insert(site) }
        }
        if value > limit { bound = max(bound, cutoff) }
    }

    /// Multiples of 1 / scale are fine enough to round up small sums and coarse enough for sums of large ones.
    /// - Parameter crossing: limits with a multiplier, each of which may add as much as all rows to a site's gain.
    static func scale(most: Int64, crossing: Int) -> Int64 {
        var scale: Int64 = 1024
        let room = ContributionSource.largestTotal / Int64(crossing + 1)
        while scale > 1, most > room / scale { scale /= 2 }
        return scale
    }

    private static func rounded(
        _ multipliers: Multipliers, _ rows: ContributionRows, _ live: LiveSites, _ scale: Int64, hasAllSites: Bool,
        _ isCapped: inout [Bool]
    ) -> [Int64] {
        var isOpen = [Bool](repeating: false, count: live.isLive.count)
        for site in live.fixedOpen { isOpen[Int(site)] = true }
        return (0..<rows.count).map { row in
            // Beyond a site that is open anyway a multiplier gains nothing.
            let radius = rows.range(row).first { isOpen[Int(rows.sites[$0])] }.map { rows.value(at: $0, of: row) }
            let held = hasAllSites ? rows.farthest(row) : rows.radius[row]
            let cap = min(held, radius ?? .max) * scale
            let wanted = Int64(
                (min(max(0, multipliers.rows[row]), Double(rows.farthest(row))) * Double(scale)).rounded())
            if wanted >= cap, radius == nil, !hasAllSites, !rows.isRadiusExact[row] { isCapped[row] = true }
            return min(wanted, cap)
        }
    }

    private static func rounded(
        _ multipliers: Multipliers, _ rules: SiteRules, _ tree: LimitTree, _ most: Int64, _ scale: Int64
    ) -> [Int64] {
        tree.crossing.indices.map { place in
            let bounds = rules.bounds[tree.crossing[place]]
            let largest = Double(most / Int64(tree.crossing.count + 1))
            let value = min(max(multipliers.limits[place], -largest), largest) * Double(scale)
            let whole = Int64(value.rounded())
            // No reward without a floor, no charge without a cap.
            if whole > 0, bounds.least == 0 { return 0 }
            return whole < 0 && bounds.most >= rules.count ? 0 : whole
        }
    }

    /// Σ (λ − v)⁺ of every site, and the pairs looked at.
    private static func gains(
        _ lambda: [Int64], _ rows: ContributionRows, _ scale: Int64, _ siteCount: Int, _ threads: Int
    ) -> ([Int64], Int64) {
        rows.multiples.isNarrow
            ? gains(lambda, rows, rows.multiples.narrow, scale, siteCount, threads)
            : gains(lambda, rows, rows.multiples.wide, scale, siteCount, threads)
    }

    /// Tuned; integer sums, so lanes need no order.
    private static func gains<Number: FixedWidthInteger & Sendable>(
        _ lambda: [Int64], _ rows: ContributionRows, _ multiples: [Number], _ scale: Int64, _ siteCount: Int,
        _ threads: Int
    ) -> ([Int64], Int64) {
        let parts = Lanes.map(threads: threads) { lane -> ([Int64], Int64) in
            var sums = [Int64](repeating: 0, count: siteCount)
            var pairs: Int64 = 0
            sums.withUnsafeMutableBufferPointer { sums in
                rows.sites.withUnsafeBufferPointer { sites in
                    multiples.withUnsafeBufferPointer { multiples in
                        for row in Lanes.range(lane, total: rows.count) {
                            let (whole, most) = (lambda[row], rows.offsets[row + 1])
                            let unit = rows.units[row] * scale
                            var k = rows.offsets[row]
                            while k < most {
                                let left = whole - Int64(truncatingIfNeeded: multiples[k]) * unit
                                guard left > 0 else { break }
                                sums[Int(sites[k])] += left
                                k += 1
                            }
                            pairs += Int64(k - rows.offsets[row])
                        }
                    }
                }
            }
            return (sums, pairs)
        }
        var sums = parts[0].0
        for part in parts.dropFirst() { for site in sums.indices { sums[site] += part.0[site] } }
        return (sums, parts.reduce(0) { $0 + $1.1 })
    }
}
