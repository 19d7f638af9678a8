internal import HubModel
internal import HubPlan
internal import Placement

/// The plan that a job takes which prefers the published one, and what that costs.
struct CalmPlan {
    let plan: Plan
    let story: CalmStory

    /// - Parameters:
    ///   - run: today's question.
    ///   - best: the best plan found for the run.
    ///   - published: the published run.
    ///   - within: ε, a fraction.
    ///   - limits: of each further solve.
    /// - Throws: `PlacementError` as a solve does.
    init(_ run: StudyRun, best: Solution, published: JobRecord, within: Double, limits: SolveLimits) throws {
        let problem = try Attainable(run.problem).resolved() ?? run.problem
        let former = PlanToday(published, on: run)
        var open = run.plan(of: best).open
        var services: [CalmStory.Service] = []
        let isTied = problem.totalShare.map { ($0.least ?? 0) > 0 } ?? false
        let staysWhole = isTied && former.isWhole(problem)
        for (position, service) in problem.services.enumerated() {
            let outcome = best.services[position]
            let today = former.services[position]
            let most = FewestChanges.threshold(outcome.objective, within: within)
            let cost = today.objective.map { Self.cost($0, beyond: outcome.objective) }
            var answer = FewestChanges.Answer(
                open: outcome.open, objective: outcome.objective,
                changes: service.count - Set(outcome.open).intersection(today.open).count, isFewest: false)
            if !isTied {
                answer = try FewestChanges(service, published: today.open, best: outcome, limits: limits)
                    .answer(within: within)
            } else if staysWhole,
                former.services.indices.allSatisfy({
                    former.services[$0].objective ?? .max
                        <= FewestChanges.threshold(best.services[$0].objective, within: within)
                })
            {
                // A share over all services is kept by the published plan as a whole, or the best plan is taken.
                answer = .init(open: today.open, objective: today.objective ?? most, changes: 0, isFewest: true)
            }
            open[position] = answer.open.map { service.siteIndices[Int($0)] }
            services.append(
                .init(
                    id: service.id, changes: answer.changes, isFewest: answer.isFewest || answer.changes == 0,
                    cost: Self.cost(answer.objective, beyond: outcome.objective), costOfStaying: cost,
                    obstacle: today.obstacle))
        }
        plan = Plan(open: open)
        story = CalmStory(within: within, services: services)
    }

    static func cost(_ objective: Int64, beyond best: Int64) -> Double {
        best > 0 ? Double(objective - best) / Double(best) : objective > best ? 1 : 0
    }
}
