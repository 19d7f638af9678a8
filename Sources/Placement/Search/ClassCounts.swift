/// How many sites of each class to open so that count, locks and limits hold: a small exact search with bounds pulled
/// tight after every step.
///
/// Without crossing limits the bounds alone nearly always decide; with them a few halvings do.
struct ClassCounts {
    private struct Row {
        var classes: [Int]
        var least: Int
        var most: Int
    }

    private var rows: [Row]
    private var stepsLeft: Int

    private init(_ rules: SiteRules, steps: Int) {
        var members = [[Int]](repeating: [], count: rules.bounds.count)
        for (number, limits) in rules.limitsOfClass.enumerated() {
            for limit in limits { members[limit].append(number) }
        }
        rows = zip(members, rules.bounds).map { Row(classes: $0, least: $1.least, most: $1.most) }
        rows.append(Row(classes: Array(0..<rules.classCount), least: rules.count, most: rules.count))
        stepsLeft = steps
    }

    /// - Parameter atLeast: sites of each class that are open already.
    /// - Returns: counts by class; nil when none keep the rules, or none was found within the steps.
    static func feasible(_ rules: SiteRules, atLeast: [Int], steps: Int = 20_000) -> [Int]? {
        var search = ClassCounts(rules, steps: steps)
        return search.solve(least: atLeast, most: rules.sitesOfClass.map(\.count))
    }

    private mutating func solve(least: [Int], most: [Int]) -> [Int]? {
        var (least, most) = (least, most)
        guard tighten(&least, &most) else { return nil }
        // The widest class is halved first; it leaves the most to be decided.
        guard let split = least.indices.max(by: { (most[$0] - least[$0], $1) < (most[$1] - least[$1], $0) }),
            least[split] < most[split]
        else { return least }
        guard stepsLeft > 0 else { return nil }
        stepsLeft -= 1
        let middle = (least[split] + most[split]) / 2
        var lower = most
        lower[split] = middle
        if let found = solve(least: least, most: lower) { return found }
        least[split] = middle + 1
        return solve(least: least, most: most)
    }

    /// Pulls the bounds of every class as tight as the rows allow.
    /// - Returns: false when a row cannot be met.
    private func tighten(_ least: inout [Int], _ most: inout [Int]) -> Bool {
        var changed = true
        while changed {
            changed = false
            for row in rows {
                let low = row.classes.reduce(0) { $0 + least[$1] }
                let high = row.classes.reduce(0) { $0 + most[$1] }
                if low > row.most || high < row.least || row.least > row.most { return false }
                for k in row.classes {
                    let ceiling = row.most - (low - least[k])
                    if most[k] > ceiling {
                        most[k] = ceiling
                        changed = true
                    }
                    let floor = row.least - (high - most[k])
                    // Bounds within one pass use the sums from its start, which are never too tight.
                    if least[k] < floor {
                        least[k] = floor
                        changed = true
                    }
                    if least[k] > most[k] { return false }
                }
                if changed { break }
            }
        }
        return true
    }
}
