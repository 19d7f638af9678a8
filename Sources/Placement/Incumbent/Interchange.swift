/// Fast interchange (Whitaker 1983; Resende and Werneck 2004): one open site for a closed one, as long as that helps
/// and every rule is kept.
///
/// The loss of every open site is kept at hand, so one walk down a candidate's column prices its swap with all open
/// sites. A candidate is looked at again only when a row near it has changed.
struct Interchange: Sendable {
    let rows: ContributionRows
    let columns: ContributionColumns
    let rules: SiteRules

    private var isDirty: [Bool]
    /// Lost by closing each open site, by its place; one more entry, for nobody.
    private var losses: [Double] = []
    /// Given back by a candidate, by the place of the site that closes.
    private var returned: [Double] = []
    private var changed: [UInt32] = []
    /// Pairs looked at, a measure of work that is the same on every machine.
    private(set) var work: Int64 = 0

    /// Changed rows whose sites are looked at again after a swap.
    private static let sample = 256

    /// A swap with what it changes the objective by, as far as the columns see: never below the truth.
    struct Swap: Sendable {
        var delta: Double
        var place: Int
        var entering: UInt32
    }

    init(rows: ContributionRows, columns: ContributionColumns, rules: SiteRules) {
        self.rows = rows
        self.columns = columns
        self.rules = rules
        isDirty = [Bool](repeating: false, count: columns.count)
    }

    /// Swaps until no swap among the active sites helps.
    mutating func descend(_ plan: inout OpenPlan) {
        markAll()
        while settle(&plan) { markAll() }
    }

    mutating func markAll() {
        for place in isDirty.indices { isDirty[place] = true }
    }

    /// Swaps until no candidate near a change helps.
    /// - Returns: whether anything was swapped.
    mutating func settle(_ plan: inout OpenPlan) -> Bool {
        var improved = false
        let rules = rules
        measureLosses(plan)
        var quiet = 0
        var place = 0
        while quiet < columns.count {
            if isDirty[place] {
                isDirty[place] = false
                let found = bestSwap(place, plan) { out, entering in
                    rules.allowsSwap(out: out, in: entering, counts: plan.limitCounts)
                }
                if let found, found.delta < -0.5, take(found, &plan) {
                    improved = true
                    quiet = 0
                }
            }
            quiet += 1
            place = place + 1 == columns.count ? 0 : place + 1
        }
        return improved
    }

    /// Makes a swap if it lowers the exact objective.
    private mutating func take(_ swap: Swap, _ plan: inout OpenPlan) -> Bool {
        let before = plan.objective
        let leaving = plan.open[swap.place]
        apply(swap, &plan)
        if plan.objective < before { return true }
        // Doubles round sums beyond 2⁵³; the integers decide.
        apply(Swap(delta: 0, place: swap.place, entering: leaving), &plan)
        return false
    }

    /// Makes a swap whatever it costs and marks the candidates near it.
    mutating func apply(_ swap: Swap, _ plan: inout OpenPlan) {
        changed.removeAll(keepingCapacity: true)
        plan.swap(
            out: plan.open[swap.place], in: swap.entering, rows: rows, rules: rules, columns: columns,
            changed: &changed)
        // A site that matters is near many of the rows: a few hundred of them find it, and a last sweep misses nothing.
        for place in stride(from: 0, to: changed.count, by: 1 + changed.count / Self.sample) {
            let row = changed[place]
            let second = plan.second[Int(row)]
            for k in rows.range(Int(row)) {
                guard Double(rows.values[k]) < second else { break }
                let slot = columns.slot[Int(rows.sites[k])]
                if slot >= 0 { isDirty[Int(slot)] = true }
            }
        }
        measureLosses(plan)
    }

    /// Brings the losses up to date with a plan.
    mutating func measureLosses(_ plan: OpenPlan) {
        losses = [Double](repeating: 0, count: plan.open.count + 1)
        for row in 0..<rows.count {
            losses[Int(plan.place[Int(plan.nearestSite[row])])] += plan.second[row] - plan.nearest[row]
        }
        work += Int64(rows.count)
    }

    /// The best swap that brings in one candidate.
    /// - Parameters:
    ///   - candidate: place among the columns.
    ///   - admits: whether a site of one class may make way for one of another.
    mutating func bestSwap(_ candidate: Int, _ plan: OpenPlan, admits: (Int, Int) -> Bool) -> Swap? {
        let entering = columns.sites[candidate]
        guard plan.place[Int(entering)] < 0 else { return nil }
        let gain = price(candidate, plan)
        let enteringClass = rules.classOf[Int(entering)]
        var best: Swap?
        for (place, leaving) in plan.open.enumerated() {
            let delta = losses[place] - returned[place] - gain
            guard delta < best?.delta ?? .infinity, rules.standing[Int(leaving)] == .free,
                admits(rules.classOf[Int(leaving)], enteringClass)
            else { continue }
            best = Swap(delta: delta, place: place, entering: entering)
        }
        return best
    }

    /// Walks a candidate's column: the gain of opening it, and in `returned` what it makes up for each closing site.
    private mutating func price(_ candidate: Int, _ plan: OpenPlan) -> Double {
        returned = [Double](repeating: 0, count: plan.open.count + 1)
        let range = columns.range(candidate)
        work += Int64(range.count)
        var gain = 0.0
        columns.rows.withUnsafeBufferPointer { rows in
            columns.values.withUnsafeBufferPointer { values in
                plan.nearest.withUnsafeBufferPointer { nearest in
                    plan.second.withUnsafeBufferPointer { second in
                        for k in range {
                            let row = Int(rows[k])
                            let value = values[k]
                            guard value < second[row] else { continue }
                            let place = Int(plan.place[Int(plan.nearestSite[row])])
                            if value < nearest[row] {
                                gain += nearest[row] - value
                                returned[place] += second[row] - nearest[row]
                            } else {
                                returned[place] += second[row] - value
                            }
                        }
                    }
                }
            }
        }
        return gain
    }
}
