/// A set of open sites with every row's nearest and second nearest open site, kept exact after every swap.
///
/// Contributions are doubles that hold whole numbers below 2⁵³ exactly; their sum is made in integers.
struct OpenPlan: Sendable {
    private(set) var open: [UInt32]
    /// Place of a site in `open`, −1 when closed. One more entry than sites: `nobody`, who costs a row's exact radius,
    /// has the place after the last.
    private(set) var place: [Int32]
    /// Each row's contribution at its nearest and second nearest open site.
    private(set) var nearest: [Double]
    private(set) var second: [Double]
    private(set) var nearestSite: [UInt32]
    private(set) var secondSite: [UInt32]
    /// Open sites by limit.
    private(set) var limitCounts: [Int]
    /// Σ contributions, exact.
    private(set) var objective: Int64 = 0
    /// What closing each open site would add, by its place; one more entry, for nobody.
    private(set) var losses: [Double] = []
    /// Up to where the columns that the plan follows hold each row; empty when it follows none.
    private var reach: [Double] = []
    /// Rows whose second nearest lies beyond that, and maybe some that no longer do.
    private var loose: [UInt32] = []
    private var isLoose: [Bool] = []
    private var journal = PlanJournal()

    private var nobody: UInt32 { UInt32(place.count - 1) }

    init(_ open: [UInt32], rows: ContributionRows, rules: SiteRules) {
        self.open = open
        place = [Int32](repeating: -1, count: rules.siteCount + 1)
        place[rules.siteCount] = Int32(open.count)
        for (k, site) in open.enumerated() { place[Int(site)] = Int32(k) }
        nearest = [Double](repeating: 0, count: rows.count)
        second = nearest
        nearestSite = [UInt32](repeating: UInt32(rules.siteCount), count: rows.count)
        secondSite = nearestSite
        limitCounts = rules.counts(of: open)
        for row in 0..<rows.count { find(row, in: rows) }
        objective = nearest.reduce(0) { $0 + Int64($1) }
        measureLosses()
    }

    /// Sums the losses afresh: doubles round sums beyond 2⁵³, and small errors would add up over many swaps.
    mutating func measureLosses() {
        losses = [Double](repeating: 0, count: open.count + 1)
        for row in nearest.indices { losses[Int(place[Int(nearestSite[row])])] += second[row] - nearest[row] }
    }

    /// Prepares for swaps among the sites of some columns: only the rows near the two sites are looked at from now on.
    mutating func follow(_ columns: ContributionColumns, rows: ContributionRows) {
        reach = (0..<rows.count).map { row in
            if let cap = columns.cap, cap[row] <= rows.radius[row] { return Double(cap[row]) }
            return rows.isRadiusExact[row] ? .infinity : Double(rows.radius[row])
        }
        loose = []
        isLoose = [Bool](repeating: false, count: rows.count)
        for row in 0..<rows.count {
            // Whoever costs the most there is need not be known by name, and no column may tell it.
            if rows.isRadiusExact[row] {
                if nearest[row] >= Double(rows.radius[row]) { nearestSite[row] = nobody }
                if second[row] >= Double(rows.radius[row]) { secondSite[row] = nobody }
            }
            noteReach(row)
        }
        measureLosses()
    }

    /// Keeps a row in mind whose two nearest are not both sure to be found by columns.
    @inline(__always)
    private mutating func noteReach(_ row: Int) {
        guard !reach.isEmpty, second[row] >= reach[row], !isLoose[row] else { return }
        isLoose[row] = true
        loose.append(UInt32(row))
    }

    // MARK: Going back

    /// Marks the plan as it is, for `goBack`.
    mutating func mark() {
        journal.begin(
            rows: nearest.count, open: open, limitCounts: limitCounts, objective: objective, losses: losses)
    }

    /// Undoes every swap since the mark.
    mutating func goBack() {
        for entry in journal.entries {
            let row = Int(entry.row)
            (nearest[row], second[row]) = (entry.nearest, entry.second)
            (nearestSite[row], secondSite[row]) = (entry.nearestSite, entry.secondSite)
            noteReach(row)
        }
        for site in open { place[Int(site)] = -1 }
        open = journal.open
        for (k, site) in open.enumerated() { place[Int(site)] = Int32(k) }
        (limitCounts, objective, losses) = (journal.limitCounts, journal.objective, journal.losses)
        journal.end()
    }

    /// Forgets the mark.
    mutating func forget() { journal.end() }

    @inline(__always)
    private mutating func save(_ row: Int) {
        journal.save(
            row, nearest: nearest[row], second: second[row], nearestSite: nearestSite[row],
            secondSite: secondSite[row])
    }

    // MARK: Swaps

