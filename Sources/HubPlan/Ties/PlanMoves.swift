internal import HubModel
internal import Placement

/// Moves of single hubs of one service of a plan, in all that a planner asks about.
struct PlanMoves {
    let service: ServiceProblem
    let swaps: SwapCosts
    private let minutes: SwapCosts
    private let beyond: SwapCosts
    private let totalShare: (sites: Set<UInt32>, isTight: Bool)?
    private let thousandths: Int

    /// - Parameters:
    ///   - problem: settled: without "as many as possible".
    ///   - position: of the service in it.
    ///   - open: region sites of every service.
    init(_ problem: PlacementProblem, position: Int, open: [[UInt32]], run: StudyRun) {
        let service = problem.services[position]
        self.service = service
        let local = zip(problem.services, open).map { LocalNumbers($0.siteIndices).numbers(of: $1) }
        let request = run.request.services[position]
        let of = run.region.services[request.service]
        let children = run.region.demand[request.service].map(\.children)
        let swaps = SwapCosts(open: local[position], in: service)
        self.swaps = swaps
        func plain(_ burden: BurdenFunction) -> SwapCosts {
            if burden == service.burden, children == service.weights { return swaps }
            var plain = service
            plain.weights = children
            plain.burden = burden
            return SwapCosts(open: local[position], in: plain)
        }
        minutes = plain(.mean)
        beyond = plain(.steps(thresholds: [of.reachLimit + 1], values: [1]))
        thousandths = run.request.ties.thousandths
        if let share = problem.totalShare, let least = share.least {
            let found = zip(share.sites, local).reduce(0) { $0 + Set($1.0).intersection($1.1).count }
            totalShare = (Set(share.sites[position]), found <= least)
        } else {
            totalShare = nil
        }
    }

    /// Whether a move keeps every rule, the share over all services too.
    func isAllowed(_ hub: Int, to site: UInt32) -> Bool {
        guard swaps.isAllowed(hub, to: site) else { return false }
        guard let totalShare, totalShare.isTight else { return true }
        return totalShare.sites.contains(site) || !totalShare.sites.contains(swaps.open[hub])
    }

    /// What the error of the minutes comes to at a hub.
    func error(of hub: Int) -> MoveCost {
        MoveCost(
            objective: swaps.errorCost(of: hub, thousandths: thousandths),
            tenthMinutes: minutes.errorCost(of: hub, thousandths: thousandths),
            reached: -beyond.errorCost(of: hub, thousandths: thousandths))
    }

    /// Sites that the hub may move to, of those that pass, cheapest first, then by number.
    func moves(of hub: Int, where passes: (UInt32, Int64) -> Bool) -> [(site: UInt32, cost: MoveCost)] {
        let objective = swaps.costs(of: hub)
        let found = (0..<UInt32(service.siteCount)).filter {
            passes($0, objective[Int($0)]) && isAllowed(hub, to: $0)
        }
        guard !found.isEmpty else { return [] }
        let (tenths, beyond) = (minutes.costs(of: hub), beyond.costs(of: hub))
        return found.map { site in
            let at = Int(site)
            return (
                site, MoveCost(objective: objective[at], tenthMinutes: tenths[at], reached: -beyond[at])
            )
        }.sorted { ($0.cost.objective, $0.site) < ($1.cost.objective, $1.site) }
    }
}
