package import HubModel

/// Region, request and travel → the problem that the solver is given: sites numbered service by service, rules as
/// limits on those numbers, burdens as whole numbers.
package enum ProblemBuilder {
    /// Region sites that can hold a hub of a service, ascending: those it suits, those that give it today,
    /// and those the study locks in.
    package static func sites(for request: ServiceRequest, in region: Region) -> [UInt32] {
        let bit = UInt32(1) << UInt32(request.service)
        var sites = Set(request.existing).union(request.lockedIn)
        for (index, site) in region.sites.enumerated() where site.suits & bit != 0 {
            sites.insert(UInt32(index))
        }
        return sites.sorted()
    }

    /// - Parameters:
    ///   - region: areas, sites and people.
    ///   - request: services, counts and rules.
    ///   - travel: one table a service of the request, its sites numbered as `sites(for:in:)` lists them.
    /// - Throws: `HubPlanError` when the objective cannot be held in whole numbers, or a service has no site at all.
    package static func problem(
        region: Region, request: PlacementRequest, travel: [any TravelTable]
    ) throws -> PlacementProblem {
        var services: [ServiceProblem] = []
        for (index, service) in request.services.enumerated() {
            services.append(
                try problem(
                    of: service, region: region, travel: travel[index],
                    room: ObjectiveRoom.each(of: request.services.count)))
        }
        return PlacementProblem(
            services: services, totalShare: totalShare(of: services, region: region, request: request))
    }

    private static func problem(
        of request: ServiceRequest, region: Region, travel: any TravelTable, room: Int64
    ) throws -> ServiceProblem {
        let service = region.services[request.service]
        let sites = sites(for: request, in: region)
        guard !sites.isEmpty else {
            throw HubPlanError(
                "No site suits the service \(service.id): give at least one layer under `sites` that lists it in `suits`."
            )
        }
        let local = LocalNumbers(sites)
        let weights = region.demand[request.service].map(\.weight)
        var limits: [SiteLimit] = []
        var maximise: SiteLimit?
        if let limit = shareLimit(of: request, region: region, local: local) {
            if request.share == .asHighAsPossible { maximise = limit } else { limits.append(limit) }
        }
        limits += request.limits.map { limit in
            SiteLimit(
                title: limit.title, sites: local.numbers(of: limit.sites), least: limit.least, most: limit.most ?? .max)
        }
        return ServiceProblem(
            id: service.id, siteIndices: sites, siteNames: sites.map { region.sites[Int($0)].name }, travel: travel,
            weights: weights,
            burden: try burden(of: request, service: service, weights: weights, travel: travel, room: room),
            count: openCount(of: request), lockedIn: local.numbers(of: request.existing + request.lockedIn),
            lockedOut: local.numbers(of: request.lockedOut + request.vetoed), limits: limits, maximise: maximise)
    }

    /// Hubs open in any plan: the count, and the existing hubs on top where the study does not count them.
    package static func openCount(of request: ServiceRequest) -> Int {
        request.count + (request.countsExisting ? 0 : request.existing.count)
    }

    /// The share rule as a floor on the sites it counts; nil when the study asks for none.
    private static func shareLimit(of request: ServiceRequest, region: Region, local: LocalNumbers) -> SiteLimit? {
        guard let rule = request.shareRule, request.share != .reportOnly else { return nil }
        return SiteLimit(
            title: "\(region.services[request.service].title)s in \(region.rules[rule].title)",
            sites: local.numbers(of: qualifying(rule: rule, request: request, region: region)),
            least: request.share.required(of: request.count) ?? 0)
    }

    /// Region sites that count towards a share: inside by the rule, and not among the existing where those do not count.
    package static func qualifying(rule: Int, request: ServiceRequest, region: Region) -> [UInt32] {
        let ignored = request.countsExisting ? [] : Set(request.existing)
        return region.rules[rule].sites.enumerated()
            .filter { $0.element.inside && !ignored.contains(UInt32($0.offset)) }
            .map { UInt32($0.offset) }
    }

    private static func totalShare(
        of services: [ServiceProblem], region: Region, request: PlacementRequest
    ) -> PlacementProblem.TotalShare? {
        guard let share = request.totalShare, share != .reportOnly, let rule = request.totalShareRule else {
            return nil
        }
        let hubs = request.services.reduce(0) { $0 + $1.count }
        let sites = zip(request.services, services).map { request, problem in
            LocalNumbers(problem.siteIndices).numbers(of: qualifying(rule: rule, request: request, region: region))
        }
        return PlacementProblem.TotalShare(
            title: "hubs of every kind in \(region.rules[rule].title)", least: share.required(of: hubs), sites: sites)
    }

    /// The f of the objective. For `reach` the step is one more than the largest Σ weight × minutes there can be,
    /// so that a child more within the limit outweighs any change of the mean.
    private static func burden(
        of request: ServiceRequest, service: Service, weights: [Int64], travel: any TravelTable, room: Int64
    ) throws -> BurdenFunction {
        let weight = weights.reduce(Int128(0)) { $0 + Int128($1) }
        let largestMean = weight * Int128(travel.longest)
        let step = largestMean + 1
        let largest = request.objective == .reach ? largestMean + weight * step : largestMean
        guard largest < Int128(room) else {
            throw HubPlanError(
                "The weights of \(service.id) sum to \(weight), too much for exact whole-number objectives: "
                    + "scale the need column down, or lower `journey.longest`.")
        }
        return request.objective == .reach ? .reach(limit: service.reachLimit, step: Int64(step)) : .mean
    }
}

/// From region sites to a service's own numbers.
package struct LocalNumbers {
    private let number: [UInt32: UInt32]

    /// - Parameter sites: region sites, ascending.
    package init(_ sites: [UInt32]) {
        number = Dictionary(uniqueKeysWithValues: zip(sites, sites.indices.map { UInt32($0) }))
    }

    /// Local numbers of those sites that the service knows, ascending, without repeats.
    package func numbers(of sites: some Sequence<UInt32>) -> [UInt32] {
        Set(sites.compactMap { number[$0] }).sorted()
    }
}
