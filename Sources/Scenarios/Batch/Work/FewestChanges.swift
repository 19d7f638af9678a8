package import HubModel
internal import Placement

/// The plan with the fewest changes from a published one among those within ε of the best plan found, with proof.
///
/// At most k changes is a floor on the published sites: at least `count` − k of them open. What the best such plan costs
/// falls as k grows, so the least k that is near enough is found by halving, each question an ordinary solve that begins
/// from what is known. That no fewer do is proved where the bound with one change less is already too far.
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
    let limits: SolveLimits

    /// - Parameters:
    ///   - service: settled: without `maximise`.
    ///   - published: local sites, those that still exist.
    ///   - best: the best plan found for it.
    ///   - limits: of each solve.
    package init(_ service: ServiceProblem, published: [UInt32], best: ServiceOutcome, limits: SolveLimits) {
        self.service = service
        self.published = published.sorted()
        self.best = best
        self.limits = limits
    }

    /// - Parameter within: ε, a fraction of the best plan's objective.
    /// - Throws: `PlacementError` as a solve does.
    package func answer(within: Double) throws -> Answer {
        let most = Self.threshold(best.objective, within: within)
        let known = changes(of: best.open)
        var found = Answer(open: best.open, objective: best.objective, changes: known, isFewest: false)
        var fails = max(0, service.count - published.count) - 1
        var isProved = true
        while fails + 1 < found.changes {
            // The first look is whether nothing need change at all.
            let middle = fails < 0 ? 0 : fails + (found.changes - fails) / 2
            switch try plan(changing: middle, noDearerThan: most) {
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

    private func plan(changing most: Int, noDearerThan threshold: Int64) throws -> Verdict {
        var asked = service
        asked.limits.append(SiteLimit(title: "published hubs kept", sites: published, least: service.count - most))
        let start = ServiceStart(
            plan: published.map { service.siteIndices[Int($0)] },
            former: FormerBound(best, of: service).map { former in
                ServiceStart(plan: [], former: former).renumbered { service.siteIndices[Int($0)] }.former ?? former
            })
        let result = try PlacementSolver().solve(
            PlacementProblem(services: [asked]), limits: limits, warmStart: WarmStart(services: [start]))
        guard case .solved(let solution) = result, let outcome = solution.services.first else { return .tooFar }
        if outcome.objective <= threshold { return .near(outcome.open, outcome.objective) }
        return outcome.bound.map { $0 > threshold } ?? false ? .tooFar : .unknown
    }
}