    /// Closes one site and opens another.
    /// - Parameters:
    ///   - columns: pairs by site, those that the plan follows: only the rows near the two sites are then looked at.
    ///   - changed: collects the rows whose nearest or second nearest changed.
    mutating func swap(
        out leaving: UInt32, in entering: UInt32, rows: ContributionRows, rules: SiteRules,
        columns: ContributionColumns? = nil, changed: inout [UInt32]
    ) {
        let at = Int(place[Int(leaving)])
        open[at] = entering
        place[Int(entering)] = Int32(at)
        place[Int(leaving)] = -1
        for limit in rules.limitsOfClass[rules.classOf[Int(leaving)]] { limitCounts[limit] -= 1 }
        for limit in rules.limitsOfClass[rules.classOf[Int(entering)]] { limitCounts[limit] += 1 }

        guard let columns, reach.count == rows.count, columns.slot[Int(entering)] >= 0,
            columns.slot[Int(leaving)] >= 0
        else {
            for row in 0..<rows.count {
                visit(row, leaving: leaving, entering: entering, at: at, rows: rows, changed: &changed)
            }
            return
        }
        for k in columns.range(Int(columns.slot[Int(leaving)])) {
            let row = Int(columns.rows[k])
            guard nearestSite[row] == leaving || secondSite[row] == leaving else { continue }
            refresh(row, in: rows, leaving: leaving, at: at, changed: &changed)
        }
        // Beyond what columns are sure to hold, pairs are looked up.
        var kept = 0
        for place in loose.indices {
            let row = Int(loose[place])
            guard second[row] >= reach[row] else {
                isLoose[row] = false
                continue
            }
            visit(row, leaving: leaving, entering: entering, at: at, rows: rows, changed: &changed)
            loose[kept] = loose[place]
            kept += 1
        }
        loose.removeLast(loose.count - kept)
        for k in columns.range(Int(columns.slot[Int(entering)])) {
            let row = Int(columns.rows[k])
            guard columns.value(k) < second[row], nearestSite[row] != entering, secondSite[row] != entering
            else { continue }
            insert(entering, columns.value(k), row)
            changed.append(UInt32(row))
        }
    }

    /// Brings one row up to date after a swap, whatever columns hold.
    private mutating func visit(
        _ row: Int, leaving: UInt32, entering: UInt32, at: Int, rows: ContributionRows, changed: inout [UInt32]
    ) {
        if nearestSite[row] == leaving || secondSite[row] == leaving {
            refresh(row, in: rows, leaving: leaving, at: at, changed: &changed)
        } else if nearestSite[row] != entering, secondSite[row] != entering {
            let value = Double(rows.value(row: row, site: entering))
            guard value < second[row] else { return }
            insert(entering, value, row)
            changed.append(UInt32(row))
        }
    }

    private mutating func insert(_ site: UInt32, _ value: Double, _ row: Int) {
        save(row)
        losses[Int(place[Int(nearestSite[row])])] -= second[row] - nearest[row]
        if value < nearest[row] {
            objective += Int64(value) - Int64(nearest[row])
            (second[row], secondSite[row]) = (nearest[row], nearestSite[row])
            (nearest[row], nearestSite[row]) = (value, site)
        } else {
            (second[row], secondSite[row]) = (value, site)
        }
        losses[Int(place[Int(nearestSite[row])])] += second[row] - nearest[row]
    }

    /// Looks for a row's two nearest afresh, after the site at a place made way for another.
    private mutating func refresh(
        _ row: Int, in rows: ContributionRows, leaving: UInt32, at: Int, changed: inout [UInt32]
    ) {
        save(row)
        let (before, beforeSecond) = (nearest[row], second[row])
        let from = nearestSite[row] == leaving ? at : Int(place[Int(nearestSite[row])])
        losses[from] -= beforeSecond - before
        find(row, in: rows)
        losses[Int(place[Int(nearestSite[row])])] += second[row] - nearest[row]
        noteReach(row)
        objective += Int64(nearest[row]) - Int64(before)
        if nearest[row] != before || second[row] != beforeSecond { changed.append(UInt32(row)) }
    }

    /// The two nearest open sites of a row: along the row, and among all open sites where the row is too short.
    private mutating func find(_ row: Int, in rows: ContributionRows) {
        var found = 0
        for k in rows.offsets[row]..<rows.offsets[row + 1] where place[Int(rows.sites[k])] >= 0 {
            if found == 0 {
                (nearest[row], nearestSite[row]) = (Double(rows.value(at: k, of: row)), rows.sites[k])
                found = 1
            } else {
                (second[row], secondSite[row]) = (Double(rows.value(at: k, of: row)), rows.sites[k])
                return
            }
        }
        let farthest = Double(rows.radius[row])
        if rows.isRadiusExact[row] {
            if found == 0 { (nearest[row], nearestSite[row]) = (farthest, nobody) }
            (second[row], secondSite[row]) = (max(farthest, nearest[row]), nobody)
            return
        }
        var best = (value: Int64.max, site: nobody)
        var next = best
        for site in open {
            let value = rows.value(row: row, site: site)
            if (value, site) < best {
                next = best
                best = (value, site)
            } else if (value, site) < next {
                next = (value, site)
            }
        }
        // One open site alone has no second: the farthest there is stands for it.
        if next.value == .max { next = (rows.farthest(row), nobody) }
        (nearest[row], nearestSite[row]) = (Double(best.value), best.site)
        (second[row], secondSite[row]) = (Double(next.value), next.site)
    }
}
