internal import HubModel
internal import HubPlan
internal import Placement
internal import Reports

/// The proved step curve of a question: what each hub more in doubly disadvantaged places costs in travel, or what each hub
/// more brings.
package struct Frontier: Sendable {
    /// Which steps are looked at.
    package enum Steps: Hashable, Sendable {
        /// From this part of the hubs to that one, from 0 to 1, in steps of one hub.
        case share(ClosedRange<Double>)
        /// Hubs in all.
        case hubs(ClosedRange<Int>)
    }

    package var steps: Steps
    /// Ids of rules; empty for the question's own.
    package var rules: [String]
    /// Id of a service; nil for the first that has a rule.
    package var service: String?

    package init(steps: Steps, rules: [String] = [], service: String? = nil) {
        self.steps = steps
        self.rules = rules
        self.service = service
    }

    /// Solves the steps, each begun from its neighbour's answer.
    /// - Throws: a `MendableError` where the question has no such rule or service, or no room for the steps.
    func answer(_ run: StudyRun, in series: SolveSeries) throws -> FrontierRecord {
        let one = try OneService(run, id: service) { $0.shareRule != nil }
        let rules = try ruleNumbers(one)
        var curves: [FrontierRecord.Curve] = []
        let teller = StepTeller(one, kind: kind)
        for rule in rules {
            let (curve, asked) = try curve(one, rule: rule)
            series.note("\(one.service.title)s: \(curve.steps.count) steps of \(curve.title)")
            let answer = try curve.solve(in: series)
            curves.append(try teller.curve(answer, of: curve, rule: rule, asked: asked))
        }
        return FrontierRecord(
            study: run.identity, version: Version.current, region: run.region, quality: run.quality,
            service: one.request.service, kind: kind,
            unit: teller.unit, hubs: kind == .share ? one.request.count : nil, gap: series.limits.gap,
            curves: StepTeller.scaled(curves, unit: teller.unit),
            survivors: Self.survivors(curves), remarks: [one.aside].compactMap { $0 }, stop: series.stop,
            stoppedAt: series.stoppedAt, solves: series.solves, work: series.work)
    }

    private var kind: FrontierRecord.Kind {
        switch steps {
        case .share: .share
        case .hubs: .hubs
        }
    }

    /// Indices of rules; a single nil for a study without any, where steps count hubs in all.
    private func ruleNumbers(_ one: OneService) throws -> [Int?] {
        let ids = one.run.region.rules.map(\.id)
        let asked = try rules.map { id in
            guard let rule = ids.firstIndex(of: id) else {
                throw HubPlanError(
                    "There is no rule '\(id)'; there are \(ids.joined(separator: ", "))."
                        + NearestName.hint(id, among: ids) + " Rules are named under `disadvantage` in the study.")
            }
            return rule
        }
        if !asked.isEmpty { return asked }
        if case .hubs = steps { return [one.request.shareRule] }
        guard let own = one.request.shareRule ?? (ids.isEmpty ? nil : 0) else {
            throw HubPlanError(
                "The study has no rule that says which places are doubly disadvantaged, so there is no share to look at: add "
                    + "one under `disadvantage`, or ask for --hubs.")
        }
        return [own]
    }

    /// The questions of one curve, and the step that the study itself asks for.
    private func curve(_ one: OneService, rule: Int?) throws -> (StepCurve, asked: Int) {
        let request = one.request
        switch steps {
        case .share(let range):
            let rule = rule ?? 0
            let counted = LocalNumbers(one.problem.siteIndices)
                .numbers(of: ProblemBuilder.qualifying(rule: rule, request: request, region: one.run.region))
            let steps = Self.steps(of: request.count, range)
            let own = request.share.required(of: request.count) ?? 0
            let asked = own > 0 ? own : (request.count + 1) / 2
            return (
                StepCurve(
                    steps: steps, nests: true, counted: counted,
                    title: "\(one.service.title)s in \(one.run.region.rules[rule].title)", foremost: asked,
                    question: { step in
                        try one.problem {
                            $0.shareRule = rule
                            $0.share = .atLeastNumber(step)
                        }
                    }), asked
            )
        case .hubs(let range):
            guard range.upperBound <= one.problem.siteCount else {
                throw HubPlanError(
                    "--hubs \(range.lowerBound):\(range.upperBound): there are \(one.problem.siteCount) sites for "
                        + "\(one.service.title)s, so no more hubs than that can be asked for.")
            }
            return (
                StepCurve(
                    steps: range, nests: false, counted: [], title: "\(one.service.title)s",
                    question: { step in
                        try one.problem {
                            if let rule { $0.shareRule = rule }
                            $0.count = step
                        }
                    }), request.count
            )
        }
    }

    /// Whole hubs of a share: every number whose share lies in the range; the next one up where none does.
    static func steps(of count: Int, _ range: ClosedRange<Double>) -> ClosedRange<Int> {
        let low = Int((range.lowerBound * Double(count) - 1e-9).rounded(.up))
        let high = Int((range.upperBound * Double(count) + 1e-9).rounded(.down))
        return low...max(low, high)
    }

    /// Sites in the plan of a step under every rule, where each rule has one.
    private static func survivors(_ curves: [FrontierRecord.Curve]) -> [FrontierRecord.Survivors] {
        guard let first = curves.first, curves.count > 1 else { return [] }
        return first.steps.compactMap { step in
            let plans = curves.compactMap { curve in
                curve.steps.first { $0.asked == step.asked && !$0.hubs.isEmpty }.map { Set($0.hubs) }
            }
            guard plans.count == curves.count else { return nil }
            return FrontierRecord.Survivors(
                asked: step.asked, sites: plans.dropFirst().reduce(plans[0]) { $0.intersection($1) }.sorted())
        }
    }
}
