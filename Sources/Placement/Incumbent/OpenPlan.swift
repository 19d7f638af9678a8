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
    }

    /// Closes one site and opens another.
    /// - Parameters:
    ///   - columns: pairs by site; those of `entering` shorten the search where they hold it.
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

        for row in 0..<rows.count where nearestSite[row] == leaving || secondSite[row] == leaving {
            refresh(row, in: rows, changed: &changed)
        }
        if let columns, columns.slot[Int(entering)] >= 0 {
            let range = columns.range(Int(columns.slot[Int(entering)]))
            for k in range {
                let row = Int(columns.rows[k])
                guard columns.values[k] < second[row], nearestSite[row] != entering, secondSite[row] != entering
                else { continue }
                insert(entering, columns.values[k], row)
                changed.append(UInt32(row))
            }
        }
        // Rows whose second nearest lies beyond what the column is sure to hold are looked at one by one.
        for row in 0..<rows.count where second[row] > reach(row, rows, columns, entering) {
            guard nearestSite[row] != entering, secondSite[row] != entering else { continue }
            let value = Double(rows.value(row: row, site: entering))
            guard value < second[row] else { continue }
            insert(entering, value, row)
            changed.append(UInt32(row))
        }
    }

    /// Up to where the column of a site is sure to hold a row.
    private func reach(
        _ row: Int, _ rows: ContributionRows, _ columns: ContributionColumns?, _ site: UInt32
    ) -> Double {
        guard let columns, columns.slot[Int(site)] >= 0 else { return -1 }
        if let cap = columns.cap, cap[row] <= rows.radius[row] { return Double(cap[row]) }
        return rows.isRadiusExact[row] ? .infinity : Double(rows.radius[row])
    }

    private mutating func insert(_ site: UInt32, _ value: Double, _ row: Int) {
        if value < nearest[row] {
            objective += Int64(value) - Int64(nearest[row])
            (second[row], secondSite[row]) = (nearest[row], nearestSite[row])
            (nearest[row], nearestSite[row]) = (value, site)
        } else {
            (second[row], secondSite[row]) = (value, site)
        }
    }

    private mutating func refresh(_ row: Int, in rows: ContributionRows, changed: inout [UInt32]) {
        let (before, beforeSecond) = (nearest[row], second[row])
        find(row, in: rows)
        objective += Int64(nearest[row]) - Int64(before)
        if nearest[row] != before || second[row] != beforeSecond { changed.append(UInt32(row)) }
    }

    /// The two nearest open sites of a row: along the row, and among all open sites where the row is too short.
    private mutating func find(_ row: Int, in rows: ContributionRows) {
        var found = 0
        for k in rows.offsets[row]..<rows.offsets[row + 1] where place[Int(rows.sites[k])] >= 0 {
            if found == 0 {
                (nearest[row], nearestSite[row]) = (Double(rows.values[k]), rows.sites[k])
                found = 1
            } else {
                (second[row], secondSite[row]) = (Double(rows.values[k]), rows.sites[k])
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
