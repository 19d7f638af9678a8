internal import HubModel
internal import Placement

/// Tells which hubs of a plan are firm and which sites could take their places, within the error of the data.
///
/// The rule and its reasons stand in the decision note on ties.
struct TieFinder {
    let run: StudyRun
    /// Settled; nil where the rules clash and a list is measured all the same.
    private let settled: PlacementProblem
    /// Bounds on single sites, by service; nil where a certificate gives none.
    private let bounds: [SiteCosts?]
    private let certificates: [Certificate]
    private let certified: [ServiceProblem]?
    private let threads: Int

    /// - Parameter certificates: those of the best plan known for the same question.
    init(_ run: StudyRun, certificates: [Certificate], threads: Int) throws {
        self.run = run
        self.threads = threads
        settled = try Attainable(run.problem).resolved() ?? run.problem
        let certified = try run.problem.certifiedServices()
        self.certified = certified
        self.certificates = certificates
        bounds = run.problem.services.indices.map { position in
            guard let service = certified?[position],
                let certificate = certificates.first(where: { $0.service == service.id })
            else { return nil }
            return SiteCosts(certificate, of: service)
        }
    }

    /// One service with its rules as numbers.
    func service(_ position: Int) -> ServiceProblem { settled.services[position] }

    /// The whole question with one service changed.
    func settled(with service: ServiceProblem, at position: Int) -> PlacementProblem {
        var changed = settled
        changed.services[position] = service
        return changed
    }

    /// Bounds on single sites with other sites locked out than in the question itself.
    func bounds(_ position: Int, of service: ServiceProblem) -> SiteCosts? {
        guard var certified = certified?[position],
            let certificate = certificates.first(where: { $0.service == service.id })
        else { return nil }
        certified.lockedOut = service.lockedOut
        return SiteCosts(certificate, of: certified)
    }

    /// Moves of one service's hubs.
    func moves(_ position: Int, of plan: Plan) -> PlanMoves {
        PlanMoves(settled, position: position, open: plan.open, run: run)
    }

    func ties(of plan: Plan) throws -> [ServiceTies] {
        try plan.open.indices.map { try ties($0, of: plan) }
    }

    private func ties(_ position: Int, of plan: Plan) throws -> ServiceTies {
        let moves = moves(position, of: plan)
        let (service, open) = (moves.service, moves.swaps.open)
        let objective = try Evaluator.objective(of: open, in: service)
        let places = service.siteIndices.map { PlaceOfSite(run.region.sites[Int($0)]) }
        var errors: [MoveCost] = []
        var hubs: [HubTies] = []
        for hub in open.indices {
            let error = moves.error(of: hub)
            errors.append(error)
            guard !service.lockedIn.contains(open[hub]) else {
                hubs.append(HubTies(site: service.siteIndices[Int(open[hub])], verdict: .given, error: error))
                continue
            }
            let own = places[Int(open[hub])]
            let ties = moves.moves(of: hub) { abs($1) <= error.objective || $0 == open[hub] }.map { site, cost in
                TiedSite(
                    site: service.siteIndices[Int(site)], cost: cost, isSamePlace: places[Int(site)] == own,
                    isNearby: isNear(site, hub: open[hub], position))
            }
            var found = HubTies(
                site: service.siteIndices[Int(open[hub])], verdict: .firmBySwaps, error: error, ties: ties)
            if ties.contains(where: { !$0.isSamePlace }) {
                found.verdict = ties.contains { !$0.isSamePlace && $0.isNearby } ? .nearTie : .farTie
            } else if open.count(where: { places[Int($0)] == own }) == 1 {
                let inPlace = places.indices.filter { places[$0] == own }.map { UInt32($0) }
                try settle(&found, position, without: inPlace, open: open, limit: objective + error.objective)
            }
            hubs.append(found)
        }
        let isOpen = Set(open)
        let others = (0..<UInt32(service.siteCount)).filter {
            !isOpen.contains($0) && !service.lockedOut.contains($0)
        }
        let farthest = objective + (errors.map(\.objective).max() ?? 0)
        let least = bounds[position].map { bounds in others.map { bounds.least(with: $0) } } ?? []
        return ServiceTies(
            hubs: hubs, others: others.count, notAllowed: least.count { $0 == .max },
            ruledOut: least.count { $0 > farthest && $0 < .max })
    }

    /// Whether households without a car at a site reach the hub within the service's limit, so that residents have something
    /// to settle between the two; local numbers of both.
    func isNear(_ site: UInt32, hub: UInt32, _ position: Int) -> Bool {
        let service = settled.services[position]
        let area = Int(run.region.sites[Int(service.siteIndices[Int(site)])].area)
        let limit = run.region.services[run.request.services[position].service].reachLimit
        return service.travel.minutes(area: area, household: .withoutCar, site: Int(hub)) <= limit
    }

    /// Whether every plan without the place costs more than the limit, or the rules leave none: by the multipliers, or by solving without it.
    private func settle(
        _ hub: inout HubTies, _ position: Int, without sites: [UInt32], open: [UInt32], limit: Int64
    ) throws {
        if let bound = bounds[position]?.least(without: sites), bound > limit {
            hub.verdict = bound == .max ? .only : .firm
            return
        }
        guard settled.totalShare == nil else { return }
        var service = settled.services[position]
        service.lockedOut = Set(service.lockedOut).union(sites).sorted()
        switch try SmallQuestion.answer(service, warm: open, threads: threads) {
        case nil: return
        case .infeasible: hub.verdict = .only
        case .solved(let solution):
            let found = solution.services[0]
            if found.objective <= limit {
                let others = Set(found.open).subtracting(open).sorted()
                let own = service.siteIndices.firstIndex(of: hub.site).map { UInt32($0) }
                hub.verdict =
                    others.contains { other in own.map { isNear(other, hub: $0, position) } ?? false }
                    ? .nearTie : .farTie
                hub.otherPlan = others.map { service.siteIndices[Int($0)] }
            } else if let bound = found.bound, bound > limit {
                hub.verdict = .firm
            }
        }
    }
}

/// A question beside the plan's own that is small enough to be solved again at once; the same on every machine.
enum SmallQuestion {
    /// Pairs of demand points and sites up to which it is.
    private static let mostPairs = ExactService.mostPairs
    /// Work that one answer may take.
    private static let work: Int64 = 20_000_000

    /// - Parameter warm: local sites to begin from.
    /// - Returns: nil where the service is not small.
    static func answer(_ service: ServiceProblem, warm: [UInt32], threads: Int) throws -> SolveResult? {
        guard service.weights.count(where: { $0 > 0 }) * service.siteCount <= mostPairs else { return nil }
        return try PlacementSolver(small: LagrangianService()).solve(
            PlacementProblem(services: [service]), limits: SolveLimits(gap: 0, work: work, threads: threads),
            warmStart: WarmStart(Plan(open: [warm.map { service.siteIndices[Int($0)] }])))
    }
}
