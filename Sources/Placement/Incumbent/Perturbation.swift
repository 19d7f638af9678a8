/// Iterated local search: exchanges a few neighbouring open sites for sites near by, mends by interchange, and goes on
/// from there unless the plan became clearly worse.
struct Perturbation: Sendable {
    /// How much worse than the best a plan may be and still be gone on from, as a fraction.
    static let threshold = 3e-5

    private(set) var best: OpenPlan
    private var current: OpenPlan
    private var interchange: Interchange
    private var numbers: SplitMix

    init(_ start: OpenPlan, _ interchange: Interchange, seed: UInt64) {
        best = start
        current = start
        current.follow(interchange.columns, rows: interchange.rows)
        self.interchange = interchange
        numbers = SplitMix(seed: seed)
    }

    var work: Int64 { interchange.work }

    /// Perturbs and mends until `budget` pairs were looked at.
    mutating func run(budget: Int64) {
        guard current.open.count > 0, interchange.columns.count > 0 else { return }
        let end = interchange.work + budget
        // Small problems are searched through long before the budget is spent.
        for step in 0..<(100 + 30 * current.open.count) where interchange.work < end {
            // Small errors of the doubles would add up over many swaps.
            if step % 256 == 255 { current.measureLosses() }
            current.mark()
            guard perturb() else { continue }
            _ = interchange.settle(&current)
            let limit = Double(best.objective) * (1 + Self.threshold)
            if current.objective < best.objective {
                best = current
            } else if Double(current.objective) > limit {
                current.goBack()
            }
        }
    }

    /// Swaps one to three open sites near each other for random sites near them.
    /// - Returns: whether anything was swapped.
    private mutating func perturb() -> Bool {
        let columns = interchange.columns
        let middle = Int(columns.slot[Int(current.open[numbers.below(current.open.count)])])
        guard middle >= 0, !columns.range(middle).isEmpty else { return false }
        var swapped = false
        for _ in 0...numbers.below(3) {
            let range = columns.range(middle)
            let row = Int(columns.rows[range.lowerBound + numbers.below(range.count)])
            swapped = swapNear(row) || swapped
        }
        return swapped
    }

    private mutating func swapNear(_ row: Int) -> Bool {
        let (rows, rules) = (interchange.rows, interchange.rules)
        let leaving = current.nearestSite[row]
        guard Int(leaving) < rules.siteCount, rules.standing[Int(leaving)] == .free else { return false }
        let second = current.second[row]
        let near = rows.range(row).prefix { Double(rows.value(at: $0, of: row)) <= second }
        guard !near.isEmpty else { return false }
        let entering = rows.sites[near.lowerBound + numbers.below(near.count)]
        guard current.place[Int(entering)] < 0, interchange.columns.slot[Int(entering)] >= 0,
            rules.allowsSwap(
                out: rules.classOf[Int(leaving)], in: rules.classOf[Int(entering)], counts: current.limitCounts)
        else { return false }
        let place = Int(current.place[Int(leaving)])
        interchange.apply(Interchange.Swap(delta: 0, place: place, entering: entering), &current)
        return true
    }
}
