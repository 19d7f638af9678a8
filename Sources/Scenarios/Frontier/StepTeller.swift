internal import HubModel
internal import HubPlan
internal import Placement
internal import Reports

/// Answers to steps in units that people use.
struct StepTeller {
    private let one: OneService
    private let kind: FrontierRecord.Kind
    private let units: ObjectiveUnit
    var unit: SearchTrack.Unit { units.unit }

    init(_ one: OneService, kind: FrontierRecord.Kind) {
        self.one = one
        self.kind = kind
        units = ObjectiveUnit(one)
    }

    func curve(
        _ answer: StepCurve.Answer, of curve: StepCurve, rule: Int?, asked: Int
    ) throws -> FrontierRecord.Curve {
        var figures: [[UInt32]: ServiceFigures] = [:]
        let steps = try curve.steps.map { number in
            var step = FrontierRecord.Step(asked: number)
            step.clash = answer.clashes[number]
            let known = answer.known.known(number)
            step.bound = known.bound
            // A bound of 0 says nothing.
            if step.clash == nil, known.bound > 0 || known.isOptimal { step.limit = units.value(known.bound) }
            guard step.clash == nil, let plan = known.plan else { return step }
            let open = plan.answer.open
            let told = try figures[open] ?? one.figures(of: open)
            figures[open] = told
            step.hubs = one.regionSites(open)
            step.inside = rule.map { rule in told.shares.first { $0.rule == rule }?.inside ?? 0 }
            step.solvedAt = plan.asked
            step.objective = plan.answer.objective
            step.value = units.value(plan.answer.objective)
            step.everyone = told.everyone
            step.withoutCar = told.withoutCar
            return step
        }
        return FrontierRecord.Curve(rule: rule, steps: steps, price: price(steps, asked: asked))
    }

    /// The step asked for beside the first that has a plan.
    private func price(_ steps: [FrontierRecord.Step], asked: Int) -> FrontierRecord.Price? {
        guard let base = steps.first(where: { $0.value != nil }), let step = steps.first(where: { $0.asked == asked }),
            step.asked != base.asked, let from = base.value, let to = step.value, let fromLimit = base.limit,
            let toLimit = step.limit, let before = base.everyone, let after = step.everyone
        else { return nil }
        // Worse is more.
        let sign = unit == .reached ? -1.0 : 1.0
        let least = sign * (toLimit - from)
        let most = sign * (to - fromLimit)
        // More hubs inside never help.
        let floor = kind == .share ? max(0, least) : least
        return FrontierRecord.Price(
            asked: asked, base: base.asked, least: min(floor, most), most: most,
            reachedChange: after.reached - before.reached,
            minutesChange: before.meanMinutes.flatMap { old in after.meanMinutes.map { $0 - old } })
    }

    /// Scores in per cent of the first that is known; other units as they are.
    static func scaled(_ curves: [FrontierRecord.Curve], unit: SearchTrack.Unit) -> [FrontierRecord.Curve] {
        guard unit == .score,
            let first = curves.first?.steps.lazy.compactMap(\.value).first(where: { $0 > 0 })
        else { return curves }
        func share(_ value: Double) -> Double { value / first * 100 }
        return curves.map { curve in
            var curve = curve
            for index in curve.steps.indices {
                curve.steps[index].value = curve.steps[index].value.map(share)
                curve.steps[index].limit = curve.steps[index].limit.map(share)
            }
            if let price = curve.price {
                curve.price?.least = share(price.least)
                curve.price?.most = share(price.most)
            }
            return curve
        }
    }
}
