/// The Lagrangian bound in whole numbers over merged rows and undecided sites: what ``ExactBound`` is to the rounds, for
/// the nodes of a tree.
///
/// Multipliers come from the duals of a linear program in doubles. They are rounded to multiples of 1 / scale and held
/// below the ends of their rows, and everything else is exact, so no tolerance of the solver reaches the bound.
struct TreePricing: Sendable {
    /// Where a site stands at a node.
    enum Standing: Int8, Sendable { case free, closed, open }

    struct Priced: Sendable {
        /// L in multiples of 1 / scale.
        var value: Int128
        /// No plan of the node costs less: L rounded up.
        var bound: Int64
        var isChosen: [Bool]
        /// Undecided sites that plans below the cut-off cannot have, and those that they cannot miss.
        var closed: [Int32] = []
        var opened: [Int32] = []
        /// What the other way costs each site at least, in objective units rounded down; 0 for decided ones.
        var exchange: [Int64]
    }

    let rows: TreeRows
    let scale: Int64
    private let rules: SiteRules
    private let tree: LimitTree
    /// Class of each undecided site, then of each site that is open anyway.
    private let classOf: [Int]
    private let forced: [UInt32]
    private let numbers: [UInt32]
    private let rewardCap: Double

    init(_ rows: TreeRows, rules: SiteRules, tree: LimitTree, fixedOpen: [UInt32], most: Int64) {
        self.rows = rows
        self.rules = rules
        self.tree = tree
        scale = ExactBound.scale(most: most, crossing: tree.crossing.count)
        classOf = (rows.sites + fixedOpen).map { rules.classOf[Int($0)] }
        numbers = rows.sites + fixedOpen
        forced = fixedOpen.indices.map { UInt32(rows.sites.count + $0) }
        rewardCap = Double(most / Int64(tree.crossing.count + 1))
    }

    /// λ in multiples of 1 / scale, within the ends of the rows.
    func whole(_ lambda: [Double]) -> [Int64] {
        zip(lambda, rows.ends).map { lambda, end in
            let most = end * scale
            return lambda > 0 ? min(Int64((min(lambda, Double(end)) * Double(scale)).rounded()), most) : 0
        }
    }

    /// ν in multiples of 1 / scale: no reward without a floor, no charge without a cap.
    func whole(limits: [Double]) -> [Int64] {
        tree.crossing.indices.map { place in
            let bounds = rules.bounds[tree.crossing[place]]
            let whole = Int64((min(max(limits[place], -rewardCap), rewardCap) * Double(scale)).rounded())
            return whole > 0 && bounds.least == 0 || whole < 0 && bounds.most >= rules.count ? 0 : whole
        }
    }

    /// - Parameters:
    ///   - lambda: one a merged row, and `nu` one a crossing limit, in multiples of 1 / scale.
    ///   - cutoff: plans that cost this much or more are not sought.
    /// - Returns: nil when no choice keeps count, locks and the limits in the tree.
    func price(lambda: [Int64], nu: [Int64], standing: [Standing], cutoff: Int64) -> Priced? {
        let reward = tree.crossingOfClass.map { $0.reduce(Int64(0)) { $0 + nu[$1] } }
        var gains = classOf.map { reward[$0] }
        addGains(lambda, to: &gains)
        let free = standing.indices.filter { standing[$0] == .free }.map { UInt32($0) }
        let open = standing.indices.filter { standing[$0] == .open }.map { UInt32($0) } + forced
        guard let choice = InnerChoice(tree, classOf: classOf, free: free, forced: open, gains: gains) else {
            return nil
        }
        var value = lambda.reduce(Int128(0)) { $0 + Int128($1) }
        for (place, limit) in tree.crossing.enumerated() {
            value += Int128(nu[place]) * Int128(nu[place] > 0 ? rules.bounds[limit].least : rules.bounds[limit].most)
        }
        for site in choice.chosen { value -= Int128(gains[Int(site)]) }
        return priced(value, choice, gains: gains, free: free, cutoff: cutoff)
    }

