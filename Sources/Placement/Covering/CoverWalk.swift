/// Iterated local search on cover sets.
///
/// Where hubs tile a city, better plans differ in many neighbouring hubs at once: a walk moves up to five of them to
/// sites one or two covers away, mends by interchange, and goes on from plans that are a little worse. It begins where
/// the linear program wavers, since that is sure of the rest. Every third move takes a hub from one city to another, whose
/// hubs then make room.
struct CoverWalk {
    /// How much worse than the best a plan may be and still be gone on from, as a fraction of all that sets can save.
    private static let threshold = 1.5e-4

    private(set) var best: CoverPlan
    private var current: CoverPlan
    private let rules: SiteRules
    /// Open sites in each limit, of the current plan.
    private var limitCounts: [Int]
    /// Sites that share a set with each site, by its place.
    private let neighbours: [[Int32]]
    private let isUnsure: [Bool]
    private let wanted: [Int32]
    private let slack: Int64
    private var numbers: SplitMix
    private var isDirty: [Bool]
    private var returned: [Int64]
    /// Sets looked at, a measure of work that is the same on every machine.
    private(set) var work: Int64 = 0

    /// - Parameters:
    ///   - isUnsure: whether moves may begin at a site, by its place in `cover.sites`.
    ///   - wanted: places of the sites that hubs are brought to from far away.
    init(_ start: CoverPlan, rules: SiteRules, isUnsure: [Bool], wanted: [Int32], seed: UInt64) {
        best = start
        current = start
        self.rules = rules
        self.isUnsure = isUnsure
        self.wanted = wanted
        numbers = SplitMix(seed: seed)
        limitCounts = rules.counts(of: start.open.map { start.cover.sites[Int($0)] })
        isDirty = [Bool](repeating: true, count: start.cover.sites.count)
        returned = [Int64](repeating: 0, count: start.open.count)
        slack = Int64(Double(start.cover.cost.reduce(0, +)) * Self.threshold)
        neighbours = Self.neighbours(start)
    }

    private static func neighbours(_ plan: CoverPlan) -> [[Int32]] {
        let (cover, columns) = (plan.cover, plan.columns)
        var last = [Int](repeating: -1, count: cover.sites.count)
        return cover.sites.indices.map { site in
            var near: [Int32] = []
            for k in columns.range(site) {
                for member in cover.members[cover.range(Int(columns.sets[k]))] where last[Int(member)] != site {
                    last[Int(member)] = site
                    near.append(member)
                }
            }
            return near.sorted()
        }
    }

    /// Descends, then moves and mends until `budget` sets were looked at.
    mutating func run(budget: Int64) {
        let end = work + budget
        settle()
        keepIfBest()
        guard current.cover.sites.count > current.open.count else { return }
        // Small problems are searched through long before the budget is spent.
        for _ in 0..<(100 + 100 * current.open.count) where work < end {
            let before = (current, limitCounts)
            guard move() else { continue }
            let keepsRules = rules.shortfall(limitCounts) == 0
            if keepsRules { settle() }
            guard keepsRules, keepIfBest() || current.objective <= best.objective + slack else {
                (current, limitCounts) = before
                continue
            }
        }
    }

    @discardableResult
    private mutating func keepIfBest() -> Bool {
        guard current.objective < best.objective, rules.shortfall(limitCounts) == 0 else { return false }
        best = current
        return true
    }

    // MARK: Interchange

    /// Swaps until no swap near a change helps, and then none at all.
    private mutating func settle() {
        while sweep() { isDirty = [Bool](repeating: true, count: isDirty.count) }
    }

    /// - Returns: whether anything was swapped after candidates near a change ran out.
    private mutating func sweep() -> Bool {
        var (quiet, site, swapped) = (0, 0, false)
        while quiet < isDirty.count {
            if isDirty[site] {
                isDirty[site] = false
                if let place = bestLeaving(for: site) {
                    apply(place, Int32(site))
                    (quiet, swapped) = (0, true)
                }
            }
            quiet += 1
            site = site + 1 == isDirty.count ? 0 : site + 1
        }
        return swapped
    }

