internal import HubModel
internal import HubPlan
internal import Placement

/// An earlier answer's plan held against today's question: what is left of it, which rules it breaks, what it costs.
struct PlanToday {
    struct Service {
        /// Local sites that are still there, ascending.
        var open: [UInt32]
        /// Why it cannot stand today, a few words; nil where it can.
        var obstacle: String?
        /// What it costs today; nil where it cannot stand.
        var objective: Int64?
    }

    /// One a service of the problem.
    let services: [Service]

    init(_ former: JobRecord, on run: StudyRun) {
        let sites = Dictionary(
            zip(run.region.sites.map(\.id), run.region.sites.indices.map { UInt32($0) }),
            uniquingKeysWith: { first, _ in first })
        // "As many as possible" is a rule with a number today.
        let settled = (try? Attainable(run.problem).resolved()) ?? run.problem
        services = settled.services.map { service in
            guard let own = former.services.first(where: { $0.id == service.id }) else {
                return Service(open: [], obstacle: "it has no plan for \(service.id)")
            }
            let open = LocalNumbers(service.siteIndices).numbers(of: own.sites.compactMap { sites[$0] })
            if let gone = own.sites.first(where: { id in
                sites[id].map { LocalNumbers(service.siteIndices).numbers(of: CollectionOfOne($0)).isEmpty } ?? true
            }) {
                return Service(
                    open: open,
                    obstacle: "its site \(former.name(of: gone)) is no longer among those that could hold a hub")
            }
            if let broken = RuleAudit(service).checks(of: open).first(where: { !$0.isKept }) {
                return Service(open: open, obstacle: "it breaks the rule \"\(broken.title)\" (\(broken.found))")
            }
            return Service(open: open, obstacle: nil, objective: try? Evaluator.objective(of: open, in: service))
        }
    }

    /// Whether it keeps every rule of all services together.
    func isWhole(_ problem: PlacementProblem) -> Bool {
        services.allSatisfy { $0.obstacle == nil }
            && RuleAudit.totalShare(of: problem, open: services.map(\.open))?.isKept ?? true
    }
}
