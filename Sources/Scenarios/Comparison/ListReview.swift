internal import HubModel
package import HubPlan
internal import Reports

/// Holds a list somebody already has against the best plan for the same study.
package struct ListReview: Sendable {
    package var path: String
    package var layer: String?
    package var crs: String?
    package var matchWithin: Double
    /// Whether the best plan is looked for; without it the list is measured and no bound is told.
    package var seeksBest: Bool

    package init(path: String, layer: String? = nil, crs: String? = nil, matchWithin: Double, seeksBest: Bool) {
        self.path = path
        self.layer = layer
        self.crs = crs
        self.matchWithin = matchWithin
        self.seeksBest = seeksBest
    }

    /// A run folder like any other, with the best plan beside the list.
    ///
    /// A list that breaks rules is measured all the same, and may cost less than the bound: the bound holds for plans
    /// that keep every rule. Where the rules clash, the list is measured and the clash told.
    package func run(_ run: StudyRun, session: Session) throws -> RunAnswer {
        let list = try GivenPlan.read(
            path, layer: layer, crs: crs, matchWithin: matchWithin, region: run.region, request: run.request)
        session.watch.end("read and check")
        var best: BestPlan?
        var clash: Infeasibility?
        if seeksBest {
            switch try session.solve(run, warmStart: WarmStart(list.plan)) {
            case .infeasible(let why): clash = why.told(with: try AttainableShares(run))
            case .solved(let solution):
                let plan = run.plan(of: solution)
                best = BestPlan(plan: plan, figures: try run.figures(of: plan), solution: solution)
            }
        }
        let remarks = clash.map { Finding(.warning, "No list can keep every rule of the study. \($0.sentence)") }
        let record = try session.record(of: list, best: best, run: run, remarks: remarks.map { [$0] } ?? [])
        return RunAnswer(outcome: .plan(record), clash: clash, limits: session.limits)
    }
}
