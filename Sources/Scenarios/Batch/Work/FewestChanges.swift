package import HubModel
internal import Placement

/// The plan with the fewest changes from a published one among those within ε of the best plan found, with proof.
///
/// At most k changes is a floor on the published sites: at least `count` − k of them open. What the best such plan costs
/// falls as k grows, so the least k that is near enough is found by halving, each question an ordinary solve that begins
/// from what is known. That no fewer do is proved where the bound with one change less is already too far. All of them
/// share the time of one series.
package struct FewestChanges {
    /// What came of one service.
    package struct Answer: Sendable {
        /// Local sites, ascending.
        package var open: [UInt32]
        package var objective: Int64
        /// Open sites that are not published ones.
        package var changes: Int
        /// Whether it is proved that no plan with fewer changes is near enough.
        package var isFewest: Bool
    }

    /// With every "as many as possible" settled and no share over all services.
    let service: ServiceProblem
    /// Local numbers of published sites that are still there, ascending.
    let published: [UInt32]
    /// The best plan found.
    let best: ServiceOutcome
    let series: SolveSeries

    /// - Parameters:
    ///   - service: settled: without `maximise`.
    ///   - published: local sites, those that still exist.
    ///   - best: the best plan found for it.
    ///   - series: that the solves belong to.
    package init(_ service: ServiceProblem, published: [UInt32], best: ServiceOutcome, series: SolveSeries) {
        self.service = service
        self.published = published.sorted()
        self.best = best
        self.series = series
    }

    /// - Parameter within: ε, a fraction of the best plan's objective.
    /// - Throws: `PlacementError` as a solve does.
    package func answer(within: Double) throws -> Answer {
        let most = Self.threshold(best.objective, within: within)
        let known = changes(of: best.open)
        var found = Answer(open: best.open, objective: best.objective, changes: known, isFewest: false)
        var fails = max(0, service.count - published.count) - 1
        if published.count == service.count {
            // Nothing changes in one plan alone.
            if let stays = try published(noDearerThan: most) { return stays }
            fails = 0
        }
        var isProved = true
        while fails + 1 < found.changes {
            guard series.mayGoOn() else {
                isProved = false
                break
            }
            // The first look is whether nothing need change at all.
            let middle = fails < 0 ? 0 : fails + (found.changes - fails) / 2
            let left = Int.bitWidth - (found.changes - fails).leadingZeroBitCount
            switch try plan(changing: middle, noDearerThan: most, left: left) {
            case .near(let open, let objective):
                found = Answer(open: open, objective: objective, changes: changes(of: open), isFewest: false)
            case .tooFar:
                fails = middle
                isProved = true
            case .unknown:
                fails = middle
                isProved = false
            }
        }
        found.isFewest = isProved
        return found
    }

    /// ⌊(1 + ε) · objective⌋ in whole numbers, ε in millionths.
    package static func threshold(_ objective: Int64, within: Double) -> Int64 {
        let millionths = Int128((within * 1_000_000).rounded())
        let most = Int128(objective) + Int128(objective) * millionths / 1_000_000
        return most > Int128(Int64.max) ? .max : Int64(most)
    }

    private enum Verdict {
        case near([UInt32], Int64)
        /// Every plan with so few changes costs more.
        case tooFar
        case unknown
    }

    private func changes(of open: [UInt32]) -> Int { service.count - Set(open).intersection(published).count }

    /// The published plan, where it is whole, keeps the rules and is near enough.
    private func published(noDearerThan threshold: Int64) throws -> Answer? {
        guard RuleAudit(service).isKept(by: published) else { return nil }
        let objective = try Evaluator.objective(of: published, in: service)
        return objective > threshold
            ? nil : Answer(open: published, objective: objective, changes: 0, isFewest: true)
    }

    /// - Parameters:
    ///   - most: changes.
    ///   - threshold: what the plan may cost.
    ///   - left: solves that may follow, this one among them.
    private func plan(changing most: Int, noDearerThan threshold: Int64, left: Int) throws -> Verdict {
        var asked = service
        asked.limits.append(SiteLimit(title: "published hubs kept", sites: published, least: service.count - most))
        let start = ServiceStart(
            plan: published.map { service.siteIndices[Int($0)] },
            former: FormerBound(best, of: service).map { former in
                ServiceStart(plan: [], former: former).renumbered { service.siteIndices[Int($0)] }.former ?? former
            })
        let result = try series.solve(
            asked, start: WarmStart(services: [start]), left: left, title: "at most \(most) changes")
        guard case .solved(let answer) = result else { return .tooFar }
        let outcome = answer.outcome
        if outcome.objective <= threshold { return .near(outcome.open, outcome.objective) }
        return outcome.bound.map { $0 > threshold } ?? false ? .tooFar : .unknown
    }
}
