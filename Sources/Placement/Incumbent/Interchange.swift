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
    /// Given back by a candidate, by the place of the site that closes.
    private var returned: [Double] = []
    private var changed: [UInt32] = []
    /// Pairs looked at, a measure of work that is the same on every machine.
    private(set) var work: Int64 = 0

    /// Changed rows whose sites are looked at again after a swap.
    private static let sample = 64

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
        plan.follow(columns, rows: rows)
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
        var quiet = 0
        var place = 0
        while quiet < columns.count {
            if isDirty[place] {
                isDirty[place] = false
                let found = bestSwap(place, plan, below: -0.5) { out, entering in
                    rules.allowsSwap(out: out, in: entering, counts: plan.limitCounts)
                }
                if let found, take(found, &plan) {
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
        // A site that matters is near many of the rows: a few dozen of them find it, and a last sweep misses nothing.
        for place in stride(from: 0, to: changed.count, by: 1 + changed.count / Self.sample) {
            let row = changed[place]
            let second = plan.second[Int(row)]
            for k in rows.range(Int(row)) {
                guard Double(rows.value(at: k, of: Int(row))) < second else { break }
                let slot = columns.slot[Int(rows.sites[k])]
                if slot >= 0 { isDirty[Int(slot)] = true }
            }
        }
        work += Int64(changed.count)
    }

    /// The best swap that brings in one candidate.
    /// - Parameters:
    ///   - candidate: place among the columns.
    ///   - limit: only swaps that change the objective by less are of interest.
    ///   - leaves: whether a site may close.
    ///   - admits: whether a site of one class may make way for one of another.
    mutating func bestSwap(
        _ candidate: Int, _ plan: OpenPlan, below limit: Double = .infinity,
        leaves: (UInt32) -> Bool = { _ in true }, admits: (Int, Int) -> Bool
    ) -> Swap? {
        let entering = columns.sites[candidate]
        guard plan.place[Int(entering)] < 0 else { return nil }
        let gain = price(candidate, plan)
        var least = Double.infinity
        for place in plan.open.indices { least = min(least, plan.losses[place] - returned[place]) }
        guard least - gain < limit else { return nil }
        let enteringClass = rules.classOf[Int(entering)]
        var best = Swap(delta: limit, place: -1, entering: entering)
        for (place, leaving) in plan.open.enumerated() {
            let delta = plan.losses[place] - returned[place] - gain
            guard delta < best.delta, rules.standing[Int(leaving)] == .free, leaves(leaving),
                admits(rules.classOf[Int(leaving)], enteringClass)
            else { continue }
            best = Swap(delta: delta, place: place, entering: entering)
        }
        return best.place >= 0 ? best : nil
    }

    /// Walks a candidate's column: the gain of opening it, and in `returned` what it makes up for each closing site.
    private mutating func price(_ candidate: Int, _ plan: OpenPlan) -> Double {
        if returned.count == plan.open.count + 1 {
            for place in returned.indices { returned[place] = 0 }
        } else {
            returned = [Double](repeating: 0, count: plan.open.count + 1)
        }
        let columns = columns
        work += Int64(columns.range(candidate).count)
        return columns.multiples.isNarrow
            ? Self.walk(columns.range(candidate), columns, columns.multiples.narrow, plan, &returned)
            : Self.walk(columns.range(candidate), columns, columns.multiples.wide, plan, &returned)
    }

    /// Tuned.
    private static func walk<Number: FixedWidthInteger>(
        _ range: Range<Int>, _ columns: ContributionColumns, _ multiples: [Number], _ plan: OpenPlan,
        _ returned: inout [Double]
    ) -> Double {
        var gain = 0.0
        returned.withUnsafeMutableBufferPointer { returned in
            for k in range {
                let row = Int(columns.rows[k])
                let value = Double(Int64(truncatingIfNeeded: multiples[k])) * columns.units[row]
                let second = plan.second[row]
                guard value < second else { continue }
                let place = Int(plan.place[Int(plan.nearestSite[row])])
                let nearest = plan.nearest[row]
                if value < nearest {
                    gain += nearest - value
                    returned[place] += second - nearest
                } else {
                    returned[place] += second - value
                }
            }
        }
        return gain
    }
}
