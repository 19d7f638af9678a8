internal import HubModel
internal import Placement

/// What is known of v(k), the least objective of step k, from the answers to some of the steps.
///
/// Where the steps nest, that is where every plan of step k + 1 is one of step k too, v does not fall as k grows: a bound
/// holds for every later step and a plan serves every earlier one. A plan asked for at step k that would do for step m ≥ k
/// then settles all steps from k to m as far as it settles k.
struct StepAnswers: Sendable {
    struct Entry: Sendable {
        /// The step that was solved.
        var asked: Int
        /// The last step that its plan would do for.
        var found: Int
        var answer: SeriesAnswer
    }

    /// What is known of one step.
    struct Known: Sendable {
        /// The cheapest plan known; nil where none is.
        var plan: Entry?
        /// No plan of the step costs less.
        var bound: Int64

        var isOptimal: Bool { plan.map { bound >= $0.answer.objective } ?? false }

        /// (objective − bound) / objective, from 0 to 1; nil without a plan.
        var gap: Double? {
            plan.map { Gap.fraction($0.answer.objective, above: bound) }
        }
    }

    let nests: Bool
    private(set) var entries: [Entry] = []

    init(nests: Bool) {
        self.nests = nests
    }

    /// - Parameters:
    ///   - answer: to a step.
    ///   - asked: the step.
    ///   - found: the last step that the plan would do for; the same as `asked` where steps do not nest.
    mutating func add(_ answer: SeriesAnswer, asked: Int, found: Int) {
        entries.append(Entry(asked: asked, found: nests ? max(asked, found) : asked, answer: answer))
    }

    /// What is known of a step; the first plan among equals, so that the order of the solves decides.
    func known(_ step: Int) -> Known {
        let plans = entries.filter { nests ? $0.found >= step : $0.asked == step }
        let bounds = entries.filter { nests ? $0.asked <= step : $0.asked == step }
        let plan = plans.min { $0.answer.objective < $1.answer.objective }
        let bound = bounds.map(\.answer.bound).max() ?? 0
        return Known(plan: plan, bound: plan.map { min(bound, $0.answer.objective) } ?? bound)
    }

    /// Whether a solve of the step would bring nothing: it is as close as asked for, or the plan of a step before it
    /// would do for it, so that it was solved already as far as it could be.
    func isSettled(_ step: Int, gap: Double) -> Bool {
        if let known = known(step).gap, known <= gap { return true }
        return entries.contains { $0.asked <= step && step <= $0.found }
    }

    /// The answer to begin from: of the nearest step, the lower of two as near.
    func nearest(to step: Int) -> SeriesAnswer? {
        entries.min { ((($0.asked - step).magnitude), $0.asked) < ((($1.asked - step).magnitude), $1.asked) }?.answer
    }
}