    /// Whether a site is among those that come cheapest at some multipliers, by its place.
    /// - Parameters:
    ///   - count: how many are wanted.
    ///   - lambda: one a merged row, and `limits` one a crossing limit.
    ///   - plan: site numbers that are among them whatever they cost.
    func cheapest(_ count: Int, lambda: [Double], limits: [Double], among plan: [UInt32]) -> [Bool] {
        let free = [Standing](repeating: .free, count: rows.sites.count)
        let priced = price(lambda: whole(lambda), nu: whole(limits: limits), standing: free, cutoff: .max)
        guard let priced, rows.sites.count > count else { return free.map { _ in true } }
        let costs = priced.exchange.indices.map { priced.isChosen[$0] ? 0 : priced.exchange[$0] }
        let isWanted = Set(plan)
        var isNear = rows.sites.map { isWanted.contains($0) }
        for place in costs.indices.sorted(by: { (costs[$0], $0) < (costs[$1], $1) }).prefix(count) {
            isNear[place] = true
        }
        return isNear
    }

    /// The choice that is nearest to how far sites are open, as site numbers; it may break crossing limits.
    func choice(openness: some Sequence<Double>) -> [UInt32]? {
        let gains = Array(openness) + forced.map { _ in 1 }
        let free = rows.sites.indices.map { UInt32($0) }
        let choice = InnerChoice(tree, classOf: classOf, free: free, forced: forced, gains: gains)
        return choice.map { $0.chosen.map { numbers[Int($0)] }.sorted() }
    }

    private func priced(
        _ value: Int128, _ choice: InnerChoice<Int64>, gains: [Int64], free: [UInt32], cutoff: Int64
    ) -> Priced {
        let unit = Int128(scale)
        let rounded = value >= 0 ? (value + unit - 1) / unit : -(-value / unit)
        let limit = Int128(cutoff - 1) * unit
        var priced = Priced(
            value: value, bound: Int64(clamping: rounded),
            isChosen: [Bool](repeating: false, count: classOf.count),
            exchange: [Int64](repeating: 0, count: rows.sites.count))
        if value > limit { priced.bound = max(priced.bound, cutoff) }
        for site in choice.chosen { priced.isChosen[Int(site)] = true }
        for (site, cost) in zip(free, choice.exchanges(classOf: classOf, free: free, gains: gains)) {
            priced.exchange[Int(site)] = cost.map { $0 / scale } ?? .max / 4
            guard cost.map({ value + Int128($0) > limit }) ?? true else { continue }
            if priced.isChosen[Int(site)] {
                priced.opened.append(Int32(site))
            } else {
                priced.closed.append(Int32(site))
            }
        }
        return priced
    }

    private func addGains(_ lambda: [Int64], to gains: inout [Int64]) {
        if rows.multiples.isNarrow {
            addGains(lambda, rows.multiples.narrow, to: &gains)
        } else {
            addGains(lambda, rows.multiples.wide, to: &gains)
        }
    }

    /// Σ (λ − v)⁺ of every site. Tuned.
    private func addGains<Number: FixedWidthInteger>(
        _ lambda: [Int64], _ multiples: [Number], to gains: inout [Int64]
    ) {
        gains.withUnsafeMutableBufferPointer { gains in
            rows.places.withUnsafeBufferPointer { places in
                multiples.withUnsafeBufferPointer { multiples in
                    for row in 0..<rows.count {
                        let (whole, unit) = (lambda[row], rows.units[row] * scale)
                        var k = rows.offsets[row]
                        let end = rows.offsets[row + 1]
                        while k < end {
                            let left = whole - Int64(truncatingIfNeeded: multiples[k]) * unit
                            guard left > 0 else { break }
                            gains[Int(places[k])] += left
                            k += 1
                        }
                    }
                }
            }
        }
    }
}
