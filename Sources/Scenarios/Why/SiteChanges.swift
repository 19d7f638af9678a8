internal import HubModel
internal import HubPlan
internal import Placement

/// One service of a plan, and what is known of it with one site in or out: first by bounds, then by solving.
///
/// - Lower bounds: the multipliers of the run's certificate price every plan with a site open, and every plan without it
///   (`SiteCosts`). Where the run has none, the run's own bound.
/// - Upper bounds: the best swap of a single hub, in whole numbers (`SwapCosts`), and every plan that a solve finds.
struct SiteChanges {
    /// Settled: without "as many as possible"; in it the other services' hubs stay as they are.
    let service: ServiceProblem
    /// Local sites of the plan, ascending.
    let open: [UInt32]
    let objective: Int64
    /// Whether the plan keeps the rules of its service: a list that was measured need not.
    let keepsRules: Bool
    private let isOpen: Set<UInt32>
    private let bound: Int64
    private let prices: SiteCosts?
    private let swaps: SwapCosts
    private let start: ServiceStart?

    /// - Parameters:
    ///   - service: settled.
    ///   - open: local sites of a plan, at least one; need not keep the rules.
    ///   - bound: no plan of the service that keeps the rules costs less.
    ///   - certificate: of the best plan known for the service, where there is one.
    ///   - start: what a solve may begin from; nil for the plan alone.
    init(
        _ service: ServiceProblem, open: [UInt32], bound: Int64, certificate: Certificate?, start: ServiceStart? = nil
    ) throws {
        self.service = service
        self.open = open.sorted()
        self.bound = bound
        self.start = start
        isOpen = Set(open)
        keepsRules = RuleAudit(service).checks(of: open).allSatisfy(\.isKept)
        objective = try Evaluator.objective(of: open, in: service)
        prices = certificate.flatMap { SiteCosts($0, of: service) }
        swaps = SwapCosts(open: open, in: service)
    }

    /// What the plan may cost more than the best, as far as is known.
    var room: Int64 { max(0, objective - bound) }

    /// The same as a fraction of its objective; nil where nothing is known of the best.
    var roomFraction: Double? {
        bound > 0 ? Gap.fraction(objective, above: bound) : nil
    }

    /// Whether the plan has a site.
    func isChosen(_ site: UInt32) -> Bool { isOpen.contains(site) }

    /// Sites that the plan could do without or with, ascending: all but those that the study locks.
    var free: [UInt32] {
        let locked = Set(service.lockedIn).union(service.lockedOut)
        return (0..<UInt32(service.siteCount)).filter { !locked.contains($0) }
    }

    /// The problem with the change.
    func changed(_ site: UInt32) -> ServiceProblem {
        var changed = service
        changed.lockedIn.removeAll { $0 == site }
        changed.lockedOut.removeAll { $0 == site }
        changed.supposed = site
        if isChosen(site) {
            changed.lockedOut = (changed.lockedOut + [site]).sorted()
        } else {
            changed.lockedIn = (changed.lockedIn + [site]).sorted()
        }
        return changed
    }

    /// Whether a change is known as closely as is asked for, beyond what is open about the plan itself: where its own proof
    /// leaves room, no site can be told more closely. A plan that is known less closely than is asked for lends no more
    /// room than that.
    /// - Parameters:
    ///   - found: what is known of it.
    ///   - gap: a fraction of the plan's objective. Where a reach objective tells the same weight beyond the limit from both
    ///     sides that is enough for 0.
    func isSettled(_ found: ChangedSite, gap: Double) -> Bool {
        guard let slack = found.slack else { return false }
        if slack <= enough(gap) { return true }
        guard case .reach(_, let step) = service.burden, step > 0, let most = found.most else { return false }
        return (objective + found.least) / step == (objective + most) / step
    }

    /// Slack of a change that is close enough.
    private func enough(_ gap: Double) -> Int64 {
        let asked = Int64(Double(max(0, objective)) * max(0, gap))
        return asked + min(asked, room)
    }

    /// The change by bounds alone. Swaps of a plan that breaks rules say nothing about plans that keep them.
    func bounded(_ site: UInt32) -> ChangedSite {
        var found = ChangedSite(site: site, isChosen: isChosen(site), least: least(site))
        guard keepsRules else { return found }
        if found.isChosen, let move = standIn(for: site) {
            found.take(swapped(site, for: move.site), cost: move.cost)
        } else if !found.isChosen, let move = gives(way: site) {
            found.take(swapped(move.site, for: site), cost: move.cost)
        }
        return found
    }

