package import HubModel

/// Makes every figure of a plan, whoever made the plan. No solver reports its own objective: this is the only source.
///
/// Each demand point goes to its open site of least minutes, ties by site number; all sums are whole numbers.
package struct Evaluator: Sendable {
    private let region: Region
    private let request: PlacementRequest
    /// Every "as many as possible" in it is a floor at what can be had; left out where no plan keeps the other rules.
    private let problem: PlacementProblem
    /// For each service the hubs that "as many as possible" comes to; nil where that is not asked or cannot be told.
    private let attainable: [Int?]

    /// - Parameter problem: made from the region and the request, one service problem a service request. Its rules may
    ///   clash: figures can be had of any list.
    /// - Throws: `PlacementError` when the three do not belong together.
    package init(region: Region, request: PlacementRequest, problem: PlacementProblem) throws {
        guard request.services.count == problem.services.count else {
            throw PlacementError(
                "The request names \(request.services.count) services and the problem \(problem.services.count): "
                    + "make the problem from this request.")
        }
        for (request, service) in zip(request.services, problem.services) {
            guard region.demand[request.service].count == service.weights.count else {
                throw PlacementError(
                    "\(service.id) has \(service.weights.count) weights for "
                        + "\(region.demand[request.service].count) demand points: make the problem from this region.")
            }
        }
        self.region = region
        self.request = request
        let resolved = try Attainable(problem).resolved()
        self.problem = resolved ?? problem.withoutWishes
        attainable = problem.services.indices.map { service in
            guard problem.services[service].maximise != nil else { return nil }
            return resolved?.services[service].limits.first?.least
        }
    }

    /// - Parameter plan: region sites for each service of the request; any number of them, at least one each.
    /// - Throws: `PlacementError` for a plan with no hub, or with a site that the service cannot use.
    package func figures(of plan: Plan) throws -> PlanFigures {
        guard plan.open.count == problem.services.count else {
            throw PlacementError(
                "The plan lists hubs for \(plan.open.count) services and the study has \(problem.services.count): "
                    + "give one list a service.")
        }
        let open = try zip(problem.services, plan.open).map { service, sites in
            try service.localNumbers(of: sites, names: region.sites)
        }
        let services = try zip(request.services, problem.services).enumerated().map { index, pair in
            try ServiceEvaluation(
                region: region, request: pair.0, problem: pair.1, attainable: attainable[index], open: open[index]
            ).figures()
        }
        return PlanFigures(services: services, totalShare: RuleAudit.totalShare(of: problem, open: open))
    }

    /// Σ weight · f(minutes to the nearest open site).
    /// - Parameter open: local site numbers, in any order.
    /// - Throws: `PlacementError` when no site is open, or the sum does not fit 64 bits.
    package static func objective(of open: [UInt32], in problem: ServiceProblem) throws -> Int64 {
        guard !open.isEmpty else {
            throw PlacementError("A plan for \(problem.id) opens no hub: open at least one.")
        }
        let nearest = NearestHub(open: open.sorted(), travel: problem.travel)
        return try objective(minutes: nearest.minutes, in: problem)
    }

    static func objective(minutes: [TenthMinutes], in problem: ServiceProblem) throws -> Int64 {
        var sum = Int128(0)
        for (weight, minutes) in zip(problem.weights, minutes) where weight != 0 {
            sum += Int128(weight) * Int128(problem.burden(minutes))
        }
        guard let objective = Int64(exactly: sum) else {
            throw PlacementError(
                "The objective of \(problem.id) is \(sum), more than a whole number of 64 bits holds: "
                    + "scale the need column down.")
        }
        return objective
    }
}

extension PlacementProblem {
    /// The same rules without "as many as possible".
    fileprivate var withoutWishes: PlacementProblem {
        var problem = self
        for service in services.indices { problem.services[service].maximise = nil }
        if totalShare?.least == nil { problem.totalShare = nil }
        return problem
    }
}

extension ServiceProblem {
    /// Local numbers of region sites, ascending, without repeats.
    /// - Throws: `PlacementError` naming a site that the service cannot use.
    func localNumbers(of sites: [UInt32], names: [CandidateSite] = []) throws -> [UInt32] {
        let numbers = Dictionary(uniqueKeysWithValues: zip(siteIndices, 0...))
        let local = try Set(sites).sorted().map { site in
            guard let number = numbers[site] else {
                let name =
                    Int(site) < names.count ? "\(names[Int(site)].name) (\(names[Int(site)].id))" : "number \(site)"
                throw PlacementError(
                    "The plan puts a hub of \(id) at site \(name), which does not suit that service: "
                        + "leave it out, or list the service under the layer's `suits`.")
            }
            return UInt32(number)
        }
        return local.sorted()
    }
}
