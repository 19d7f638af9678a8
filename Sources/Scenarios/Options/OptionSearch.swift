internal import HubModel
internal import Placement

/// Plans near the best one that differ on the ground, one after another: each the best found of those that have enough hubs
/// away from the hubs of every plan before it.
///
/// With N(P) the sites near a hub of the plan P, a plan has at least k hubs away from P where Σ open in N(P) ≤ p − k, a cap
/// like any other. Where no plan under these caps costs at most 1 + ε times the best, none can be added to the list.
struct OptionSearch {
    /// Settled: without "as many as possible".
    let service: ServiceProblem
    /// Options wanted, the best plan among them; 1 or more.
    let count: Int
    /// ε in thousand-millionths, so that limits are compared in whole numbers.
    let within: Int64
    /// Hubs of each that stand away from those of every earlier one.
    let differ: Int
    /// For each site, those that are near it, itself among them; ascending, local numbers.
    let near: (UInt32) -> [UInt32]

    static let whole: Int64 = 1_000_000_000

    struct Option: Sendable {
        /// Local sites, ascending.
        var open: [UInt32]
        var objective: Int64
        /// No plan that is as far from the earlier options costs less.
        var bound: Int64
        /// For each earlier option, hubs of this one that are away from all of its hubs.
        var away: [Int]
    }

    /// Why the list has no more.
    enum End: Sendable {
        /// As many as were wanted.
        case full
        /// Every plan as far from all of them costs more than 1 + ε times the best: proved.
        case none
        /// No plan is as far from all of them and keeps the rules: proved, with the reason.
        case clash(String)
        /// None was found, and it is not proved that there is none.
        case open
        /// Stopped by the limits or by hand.
        case stopped
    }

    struct Answer: Sendable {
        /// The best plan first; empty where no plan keeps the rules.
        var options: [Option] = []
        /// No plan that keeps the rules costs less.
        var bound: Int64 = 0
        var end: End = .full
    }

    func answer(in series: SolveSeries) throws -> Answer {
        var answer = Answer()
        guard series.mayGoOn() else {
            answer.end = .stopped
            return answer
        }
        // What is asked of the others rests on the best, so its proof is asked to be finer than ε.
        let epsilon = Double(within) / Double(Self.whole)
        let gap = within > 0 ? min(series.limits.gap, epsilon / 10) : series.limits.gap
        let best: SeriesAnswer
        switch try series.solve(service, gap: gap, left: count, title: "best plan") {
        case .infeasible(let why):
            answer.end = .clash(why.sentence)
            return answer
        case .solved(let found): best = found
        }
        answer.bound = best.bound
        answer.options = [
            Option(open: best.open, objective: best.objective, bound: best.bound, away: [])
        ]
        var zones = [zone(of: best.open)]
        var start = best.warmStart
        while answer.options.count < count {
            guard series.mayGoOn() else {
                answer.end = .stopped
                return answer
            }
            let number = answer.options.count + 1
            let result = try next(
                zones, best: best, start: start, left: count - number + 1, title: "option \(number)", in: series)
            switch result {
            case .infeasible(let why):
                answer.end = .clash(why.sentence)
                return answer
            case .solved(let found):
                guard isWithin(found.objective, of: best.objective) else {
                    answer.end =
                        isWithin(found.bound, of: best.objective) ? (series.stop == nil ? .open : .stopped) : .none
                    return answer
                }
                let open = Set(found.open)
                answer.options.append(
                    Option(
                        open: found.open, objective: found.objective, bound: found.bound,
                        away: zones.map { open.subtracting($0).count }))
                zones.append(zone(of: found.open))
                start = found.warmStart
                series.note("  option \(number) found")
            }
        }
        return answer
    }

    /// The best plan away from all zones; where that leaves open whether it is near enough, solved to the end.
    private func next(
        _ zones: [[UInt32]], best: SeriesAnswer, start: WarmStart, left: Int, title: String, in series: SolveSeries
    ) throws -> SeriesResult {
        var asked = service
        for (number, zone) in zones.enumerated() {
            asked.limits.append(
                SiteLimit(title: "hubs near those of option \(number + 1)", sites: zone, most: service.count - differ))
        }
        let result = try series.solve(asked, start: start, left: left, title: title)
        guard case .solved(let found) = result, !isWithin(found.objective, of: best.objective),
            isWithin(found.bound, of: best.objective), series.mayGoOn()
        else { return result }
        return try series.solve(asked, gap: 0, start: found.warmStart, left: left, title: "\(title), to the end")
    }

    /// value ≤ (1 + ε) · other, in whole numbers.
    func isWithin(_ value: Int64, of other: Int64) -> Bool {
        Int128(value) * Int128(Self.whole) <= Int128(other) * Int128(Self.whole + within)
    }

    private func zone(of open: [UInt32]) -> [UInt32] {
        open.reduce(into: Set<UInt32>()) { $0.formUnion(near($1)) }.sorted()
    }
}
