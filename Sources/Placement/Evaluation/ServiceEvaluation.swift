internal import HubModel

/// The figures of one service of a plan.
struct ServiceEvaluation {
    let region: Region
    let request: ServiceRequest
    let problem: ServiceProblem
    /// Hubs that "as many as possible" comes to; nil where that is not asked or cannot be told.
    let attainable: Int?
    /// Local site numbers, ascending, at least one.
    let open: [UInt32]

    private var service: Service { region.services[request.service] }
    private var demand: [DemandPoint] { region.demand[request.service] }

    func figures() throws -> ServiceFigures {
        guard !open.isEmpty else {
            throw PlacementError("A plan for \(problem.id) opens no hub: open at least one.")
        }
        let nearest = NearestHub(open: open, travel: problem.travel)
        let inOrder = demand.indices.sorted { (nearest.minutes[$0], $0) < (nearest.minutes[$1], $1) }
        let hubNumber = Dictionary(uniqueKeysWithValues: zip(open, open.indices))
        let households = Household.allCases.count

        let byHub = tallies(open.count, minutes: nearest.minutes, inOrder: inOrder) { point in
            (hubNumber[nearest.site[point]] ?? 0, demand[point].children)
        }
        let byHousehold = tallies(households, minutes: nearest.minutes, inOrder: inOrder) { point in
            (demand[point].household.rawValue, demand[point].children)
        }
        let everyone = tallies(1, minutes: nearest.minutes, inOrder: inOrder) { (0, demand[$0].children) }
        let asWithoutCar = tallies(1, minutes: nearest.minutes, inOrder: inOrder) { point in
            demand[point].household == .withoutCar ? (0, demand[point].children + demand[point + 1].children) : (-1, 0)
        }
        return ServiceFigures(
            service: request.service,
            objective: try Evaluator.objective(minutes: nearest.minutes, in: problem),
            hubs: zip(open, byHub).map { HubFigures(site: problem.siteIndices[Int($0)], figures: $1) },
            withoutCar: byHousehold[Household.withoutCar.rawValue],
            withCar: byHousehold[Household.withCar.rawValue],
            everyone: everyone[0],
            asWithoutCar: asWithoutCar[0],
            byDisadvantage: byDisadvantage(minutes: nearest.minutes, inOrder: inOrder),
            groups: groups(minutes: nearest.minutes, inOrder: inOrder),
            distribution: distribution(minutes: nearest.minutes),
            shares: shares(nearest),
            rules: RuleAudit(problem).checks(of: open),
            assignedSite: nearest.site.map { problem.siteIndices[Int($0)] },
            minutes: nearest.minutes)
    }

    /// Figures of `count` disjoint groups of demand points.
    /// - Parameter place: the group of a demand point and its children; a negative group leaves it out.
    private func tallies(
        _ count: Int, minutes: [TenthMinutes], inOrder: [Int], place: (Int) -> (group: Int, children: Int64)
    ) -> [TravelFigures] {
        var tallies = [TravelTally](repeating: TravelTally(for: service), count: count)
        for point in inOrder {
            let (group, children) = place(point)
            if group >= 0 { tallies[group].add(children, at: minutes[point]) }
        }
        for point in inOrder {
            let (group, children) = place(point)
            if group >= 0 { tallies[group].locate(children, at: minutes[point]) }
        }
        return tallies.map(\.figures)
    }

    /// Everyone by where they live, under the service's own rule, or the region's first where it has none.
    private func byDisadvantage(minutes: [TenthMinutes], inOrder: [Int]) -> [GroupFigures] {
        let rule = (request.shareRule ?? (region.rules.isEmpty ? nil : 0)).map { region.rules[$0] }
        guard rule != nil || region.deprivedAreas != nil else { return [] }
        let figures = tallies(3, minutes: minutes, inOrder: inOrder) { point in
            let area = Int(demand[point].area)
            let group = rule?.areas[area] == true ? 0 : region.deprivedAreas?[area] == true ? 1 : 2
            return (group, demand[point].children)
        }
        var groups: [GroupFigures] = []
        if let rule {
            let title = rule.isCalledByTitle ? rule.title : "doubly disadvantaged"
            groups.append(GroupFigures(id: "doubly", title: title, figures: figures[0]))
        }
        if region.deprivedAreas != nil {
            groups.append(GroupFigures(id: "deprived", title: "deprived only", figures: figures[1]))
        }
        groups.append(GroupFigures(id: "rest", title: "the rest", figures: figures[2]))
        return groups
    }

