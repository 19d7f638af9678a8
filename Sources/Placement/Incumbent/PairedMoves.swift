extension Interchange {
    /// Two swaps at once where one alone would break a tight limit: one site leaves the limit's sites and another comes
    /// in, elsewhere. Descends after every pair that helps.
    /// - Parameter width: first swaps tried for each way of breaking a limit.
    mutating func descendByPairs(_ plan: inout OpenPlan, width: Int = 2) {
        var improved = true
        while improved {
            improved = false
            for first in pairStarts(plan, width: width) {
                var trial = plan
                apply(first, &trial)
                guard let mend = bestMend(trial) else { continue }
                apply(mend, &trial)
                guard rules.shortfall(trial.limitCounts) == 0 else { continue }
                _ = settle(&trial)
                if trial.objective < plan.objective {
                    plan = trial
                    improved = true
                    break
                }
            }
        }
    }

    /// Swaps that break exactly one place of one limit, the least costly first.
    private mutating func pairStarts(_ plan: OpenPlan, width: Int) -> [Swap] {
        var best: [Int: [Swap]] = [:]
        let rules = rules
        measureLosses(plan)
        for candidate in 0..<columns.count {
            let counts = plan.limitCounts
            let found = bestSwap(candidate, plan) { out, entering in
                rules.change(out: out, in: entering, counts: counts) == 1
            }
            guard let found else { continue }
            let key = rules.classOf[Int(plan.open[found.place])] * rules.classCount + rules.classOf[Int(found.entering)]
            var list = best[key] ?? []
            let at = list.firstIndex { found.delta < $0.delta } ?? list.count
            guard at < width else { continue }
            list.insert(found, at: at)
            best[key] = Array(list.prefix(width))
        }
        return best.values.joined().sorted { ($0.delta, $0.entering) < ($1.delta, $1.entering) }.prefix(8).map(\.self)
    }

    private mutating func bestMend(_ plan: OpenPlan) -> Swap? {
        let rules = rules
        let short = rules.shortfall(plan.limitCounts)
        var best: Swap?
        for candidate in 0..<columns.count {
            let found = bestSwap(candidate, plan) { out, entering in
                short + rules.change(out: out, in: entering, counts: plan.limitCounts) == 0
            }
            if let found, found.delta < best?.delta ?? .infinity { best = found }
        }
        return best
    }
}
