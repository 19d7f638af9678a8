internal import HubModel

// Plans: searches from choices of the relaxation and around the incumbent.
extension LagrangianSearch {
    /// Searches from choices of the relaxation, then around the incumbent, on a core of sites that come cheap.
    mutating func search(from choices: [[UInt32]], budget: Int64) {
        let turn = Int(round % 3)
        let known = relinks ? elite.plans.map { $0.open.filter { live.isLive[Int($0)] } } : []
        let near = Set(
            representatives(settings.coreFactors[turn] * service.count) + best.open + choices.joined() + known.joined()
        ).sorted()
        let reach = best.second.map { Int64($0 * settings.searchReach) + 1 }
        let core: ContributionRows
        if let reader {
            let farther = best.second.map { Int64($0 * settings.coreReach) + 1 }
            core = reader.among(near).rows(below: farther, threads: limits.threads)
        } else {
            var keep = [Bool](repeating: false, count: service.siteCount)
            for site in near { keep[Int(site)] = true }
            core = rows.compacted(keep: keep)
        }
        let columns = ContributionColumns(core, active: near, cap: reach)
        var interchange = Interchange(rows: core, columns: columns, rules: rules)
        for choice in choices where rules.keeps(choice) {
            var plan = OpenPlan(choice.sorted(), rows: core, rules: rules)
            interchange.descend(&plan)
            if plan.objective < best.objective { interchange.descendByPairs(&plan) }
            elite.offer(plan.objective, plan.open)
            offer(plan)
        }
        for other in known {
            guard let plan = interchange.relink(best, to: other) else { continue }
            elite.offer(plan.objective, plan.open)
            offer(plan)
        }
        var climb = ThresholdWalk(
            best, interchange, height: settings.heights[turn], seed: limits.seed &+ round &* 0x2545_F491)
        climb.run(budget: budget)
        elite.offer(climb.best.objective, climb.best.open)
        offer(climb.best)
        work += climb.work
        var walk = Perturbation(best, interchange, seed: limits.seed &+ round &* 0x9E37_79B9)
        walk.run(budget: budget / 2)
        elite.offer(walk.best.objective, walk.best.open)
        offer(walk.best)
        work += walk.work
    }

    mutating func offer(_ plan: OpenPlan) {
        guard plan.objective < best.objective, rules.keeps(plan.open) else { return }
        best = plan
    }

    /// Searches around the incumbent alone, without a bound, until a round finds nothing.
    /// - Parameter costs: what each site costs to force in by another bound: the cheap ones are searched among.
    mutating func polish(among costs: [Int64], cancel: CancelFlag, onEvent: (SolveEvent) -> Void) {
        exchange = costs
        for _ in 0..<settings.polishes where reasonToStop(cancel) == nil {
            round += 1
            let before = best.objective
            search(from: [], budget: settings.hardSearch)
            report("search", onEvent)
            if best.objective == before { return }
        }
    }

    /// Σ of what each row adds at its nearest site of all, with every multiple of `step` left out.
    func leastSum(modulo step: Int64) -> Int64 {
        // While there is a stream, rows hold a few sites only.
        let rows = wasStreamed ? reader?.rows(length: 1, threads: limits.threads) ?? rows : rows
        return (0..<rows.count).reduce(0) { sum, row in
            sum + (rows.range(row).first.map { rows.value(at: $0, of: row) } ?? rows.radius[row]) % step
        }
    }
}
