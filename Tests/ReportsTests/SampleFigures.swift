import HubModel

/// Figures of a plan worked out in the plainest way, for `SampleRun`.
enum SampleFigures {
    static func figures(_ region: Region, _ request: ServiceRequest, open: [UInt32], required: Int?) -> ServiceFigures {
        let service = region.services[request.service]
        let demand = region.demand[request.service]
        var assigned: [UInt32] = []
        var minutes: [TenthMinutes] = []
        for point in demand {
            let home = region.areas[Int(point.area)].point
            let costs = open.map { cost(home.distance(to: region.sites[Int($0)].point), point.household) }
            let best = costs.min() ?? 0
            assigned.append(open[costs.firstIndex(of: best) ?? 0])
            minutes.append(best)
        }
        func sum(_ include: (Int) -> Int64) -> TravelFigures {
            travel(demand.indices.map { (include($0), minutes[$0]) }, service)
        }
        func children(_ index: Int) -> Int64 { demand[index].children }
        let rule = region.rules[0]
        let places: [(String, String, (Int) -> Bool)] = [
            ("doubly", "doubly disadvantaged", { rule.areas[$0] }),
            ("deprived", "deprived only", { !rule.areas[$0] && region.deprivedAreas?[$0] ?? false }),
            ("rest", "the rest", { !rule.areas[$0] && !(region.deprivedAreas?[$0] ?? false) }),
        ]
        var bins = [(withoutCar: Int64, withCar: Int64)](repeating: (0, 0), count: Int(minutes.max() ?? 0) / 100 + 1)
        for (index, point) in demand.enumerated() {
            let bin = Int(minutes[index]) / 100
            if point.household == .withoutCar {
                bins[bin].withoutCar += point.children
            } else {
                bins[bin].withCar += point.children
            }
        }
        return ServiceFigures(
            service: request.service,
            objective: demand.indices.reduce(0) { $0 + demand[$1].weight * Int64(minutes[$1]) },
            hubs: open.map { site in HubFigures(site: site, figures: sum { assigned[$0] == site ? children($0) : 0 }) },
            withoutCar: sum { $0 % 2 == 0 ? children($0) : 0 }, withCar: sum { $0 % 2 == 1 ? children($0) : 0 },
            everyone: sum(children),
            asWithoutCar: sum { $0 % 2 == 0 ? children($0) + children($0 + 1) : 0 },
            byDisadvantage: places.map { id, title, holds in
                GroupFigures(id: id, title: title, figures: sum { holds($0 / 2) ? children($0) : 0 })
            },
            groups: region.groups.map { group in
                GroupFigures(
                    id: group.id, title: group.title, figures: sum { $0 % 2 == 0 ? group.counts[$0 / 2] : 0 })
            },
            distribution: bins, shares: shares(region, request, open: open, required: required),
            rules: [
                RuleCheck(title: "hubs in all", found: open.count, least: request.count, most: request.count),
                RuleCheck(title: "hubs in Old Harbour", found: 0, least: 0, most: 2),
            ],
            assignedSite: assigned, minutes: minutes
        )
    }

    private static func shares(
        _ region: Region, _ request: ServiceRequest, open: [UInt32], required: Int?
    ) -> [ShareFigures] {
        region.rules.enumerated().map { index, rule in
            let standings = open.map { rule.sites[Int($0)] }
            return ShareFigures(
                rule: index, hubs: open.count, inside: standings.count { $0.inside },
                borderlineInside: standings.count { $0.inside && $0.borderline },
                borderlineOutside: standings.count { !$0.inside && $0.borderline },
                required: index == request.shareRule ? required : nil
            )
        }
    }

    private static func cost(_ metres: Double, _ household: Household) -> TenthMinutes {
        let walk = metres * 1.25 * 2 / 80 * 10
        return TenthMinutes(household == .withoutCar ? min(walk, 350 + walk * 0.45) : min(walk, 120 + walk * 0.2))
    }

    private static func travel(_ parts: [(children: Int64, minutes: TenthMinutes)], _ service: Service) -> TravelFigures
    {
        let parts = parts.filter { $0.children > 0 }.sorted { $0.minutes < $1.minutes }
        var figures = TravelFigures()
        for part in parts {
            figures.children += part.children
            figures.tenthMinutes += part.children * Int64(part.minutes)
            if part.minutes <= service.reachLimit { figures.reached += part.children }
            if part.minutes > service.outOfReachLimit { figures.outOfReach += part.children }
        }
        func quantile(_ share: Double) -> TenthMinutes {
            var seen: Int64 = 0
            for part in parts {
                seen += part.children
                if Double(seen) >= share * Double(figures.children) { return part.minutes }
            }
            return 0
        }
        figures.median = quantile(0.5)
        figures.ninetieth = quantile(0.9)
        return figures
    }
}