    /// The open site whose place another takes at the greatest saving; nil when no swap saves anything.
    private mutating func bestLeaving(for site: Int) -> Int? {
        guard current.slot[site] < 0 else { return nil }
        work += Int64(current.columns.range(site).count + current.open.count)
        let gain = current.gain(of: site, returned: &returned)
        var best: (delta: Int64, place: Int) = (0, -1)
        for place in current.open.indices {
            let delta = current.losses[place] - returned[place] - gain
            if delta < best.delta, allows(place, Int32(site)) { best = (delta, place) }
        }
        return best.place < 0 ? nil : best.place
    }

    private func allows(_ place: Int, _ entering: Int32) -> Bool {
        let sites = current.cover.sites
        let leaving = sites[Int(current.open[place])]
        return rules.standing[Int(leaving)] == .free
            && rules.allowsSwap(
                out: rules.classOf[Int(leaving)], in: rules.classOf[Int(sites[Int(entering)])], counts: limitCounts)
    }

    private mutating func apply(_ place: Int, _ entering: Int32) {
        let leaving = current.open[place]
        for (site, change) in [(leaving, -1), (entering, 1)] {
            let number = rules.classOf[Int(current.cover.sites[Int(site)])]
            for limit in rules.limitsOfClass[number] { limitCounts[limit] += change }
            for near in neighbours[Int(site)] { isDirty[Int(near)] = true }
            work += Int64(current.columns.range(Int(site)).count + neighbours[Int(site)].count)
        }
        current.swap(at: place, for: entering)
    }

    // MARK: Moves

    /// - Returns: whether any open site was moved.
    private mutating func move() -> Bool {
        numbers.below(3) == 0 ? moveFar() : moveNear()
    }

    /// Moves one open site to wherever the relaxation opens one.
    private mutating func moveFar() -> Bool {
        guard !wanted.isEmpty else { return false }
        let entering = wanted[numbers.below(wanted.count)]
        guard current.slot[Int(entering)] < 0 else { return false }
        // The least missed of a few.
        var best: Int?
        for _ in 0..<3 {
            let place = numbers.below(current.open.count)
            guard rules.standing[Int(current.cover.sites[Int(current.open[place])])] == .free else { continue }
            if best.map({ current.losses[place] < current.losses[$0] }) ?? true { best = place }
        }
        guard let best else { return false }
        apply(best, entering)
        mend()
        return true
    }

    /// Where a move broke a limit, makes the least costly swap that keeps all of them again.
    private mutating func mend() {
        let short = rules.shortfall(limitCounts)
        guard short > 0 else { return }
        let sites = current.cover.sites
        var best: (delta: Int64, place: Int, entering: Int32)?
        for site in sites.indices where current.slot[site] < 0 {
            work += Int64(current.columns.range(site).count + current.open.count)
            let gain = current.gain(of: site, returned: &returned)
            for place in current.open.indices {
                let delta = current.losses[place] - returned[place] - gain
                let leaving = Int(sites[Int(current.open[place])])
                guard delta < best?.delta ?? .max, rules.standing[leaving] == .free else { continue }
                let change = rules.change(
                    out: rules.classOf[leaving], in: rules.classOf[Int(sites[site])], counts: limitCounts)
                if short + change == 0 { best = (delta, place, Int32(site)) }
            }
        }
        if let best { apply(best.place, best.entering) }
    }

    /// Moves one to five open sites near each other.
    private mutating func moveNear() -> Bool {
        let unsure = current.open.filter { isUnsure[Int($0)] }
        let middles = unsure.isEmpty ? current.open : unsure
        let middle = middles[numbers.below(middles.count)]
        var moved = false
        for _ in 0...numbers.below(5) {
            let near = randomNeighbour(randomNeighbour(middle))
            let around = neighbours[Int(near)].filter { current.slot[Int($0)] >= 0 }
            guard !around.isEmpty else { continue }
            let leaving = around[numbers.below(around.count)]
            let first = randomNeighbour(leaving)
            let entering = numbers.below(2) == 0 ? first : randomNeighbour(first)
            let place = Int(current.slot[Int(leaving)])
            guard current.slot[Int(entering)] < 0, allows(place, entering) else { continue }
            apply(place, entering)
            moved = true
        }
        return moved
    }

    /// A site that shares a set with another; itself when there is none.
    private mutating func randomNeighbour(_ site: Int32) -> Int32 {
        let near = neighbours[Int(site)]
        return near.isEmpty ? site : near[numbers.below(near.count)]
    }
}
