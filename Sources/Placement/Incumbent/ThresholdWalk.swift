/// Threshold accepting (Dueck and Scheuer 1990): moves one hub at a time to a random site near by, and keeps the move
/// unless it costs more than a threshold that falls to nothing. A move looks only at the rows near its two sites, so
/// there can be many of them; a descent at the end takes what is left.
struct ThresholdWalk: Sendable {
    /// The first threshold, as a fraction of the objective.
    private let height: Double
    /// Moves tried for every site that may open, at most.
    static let stepsForEach = 100

    private(set) var best: OpenPlan
    private var current: OpenPlan
    private var interchange: Interchange
    private var numbers: SplitMix
    private var changed: [UInt32] = []
    private var moveWork: Int64 = 0

    init(_ start: OpenPlan, _ interchange: Interchange, height: Double, seed: UInt64) {
        self.height = height
        best = start
        current = start
        current.follow(interchange.columns, rows: interchange.rows)
        self.interchange = interchange
        numbers = SplitMix(seed: seed)
    }

    var work: Int64 { interchange.work + moveWork }

    /// - Parameter budget: pairs to look at.
    mutating func run(budget: Int64) {
        guard current.open.count > 0, interchange.columns.count > 0, budget > 0 else { return }
        let start = moveWork
        var steps = 0
        // Small problems are walked through long before the budget is spent.
        let mostSteps = Self.stepsForEach * interchange.columns.count
        while moveWork - start < budget, steps < mostSteps {
            let left = 1 - max(Double(moveWork - start) / Double(budget), Double(steps) / Double(mostSteps))
            let threshold = Int64(Double(best.objective) * height * left * left)
            moveWork += 16
            steps += 1
            // Small errors of the doubles would add up over many swaps.
            if steps % 1024 == 0 { current.measureLosses() }
            guard let (leaving, entering) = move() else { continue }
            let before = current.objective
            current.mark()
            changed.removeAll(keepingCapacity: true)
            current.swap(
                out: leaving, in: entering, rows: interchange.rows, rules: interchange.rules,
                columns: interchange.columns, changed: &changed)
            moveWork += Int64(changed.count) * 4 + size(leaving) + size(entering)
            if current.objective - before > threshold { current.goBack() } else { current.forget() }
        }
        interchange.descend(&current)
        if current.objective < best.objective { best = current }
    }

    private func size(_ site: UInt32) -> Int64 {
        let slot = interchange.columns.slot[Int(site)]
        return slot < 0 ? 0 : Int64(interchange.columns.range(Int(slot)).count)
    }

    /// A hub that may close, and a site near one of its rows that may open in its place.
    private mutating func move() -> (UInt32, UInt32)? {
        let leaving = current.open[numbers.below(current.open.count)]
        let slot = Int(interchange.columns.slot[Int(leaving)])
        guard interchange.rules.standing[Int(leaving)] == .free, slot >= 0, !interchange.columns.range(slot).isEmpty
        else { return nil }
        let range = interchange.columns.range(slot)
        let row = Int(interchange.columns.rows[range.lowerBound + numbers.below(range.count)])
        guard current.nearestSite[row] == leaving else { return nil }
        let near = interchange.rows.range(row)
        // Sites nearer than the second hub, most of them nearer than the first.
        let reach = current.nearest[row] * 1.5
        var (low, high) = (near.lowerBound, near.upperBound)
        while low < high {
            let middle = (low + high) / 2
            if Double(interchange.rows.value(at: middle, of: row)) <= reach { low = middle + 1 } else { high = middle }
        }
        guard low > near.lowerBound else { return nil }
        let entering = interchange.rows.sites[near.lowerBound + numbers.below(low - near.lowerBound)]
        guard current.place[Int(entering)] < 0, interchange.columns.slot[Int(entering)] >= 0,
            interchange.rules.allowsSwap(
                out: interchange.rules.classOf[Int(leaving)], in: interchange.rules.classOf[Int(entering)],
                counts: current.limitCounts)
        else { return nil }
        return (leaving, entering)
    }
}
