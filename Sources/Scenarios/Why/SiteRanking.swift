internal import HubModel
internal import HubPlan
internal import Placement

/// Every site of a plan's service by what it is worth: bounds first, solves only where they leave more room than was asked
/// for.
///
/// Hubs are solved before other sites, and of those the ones first that could cost least. Every plan that a solve finds
/// bounds every site that it has or does without.
struct SiteRanking {
    let changes: SiteChanges
    /// Solves at most; nil for no end but the series' own.
    var mostSolves: Int?

    /// What came out.
    struct Answer: Sendable {
        /// Hubs, the dearest to lose first, then other sites, the cheapest to have first; equals by their number.
        var ranked: [ChangedSite]
        /// Sites that needed a solve and had none.
        var left: Int
        /// Sites that bounds alone settled.
        var byBounds: Int
    }

    /// - Parameters:
    ///   - series: limits of the solves.
    ///   - title: of a local site, for progress.
    func answer(in series: SolveSeries, title: (UInt32) -> String) throws -> Answer {
        var found = changes.bounded(changes.free)
        func needsSolve(_ site: ChangedSite) -> Bool {
            !site.isSolved && !changes.isSettled(site, gap: series.limits.gap)
        }
        let byBounds = found.count { !needsSolve($0) }
        series.note("\(found.count) sites: bounds settle \(byBounds)")
        let order = found.indices.filter { needsSolve(found[$0]) }.sorted { first, second in
            let (a, b) = (found[first], found[second])
            return (a.isChosen ? 0 : 1, a.least, a.site) < (b.isChosen ? 0 : 1, b.least, b.site)
        }
        var left = min(order.count, mostSolves ?? .max)
        for index in order where left > 0 && needsSolve(found[index]) {
            guard series.mayGoOn() else { break }
            let site = try changes.solved(found[index], in: series, left: left, title: title(found[index].site))
            left -= 1
            found[index] = site
            guard !site.plan.isEmpty, let cost = site.most else { continue }
            let open = Set(site.plan)
            for other in found.indices where found[other].isChosen != open.contains(found[other].site) {
                found[other].take(site.plan, cost: cost)
            }
        }
        return Answer(ranked: found.sorted(by: Self.precedes), left: found.count(where: needsSolve), byBounds: byBounds)
    }

    /// Sites without a plan of their own come last among hubs that cannot be lost first.
    private static func precedes(_ first: ChangedSite, _ second: ChangedSite) -> Bool {
        guard first.isChosen == second.isChosen else { return first.isChosen }
        let (a, b) = (first.most ?? .max, second.most ?? .max)
        if a != b { return first.isChosen ? a > b : a < b }
        if first.least != second.least {
            return first.isChosen ? first.least > second.least : first.least < second.least
        }
        return first.site < second.site
    }
}