    /// Bounds of many changes at once; one pass over the plan's hubs.
    func bounded(_ sites: [UInt32]) -> [ChangedSite] {
        var found = sites.map { ChangedSite(site: $0, isChosen: isChosen($0), least: least($0)) }
        for (hub, leaving) in open.enumerated() where keepsRules {
            let costs = swaps.costs(of: hub)
            var best: (cost: Int64, site: UInt32)?
            for site in 0..<UInt32(service.siteCount) where swaps.isAllowed(hub, to: site) {
                let cost = costs[Int(site)]
                if best.map({ cost < $0.cost }) ?? true { best = (cost, site) }
            }
            for index in found.indices {
                let site = found[index].site
                if found[index].isChosen {
                    if site == leaving, let best {
                        found[index].take(swapped(leaving, for: best.site), cost: best.cost)
                    }
                } else if swaps.isAllowed(hub, to: site), found[index].most.map({ costs[Int(site)] < $0 }) ?? true {
                    found[index].take(swapped(leaving, for: site), cost: costs[Int(site)])
                }
            }
        }
        return found
    }

    /// The one site that best takes a hub's place while the others stay; nil where the rules allow none.
    func standIn(for hub: UInt32) -> (site: UInt32, cost: Int64)? {
        guard let place = open.firstIndex(of: hub) else { return nil }
        let (swaps, asked) = unlocked(hub)
        let costs = swaps.costs(of: place)
        return (0..<UInt32(asked.siteCount)).filter { swaps.isAllowed(place, to: $0) }
            .map { (site: $0, cost: costs[Int($0)]) }.min { ($0.cost, $0.site) < ($1.cost, $1.site) }
    }

    /// The one hub that best gives way to a site while the others stay; nil where the rules allow none.
    func gives(way site: UInt32) -> (site: UInt32, cost: Int64)? {
        let (swaps, _) = unlocked(site)
        return open.indices.filter { swaps.isAllowed($0, to: site) }
            .map { (site: open[$0], cost: swaps.costs(of: $0)[Int(site)]) }
            .min { ($0.cost, $0.site) < ($1.cost, $1.site) }
    }

    /// The change solved, where bounds leave room.
    /// - Parameters:
    ///   - found: what is known of it.
    ///   - series: that it is a part of.
    ///   - left: solves that may still follow, this one among them.
    ///   - title: of the change, for progress.
    func solved(_ found: ChangedSite, in series: SolveSeries, left: Int, title: String) throws -> ChangedSite {
        var found = found
        found.isSolved = true
        let gap = Double(enough(series.limits.gap)) / Double(max(1, objective))
        switch try series.solve(changed(found.site), gap: gap, start: warmStart(found), left: left, title: title) {
        case .infeasible(let why):
            found.clash = why.sentence
            found.most = nil
            found.plan = []
            found.least = .max
        case .solved(let answer):
            found.least = max(found.least, answer.bound - objective)
            found.take(answer.open, cost: answer.objective - objective)
        }
        return found
    }

    /// No plan with the change costs less than the plan's objective and this.
    private func least(_ site: UInt32) -> Int64 {
        var known = bound
        let isLocked = service.lockedIn.contains(site) || service.lockedOut.contains(site)
        if !isLocked, let prices {
            known = max(known, isChosen(site) ? prices.least(without: [site]) : prices.least(with: site))
        }
        // Without its lock a plan may cost less than the bound, and no burden is negative. Where no plan has the change at
        // all, a solve says why.
        return isLocked ? -objective : known == .max ? bound - objective : known - objective
    }

    private func swapped(_ leaving: UInt32, for coming: UInt32) -> [UInt32] {
        (open.filter { $0 != leaving } + [coming]).sorted()
    }

    /// Swaps in the problem with the locks of one site undone.
    private func unlocked(_ site: UInt32) -> (SwapCosts, ServiceProblem) {
        guard service.lockedIn.contains(site) || service.lockedOut.contains(site) else { return (swaps, service) }
        var free = service
        free.lockedIn.removeAll { $0 == site }
        free.lockedOut.removeAll { $0 == site }
        return (SwapCosts(open: open, in: free), free)
    }

    /// The best plan known with the change, beside the run's multipliers.
    private func warmStart(_ found: ChangedSite) -> WarmStart {
        let plan = (found.plan.isEmpty ? open : found.plan).map { service.siteIndices[Int($0)] }
        return WarmStart(services: [ServiceStart(plan: plan, former: start?.former)])
    }
}
