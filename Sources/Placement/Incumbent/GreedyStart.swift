/// A first plan: the site that helps most, again and again, as long as the rules can still be kept.
///
/// Gains only fall as sites open (the objective is supermodular), so an old gain bounds a new one and most need no
/// second look (Minoux 1978).
enum GreedyStart {
    /// - Parameter preferred: sites of a former plan, opened before all others as far as the rules allow, the most useful
    ///   first: which mends a plan that breaks them.
    /// - Returns: open sites, ascending; nil when no set of sites was found that keeps the rules.
    static func plan(
        _ rows: ContributionRows, _ columns: ContributionColumns, _ rules: SiteRules, preferred: [UInt32] = []
    ) -> [UInt32]? {
        var opened = [Int](repeating: 0, count: rules.classCount)
        for site in rules.lockedIn { opened[rules.classOf[Int(site)]] += 1 }
        guard var witness = ClassCounts.feasible(rules, atLeast: opened) else { return nil }

        var current = (0..<rows.count).map { row in
            Double(min(rows.radius[row], columns.cap?[row] ?? .max))
        }
        var open = rules.lockedIn
        var isOpen = [Bool](repeating: false, count: rules.siteCount)
        for site in open {
            isOpen[Int(site)] = true
            lower(&current, columns, site)
        }
        var isFresh = [Bool](repeating: false, count: columns.count)
        var isBlocked = [Bool](repeating: false, count: rules.classCount)
        let former = Set(preferred)
        var isFirst = !former.isEmpty
        var heap = GainHeap(count: columns.count) { place in
            let site = columns.sites[place]
            return isOpen[Int(site)] || isFirst && !former.contains(site) ? nil : .infinity
        }
        while open.count < rules.count {
            guard let best = heap.first else {
                guard isFirst else { return fill(open, isOpen, opened, rules) }
                isFirst = false
                heap = GainHeap(count: columns.count) { isOpen[Int(columns.sites[$0])] ? nil : .infinity }
                continue
            }
            let site = columns.sites[best]
            let number = rules.classOf[Int(site)]
            if isBlocked[number] {
                heap.removeFirst()
                continue
            }
            if !isFresh[best] {
                heap.lowerFirst(to: gain(current, columns, best))
                isFresh[best] = true
                continue
            }
            if opened[number] >= witness[number] {
                var wanted = opened
                wanted[number] += 1
                guard let found = ClassCounts.feasible(rules, atLeast: wanted) else {
                    isBlocked[number] = true
                    continue
                }
                witness = found
            }
            heap.removeFirst()
            opened[number] += 1
            open.append(site)
            isOpen[Int(site)] = true
            lower(&current, columns, site)
            for place in isFresh.indices { isFresh[place] = false }
        }
        return open.sorted()
    }

    private static func gain(_ current: [Double], _ columns: ContributionColumns, _ place: Int) -> Double {
        var gain = 0.0
        for k in columns.range(place) { gain += max(0, current[Int(columns.rows[k])] - columns.value(k)) }
        return gain
    }

    private static func lower(_ current: inout [Double], _ columns: ContributionColumns, _ site: UInt32) {
        guard columns.slot[Int(site)] >= 0 else { return }
        for k in columns.range(Int(columns.slot[Int(site)])) {
            current[Int(columns.rows[k])] = min(current[Int(columns.rows[k])], columns.value(k))
        }
    }

    /// Opens whatever keeps the rules once no active site does.
    private static func fill(_ open: [UInt32], _ isOpen: [Bool], _ opened: [Int], _ rules: SiteRules) -> [UInt32]? {
        guard let counts = ClassCounts.feasible(rules, atLeast: opened) else { return nil }
        var open = open
        for number in counts.indices {
            open += rules.sitesOfClass[number].lazy.filter { !isOpen[Int($0)] }.prefix(counts[number] - opened[number])
        }
        return open.sorted()
    }
}