    private func groups(minutes: [TenthMinutes], inOrder: [Int]) -> [GroupFigures] {
        region.groups.map { group in
            let figures = tallies(1, minutes: minutes, inOrder: inOrder) { point in
                demand[point].household == .withoutCar ? (0, group.counts[Int(demand[point].area)]) : (-1, 0)
            }
            return GroupFigures(id: group.id, title: group.title, figures: figures[0])
        }
    }

    /// Bin k holds minutes from 10k up to, not including, 10k + 10; the last bin is the last with a child in it.
    private func distribution(minutes: [TenthMinutes]) -> [(withoutCar: Int64, withCar: Int64)] {
        var bins: [(withoutCar: Int64, withCar: Int64)] = []
        for (point, minutes) in zip(demand, minutes) where point.children > 0 {
            let bin = Int(minutes / 100)
            while bins.count <= bin { bins.append((0, 0)) }
            switch point.household {
            case .withoutCar: bins[bin].withoutCar += point.children
            case .withCar: bins[bin].withCar += point.children
            }
        }
        return bins
    }

    /// The plan's share under every rule of the region. Existing hubs are left out where the request says so.
    private func shares(_ nearest: NearestHub) -> [ShareFigures] {
        let ignored = request.countsExisting ? [] : Set(request.existing)
        let hubs = open.map { problem.siteIndices[Int($0)] }.filter { !ignored.contains($0) }
        return region.rules.enumerated().map { index, rule in
            let standings = hubs.map { rule.sites[Int($0)] }
            var share = ShareFigures(
                rule: index, hubs: hubs.count, inside: standings.count { $0.inside },
                borderlineInside: standings.count { $0.inside && $0.borderline },
                borderlineOutside: standings.count { !$0.inside && $0.borderline },
                required: index == request.shareRule ? required : nil)
            share.serving = serving(rule, nearest: nearest, counted: Set(hubs))
            return share
        }
    }

    /// Whom each hub serves under a rule.
    /// - Parameters:
    ///   - rule: says who lives in a place that qualifies.
    ///   - nearest: the hub that each demand point goes to.
    ///   - counted: hubs that count towards the share; no other is flagged.
    private func serving(
        _ rule: DisadvantageRule, nearest: NearestHub, counted: Set<UInt32>
    ) -> ServingFigures {
        var hubs = open.map {
            ServingFigures.Hub(site: problem.siteIndices[Int($0)], reached: 0, reachedInside: 0)
        }
        let numbers = Dictionary(uniqueKeysWithValues: zip(open, open.indices))
        for (point, demand) in demand.enumerated() where nearest.minutes[point] <= service.reachLimit {
            guard let hub = numbers[nearest.site[point]] else { continue }
            hubs[hub].reached += demand.children
            if rule.areas[Int(demand.area)] { hubs[hub].reachedInside += demand.children }
        }
        let flagged = hubs.filter { hub in
            let standing = rule.sites[Int(hub.site)]
            return counted.contains(hub.site) && standing.inside && standing.isJustInside != false
                && hub.servesMostlyOutsiders
        }
        return ServingFigures(hubs: hubs, flagged: flagged.map(\.site))
    }

    /// Hubs that the share rule requires; for "as high as possible", as many as the other rules allow.
    private var required: Int? {
        switch request.share {
        case .reportOnly: nil
        case .atLeastFraction, .atLeastNumber: request.share.required(of: request.count)
        case .asHighAsPossible: attainable
        }
    }
}
