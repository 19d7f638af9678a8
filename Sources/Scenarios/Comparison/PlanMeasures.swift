internal import HubModel
internal import HubPlan
internal import Reports

/// Plans of several runs, each measured by the costs of every run.
struct PlanMeasures {
    let runs: [OpenRun]
    private(set) var cells: [PlanComparison.Cell] = []
    private(set) var findings: [Finding] = []
    /// By plan and yardstick: the plan there; nil where no hub of some service is known.
    private(set) var plans: [[(plan: Plan, figures: PlanFigures)?]] = []

    init(_ runs: [OpenRun]) throws {
        self.runs = runs
        for plan in runs.indices {
            var measured: [(plan: Plan, figures: PlanFigures)?] = []
            for yardstick in runs.indices { measured.append(try measure(plan, by: yardstick)) }
            plans.append(measured)
        }
    }

    private mutating func measure(_ plan: Int, by yardstick: Int) throws -> (plan: Plan, figures: PlanFigures)? {
        let own = runs[yardstick]
        let run = own.run
        var open: [[UInt32]] = []
        var unknown: [[String]] = []
        for (position, service) in run.problem.services.enumerated() {
            let ids = runs[plan].hubs[service.id] ?? []
            let sites = own.sites(ids, position: position)
            open.append(sites.known)
            unknown.append(sites.unknown)
            tell(plan, yardstick, service.id, hubs: ids.count, unknown: sites.unknown)
        }
        let isWhole = open.allSatisfy { !$0.isEmpty }
        // The evaluator measures all services at once: those without a hub borrow the yardstick's and are told nowhere.
        let filled = open.indices.map { position in
            open[position].isEmpty
                ? own.sites(own.hubs[run.problem.services[position].id] ?? [], position: position).known
                : open[position]
        }
        guard filled.allSatisfy({ !$0.isEmpty }) else { return nil }
        let figures = try run.figures(of: Plan(open: filled))
        let households = run.households(figures)
        for position in open.indices where !open[position].isEmpty {
            let service = figures.services[position]
            let request = run.request.services[position]
            cells.append(
                PlanComparison.Cell(
                    plan: plan, yardstick: yardstick, service: run.problem.services[position].id,
                    title: run.region.services[service.service].title, hubs: open[position].count,
                    unknown: unknown[position], figures: service,
                    doubly: service.byDisadvantage.first { $0.id == "doubly" }?.figures,
                    share: request.shareRule.flatMap { rule in service.shares.first { $0.rule == rule } },
                    called: request.shareRule.map { run.region.rules[$0].called },
                    keepsRules: service.rules.allSatisfy(\.isKept),
                    cannotTravel: households[position].reduce(0) { $0 + $1.cannotTravel }))
        }
        return isWhole ? (Plan(open: filled), figures) : nil
    }

    private mutating func tell(_ plan: Int, _ yardstick: Int, _ service: String, hubs: Int, unknown: [String]) {
        let (whose, by) = (runs[plan].name, runs[yardstick].name)
        if hubs == 0 {
            findings.append(
                Finding(.warning, "\(whose) has no hub of \(service), which \(by) plans for: it is not measured there.")
            )
        } else if !unknown.isEmpty {
            let list = unknown.prefix(5).joined(separator: ", ") + (unknown.count > 5 ? " and others" : "")
            let rest = unknown.count == hubs ? "is not measured there" : "is measured there without them"
            findings.append(
                Finding(
                    .warning,
                    "\(unknown.count) of the \(hubs) hubs of \(service) in \(whose) (\(list)) are no sites for it in the "
                        + "study of \(by): the plan \(rest)."))
        }
    }

    func cell(_ plan: Int, _ yardstick: Int, _ service: String) -> PlanComparison.Cell? {
        cells.first { $0.plan == plan && $0.yardstick == yardstick && $0.service == service }
    }
}
