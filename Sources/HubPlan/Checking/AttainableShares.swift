package import HubModel
internal import Placement

/// What share of each service's hubs can stand in the places of each rule, whatever the share asked for.
package struct AttainableShares: Sendable {
    /// Why no plan keeps every rule; nil when one does.
    package let infeasibility: Infeasibility?
    /// One sentence a service and rule, in their order.
    package let sentences: [String]

    package init(_ run: StudyRun) throws {
        infeasibility = try Attainable(run.problem).infeasibility()
        sentences = try run.request.services.indices.flatMap { try Self.sentences(service: $0, run: run) }
    }

    private static func sentences(service index: Int, run: StudyRun) throws -> [String] {
        let request = run.request.services[index]
        let problem = run.problem.services[index]
        let title = run.region.services[request.service].title
        let local = LocalNumbers(problem.siteIndices)
        let isAsked = request.shareRule != nil && request.share != .reportOnly && request.share != .asHighAsPossible
        // Alone, without the share that is asked, so that what can be had is told even where what is asked cannot.
        let attainable = try Attainable(problem)
        return try run.region.rules.enumerated().map { ruleIndex, rule in
            let qualifying = local.numbers(
                of: ProblemBuilder.qualifying(rule: ruleIndex, request: request, region: run.region))
            let highest = try attainable.highest(among: qualifying, dropping: isAsked ? [0] : [])
            let candidates =
                "\(title)s, rule \(rule.id): \(qualifying.count.grouped) of \(problem.siteCount.grouped) candidate sites "
                + "\(qualifying.count == 1 ? "stands" : "stand") in its \(rule.placeCount.grouped) \(rule.placeKind)"
            guard let highest else { return "\(candidates); the other rules cannot be kept at all." }
            return "\(candidates); at most \(highest) of \(request.count) hubs can stand there"
                + verdict(highest, request: request, isAskedRule: ruleIndex == request.shareRule)
        }
    }

    private static func verdict(_ highest: Int, request: ServiceRequest, isAskedRule: Bool) -> String {
        guard let required = request.share.required(of: request.count), required > 0 else { return "." }
        let enough = highest >= required
        if isAskedRule { return (enough ? ", " : ", but ") + "\(required) \(required == 1 ? "is" : "are") required." }
        return enough
            ? "; the \(required) required could be had under this rule." : "; it would not do for \(required)."
    }
}

extension Infeasibility {
    /// The same, with what each rule of the study leaves possible told after the relaxations.
    package func told(with shares: AttainableShares) -> Infeasibility {
        Infeasibility(sentence: sentence, rules: rules, relaxations: relaxations + shares.sentences)
    }
}
