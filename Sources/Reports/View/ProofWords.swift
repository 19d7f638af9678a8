internal import HubModel

/// What is proved about a plan, in words that need no explanation.
enum ProofWords {
    /// For the first page: how near the plan is to the best that there could be.
    static func sentence(_ record: RunRecord) -> String {
        if let best = record.comparison { return compared(record, with: best) }
        guard let solution = record.solution else { return unproved }
        return sentence(gap: solution.gap)
    }

    static func sentence(gap: Double?) -> String {
        switch gap {
        case nil: unproved
        case 0: "Proved: no other list that keeps the rules does better on the same data."
        case .some(let gap): "Within \(Words.gap(gap)) of the best possible from the same data and rules."
        }
    }

    /// Where the list of somebody stands beside the best that could be.
    private static func compared(_ record: RunRecord, with best: BestPlan) -> String {
        guard record.figures.keepsEveryRule else {
            return "This list breaks rules of the study, so it is not ranked among the lists that keep them."
        }
        guard let gap = gap(of: record, to: best.solution) else {
            return "No proof: how much better another list could do is not known."
        }
        return gap == 0
            ? "Proved: no other list that keeps the rules does better on the same data."
            : "Another list could do better, by at most \(Words.gap(gap))."
    }

    /// How far the plan can be from the best; nil without a bound, and for a list that breaks rules: the bound holds for
    /// those that keep them.
    static func gap(of record: RunRecord, to solution: Solution) -> Double? {
        guard record.figures.keepsEveryRule else { return nil }
        return solution.gap(of: record.figures.services.map(\.objective))
    }

    /// Why the search ended. Who stopped it from outside is not told, so that its repetition has the same words.
    static func ending(_ solution: Solution) -> String {
        switch solution.stop {
        case .proved: "The search ended because no better list keeps the rules."
        case .gapReached: "The search ended because the closeness asked for was reached."
        case .timeLimit, .interrupted, .checkpoint:
            "The search was stopped before its end, and the best list so far was kept."
        case .workLimit: "The search was stopped by its limit of work."
        case .nodeLimit: "The search was stopped by its limit of branching nodes."
        case .memoryLimit: "The search was stopped by its limit of memory."
        case .exhausted: "The search ended because the method has no further step."
        }
    }

    /// How to repeat a search that was stopped from outside; nil for one that ended by itself.
    static func repetition(_ solution: Solution) -> String? {
        guard !solution.stoppedAt.isEmpty else { return nil }
        let stops = solution.stoppedAt.map(String.init).joined(separator: ",")
        return "The same command with --stop-at \(stops) in place of its time limit repeats it exactly."
    }

    private static let unproved = "No proof: another list may do better."
}
