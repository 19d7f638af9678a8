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
    package func run(study: String, dataFolder: String?, session: Session) throws -> RunAnswer {
        try self.run(StudyRun.prepare(study, dataFolder: dataFolder), session: session)
    }

    /// The same for a study that is read already.
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
        var record = try run.record(
            of: list.plan, solution: nil, comparison: best,
            matching: list.matches.map {
                .init(service: $0.service, entry: "row \($0.row): \($0.given)", site: $0.site, metres: $0.metres)
            },
            limits: session.limits, events: session.events,
            timing: session.watch.timing(threads: session.limits.threads))
        record.region.findings += list.findings
        if let clash {
            record.region.findings.append(
                Finding(.warning, "No list can keep every rule of the study. \(clash.sentence)"))
        }
        return RunAnswer(outcome: .plan(record), clash: clash, limits: session.limits)
    }
}
