package import HubModel

/// The ways in which tomorrow's question differs from today's.
package enum ProblemChange: CaseIterable, Sendable {
    case nothing, moreHubs, fewerHubs, tighterLimit, looserLimit, newLimit, lockIn, lockOut, weights, costsUp, costsDown
    case siteAdded, siteRemoved, burden

    /// Whether every plan of the changed question is one of the old, at no less cost: an old bound then stays.
    package var onlyNarrows: Bool {
        switch self {
        case .nothing, .tighterLimit, .lockIn, .lockOut, .costsUp, .siteRemoved: true
        case .moreHubs, .fewerHubs, .looserLimit, .newLimit, .weights, .costsDown, .siteAdded, .burden: false
        }
    }

    /// - Parameters:
    ///   - plan: of the old question, local sites.
    /// - Returns: the changed question, with the old local number of each of its sites; nil where this change cannot be
    ///   made here. Travel must be a full table.
    package func applied(
        to service: ServiceProblem, plan: [UInt32], seed: UInt64
    ) -> (service: ServiceProblem, formerSite: [UInt32?])? {
        var numbers = SeededNumbers(seed ^ 0xC4A_16E)
        var changed = service
        let same = (0..<UInt32(service.siteCount)).map { Optional($0) }
        let shut = (0..<UInt32(service.siteCount)).filter {
            !plan.contains($0) && !service.lockedOut.contains($0) && !service.lockedIn.contains($0)
        }
        switch self {
        case .nothing: break
        case .moreHubs:
            guard service.count < service.siteCount - service.lockedOut.count else { return nil }
            changed.count += 1
        case .fewerHubs:
            guard service.count > max(1, service.lockedIn.count) else { return nil }
            changed.count -= 1
        case .tighterLimit:
            guard !service.limits.isEmpty else { return nil }
            changed.limits[0].least += 1
        case .looserLimit:
            guard !service.limits.isEmpty else { return nil }
            changed.limits[0].least = max(0, service.limits[0].least - 1)
        case .newLimit:
            let sites = RandomProblem.subset(of: service.siteCount, using: &numbers)
            changed.limits.append(SiteLimit(title: "hubs by the sea", sites: sites, least: 1))
        case .lockIn:
            guard let site = shut.randomElement(using: &numbers) else { return nil }
            changed.lockedIn = (service.lockedIn + [site]).sorted()
        case .lockOut:
            guard let site = plan.first(where: { !service.lockedIn.contains($0) }) else { return nil }
            changed.lockedOut = (service.lockedOut + [site]).sorted()
        case .weights:
            changed.weights = service.weights.map { $0 + Int64.random(in: 0...$0 / 8 + 1, using: &numbers) }
            if case .reach(let limit, _) = service.burden {
                let step = changed.weights.reduce(0, +) * Int64(service.travel.longest) + 1
                changed.burden = .reach(limit: limit, step: step)
            }
        case .costsUp: changed.travel = Self.travel(service) { $0 + $0 / 8 }
        case .costsDown: changed.travel = Self.travel(service) { $0 - $0 / 8 }
        case .siteAdded: return Self.added(service, like: shut.first ?? 0)
        case .siteRemoved:
            guard service.siteCount > service.count, let site = shut.randomElement(using: &numbers) else { return nil }
            return Self.removed(service, site)
        case .burden:
            changed.burden = .steps(thresholds: [service.travel.longest / 3 + 1], values: [7])
        }
        // A burden that outweighs every mean must do so still.
        if case .reach(let limit, let step) = changed.burden {
            let least = changed.weights.reduce(0, +) * Int64(changed.travel.longest) + 1
            changed.burden = .reach(limit: limit, step: max(step, least))
        }
        return (changed, same)
    }

    private static func travel(
        _ service: ServiceProblem, _ change: (TenthMinutes) -> TenthMinutes
    ) -> TravelMatrix {
        matrix(service, sites: service.siteCount) { area, household, site in
            change(service.travel.minutes(area: area, household: household, site: site))
        }
    }

    private static func matrix(
        _ service: ServiceProblem, sites: Int, _ minutes: (Int, Household, Int) -> TenthMinutes
    ) -> TravelMatrix {
        func table(_ household: Household) -> [TenthMinutes] {
            (0..<service.areaCount).flatMap { area in (0..<sites).map { minutes(area, household, $0) } }
        }
        return TravelMatrix(
            areaCount: service.areaCount, siteCount: sites, withoutCar: table(.withoutCar), withCar: table(.withCar))
    }

    /// A site that comes first and is a little better than another everywhere.
    private static func added(_ service: ServiceProblem, like site: UInt32) -> (ServiceProblem, [UInt32?]) {
        var changed = service
        changed.siteIndices = [service.siteIndices[0] - 1] + service.siteIndices
        changed.siteNames = ["new"] + service.siteNames
        changed.travel = matrix(service, sites: service.siteCount + 1) { area, household, number in
            let minutes = service.travel.minutes(
                area: area, household: household, site: number == 0 ? Int(site) : number - 1)
            return number == 0 ? minutes - minutes / 10 : minutes
        }
        changed.lockedIn = service.lockedIn.map { $0 + 1 }
        changed.lockedOut = service.lockedOut.map { $0 + 1 }
        for limit in changed.limits.indices {
            changed.limits[limit].sites = service.limits[limit].sites.map { $0 + 1 }
        }
        return (changed, [nil] + (0..<UInt32(service.siteCount)).map { Optional($0) })
    }

    private static func removed(_ service: ServiceProblem, _ site: UInt32) -> (ServiceProblem, [UInt32?]) {
        let left = (0..<UInt32(service.siteCount)).filter { $0 != site }
        func number(_ sites: [UInt32]) -> [UInt32] { sites.filter { $0 != site }.map { $0 > site ? $0 - 1 : $0 } }
        var changed = service
        changed.siteIndices = left.map { service.siteIndices[Int($0)] }
        changed.siteNames = left.map { service.siteNames[Int($0)] }
        changed.travel = matrix(service, sites: left.count) { area, household, number in
            service.travel.minutes(area: area, household: household, site: Int(left[number]))
        }
        changed.lockedIn = number(service.lockedIn)
        changed.lockedOut = number(service.lockedOut)
        for limit in changed.limits.indices {
            changed.limits[limit].sites = number(service.limits[limit].sites)
        }
        return (changed, left.map { Optional($0) })
    }
}
