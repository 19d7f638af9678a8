internal import HubModel
internal import HubPlan
internal import Placement

/// The plan that a job takes which prefers the published one, and what that costs.
struct CalmPlan {
    let plan: Plan
    /// Whether the clock stopped one of the further solves.
    let wasStopped: Bool
    private let within: Double
    private let services: [Kept]

    /// What came of one service.
    private struct Kept {
        var problem: ServiceProblem
        /// Local sites of the published plan that are still there.
        var published: [UInt32]
        /// Of the best plan found.
        var best: Int64
        var answer: FewestChanges.Answer
        var costOfStaying: Double?
        var obstacle: String?
    }

    /// - Parameters:
    ///   - run: today's question.
    ///   - best: the best plan found for the run.
    ///   - published: the published run.
    ///   - within: ε, a fraction.
    ///   - limits: of the further solves; they share its time.
    /// - Throws: `PlacementError` as a solve does.
    init(_ run: StudyRun, best: Solution, published: JobRecord, within: Double, limits: SolveLimits) throws {
        let series = SolveSeries(limits: limits)
        let problem = try Attainable(run.problem).resolved() ?? run.problem
        let former = PlanToday(published, on: run)
        var open = run.plan(of: best).open
        var services: [Kept] = []
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
                answer = try FewestChanges(service, published: today.open, best: outcome, series: series)
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
                Kept(
                    problem: service, published: today.open, best: outcome.objective, answer: answer,
                    costOfStaying: cost, obstacle: today.obstacle))
        }
        plan = Plan(open: open)
        self.within = within
        self.services = services
        wasStopped = !series.stoppedAt.isEmpty
    }

    /// What came of staying near to the published plan, told of the plan that was taken in the end.
    /// - Parameters:
    ///   - taken: the plan, or what residents' voices made of it.
    ///   - objectives: what that costs, one a service.
    func story(of taken: Plan, objectives: [Int64]) -> CalmStory {
        CalmStory(
            within: within,
            services: services.enumerated().map { position, service in
                let open = LocalNumbers(service.problem.siteIndices).numbers(of: taken.open[position])
                let changes = open.count - Set(open).intersection(service.published).count
                let more = changes - service.answer.changes
                return .init(
                    id: service.problem.id, changes: changes,
                    isFewest: changes == 0 || (service.answer.isFewest && more <= 0), byVoices: more > 0 ? more : nil,
                    cost: Self.cost(objectives[position], beyond: service.best), costOfStaying: service.costOfStaying,
                    obstacle: service.obstacle)
            })
    }

    static func cost(_ objective: Int64, beyond best: Int64) -> Double {
        best > 0 ? Double(objective - best) / Double(best) : objective > best ? 1 : 0
    }
}
