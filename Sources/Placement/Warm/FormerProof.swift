package import HubModel

/// What an earlier bound is worth on today's problem, found without any climb: its multipliers priced again and its tree
/// followed, all in whole numbers.
package enum FormerProof {
    /// What holds today.
    package struct Today: Sendable {
        /// No plan that keeps today's rules costs less.
        package var bound: Int64
        /// Parts of the tree that hold at this bound, and those that no longer reach it.
        package var settled: Int
        package var lapsed: Int
        /// Today's multipliers and tree for a certificate of the bound, and what their numbers stand for.
        package var trail: [MultiplierStep]
        package var branching: [BranchStep]
        package var layout: MultiplierLayout
        /// Pairs looked at.
        package var work: Int64
    }

    /// Times that a lower cut-off is tried where the tree does not hold at the objective.
    private static let mostTries = 6

    /// - Parameters:
    ///   - service: of today, settled: without `maximise`.
    ///   - former: with local sites.
    ///   - plan: keeps today's rules: the bound is never above what it costs.
    /// - Returns: nil when the former multipliers fit neither the burden nor, for reach, the weight beyond the limit.
    /// - Throws: `PlacementError` when numbers are too large for exact sums.
    package static func today(
        _ former: FormerBound, on service: ServiceProblem, plan: [UInt32], threads: Int = 2
    ) throws(PlacementError) -> Today? {
        if case .reach(let limit, let step) = service.burden, limit < .max, former.burden != service.burden,
            LexicographicReach.applies(to: service, step: step)
        {
            return try reach(former, on: service, limit: limit, step: step, plan: plan, threads: threads)
        }
        return try priced(former, on: service, plan: plan, threads: threads)
    }

    /// For a reach burden whose proof is of the weight beyond the limit alone: with B that and M the least mean there is,
    /// no plan costs less than step · B + M.
    private static func reach(
        _ former: FormerBound, on service: ServiceProblem, limit: TenthMinutes, step: Int64, plan: [UInt32],
        threads: Int
    ) throws(PlacementError) -> Today? {
        // Checks the size of the whole objective before any work is done on a part of it.
        _ = try ContributionSource(service)
        let beyond = LexicographicReach.beyond(service, limit: limit)
        guard var today = try priced(former, on: beyond, plan: plan, threads: threads) else { return nil }
        // Neither is more than the plan's own, so their sum is no more than what the plan costs.
        today.bound = step * max(0, today.bound) + (try LexicographicReach.leastMean(service, threads: threads))
        return today
    }

    /// In units of the burden that the former multipliers are told in.
    private static func priced(
        _ former: FormerBound, on service: ServiceProblem, plan: [UInt32], threads: Int
    ) throws(PlacementError) -> Today? {
        let rules = SiteRules(service)
        let tree = LimitTree(rules)
        let source = try ContributionSource(service)
        let table = Table(source, service, former: former, threads: threads)
        let open = OpenPlan(plan, rows: table.rows, rules: rules)
        let titles = tree.crossing.map { service.limits[$0].title }
        let steps = FormerSteps(
            former, burden: service.burden, rows: table.rows.rows, limits: titles,
            fresh: Multipliers(open, tree: tree))
        guard let steps else { return nil }
        let walk = Walk(steps: steps, table: table, rules: rules, tree: tree, threads: threads)
        let layout = MultiplierLayout(rows: table.rows.rows, limits: titles, burden: service.burden)
        var work: Int64 = 0
        func today(_ cutoff: Int64) -> Today {
            var today = walk.today(cutoff, layout)
            work += today.work
            today.work = work
            return today
        }
        var best = today(open.objective)
        guard best.bound < open.objective else { return best }
        // With a lower cut-off more is fixed and leaves rise, though the bound is then no more than the cut-off.
        var (low, high) = (best.bound, open.objective)
        for number in 0..<mostTries where high - low > 1 {
            // What was proved then comes first: where plans only got fewer or dearer it still holds.
            let isFirst = number == 0 && (low + 1..<high).contains(former.bound)
            let middle = isFirst ? former.bound : low + (high - low) / 2
            let found = today(middle)
            if found.bound > best.bound { best = found }
            if found.bound >= middle { low = middle } else { high = middle }
            low = max(low, best.bound)
        }
        best.work = work
        return best
    }

    /// Today's costs: rows where they can be held, and a stream beside short ones where they cannot.
    private struct Table {
        let rows: ContributionRows
        let stream: ContributionStream?

        init(_ source: ContributionSource, _ service: ServiceProblem, former: FormerBound, threads: Int) {
            let settings = EngineSettings()
            let whole = service.areaCount * service.siteCount <= settings.mostHeldPairs
            let length =
                whole
                ? service.siteCount
                : settings.rowLength(areas: service.areaCount, sites: service.siteCount, count: service.count)
            rows = ContributionRows(source, length: length, threads: threads)
            stream = whole ? nil : ContributionStream(source)
        }
    }

    /// One pass over trail and tree.
    private struct Walk {
        let steps: FormerSteps
        let table: Table
        let rules: SiteRules
        let tree: LimitTree
        let threads: Int

        func today(_ cutoff: Int64, _ layout: MultiplierLayout) -> Today {
            var live = LiveSites(rules)
            var today = Today(
                bound: .min, settled: 0, lapsed: 0, trail: [], branching: [], layout: layout, work: 0)
            var top = (bound: Int64.min, multipliers: steps.multipliers(steps.trail[steps.trail.count - 1]))
            for step in steps.trail {
                let multipliers = steps.multipliers(step)
                let exact = ExactBound(
                    multipliers, rows: table.rows, stream: table.stream, rules: rules, tree: tree, live: live,
                    cutoff: cutoff, threads: threads)
                today.work += exact.work
                if exact.bound > top.bound { top = (exact.bound, multipliers) }
                if exact.bound > today.bound || !exact.closed.isEmpty || !exact.opened.isEmpty {
                    today.trail.append(MultiplierStep(multipliers))
                }
                today.bound = min(cutoff, max(today.bound, exact.bound))
                if today.bound >= cutoff {
                    today.settled = 1
                    return today
                }
                live.fix(closed: exact.closed, open: exact.opened)
            }
            today.lapsed = 1
            guard !steps.branching.isEmpty else { return today }
            let root = BranchAndBound.Node(live: live, multipliers: top.multipliers, bound: today.bound)
            let replay = TreeReplay(
                steps, rows: rows(live), rules: rules, tree: tree, root: root, cutoff: cutoff, threads: threads)
            today.work += replay.work
            guard replay.isWhole else { return today }
            today.bound = max(today.bound, replay.bound)
            today.settled = replay.leaves
            today.lapsed = replay.lapsed.count
            if replay.lapsed.isEmpty { today.branching = replay.steps }
            return today
        }

        /// Rows for the tree: of what is live alone, as far as its multipliers reach.
        private func rows(_ live: LiveSites) -> ContributionRows {
            guard let stream = table.stream else { return table.rows.compacted(keep: live.isLive) }
            let most = (steps.branching.compactMap(\.step) + steps.trail.suffix(1)).reduce(
                [Double](repeating: 0, count: table.rows.count)
            ) { most, step in
                zip(most, steps.multipliers(step).rows).map { max($0, $1) }
            }
            return stream.among(live.isLive.indices.filter { live.isLive[$0] }.map { UInt32($0) })
                .rows(below: most.map { Int64($0.rounded(.up)) + 1 }, threads: threads)
        }
    }
}
