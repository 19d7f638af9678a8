internal import HubModel

/// A former plan made to keep today's rules: its sites are opened first as far as those allow, the most useful of them
/// first, and others fill the count.
enum MendedPlan {
    /// - Parameters:
    ///   - plan: local sites.
    ///   - service: small enough for rows of all its sites.
    /// - Returns: local sites, ascending; the plan itself where it keeps the rules, and nil when none was found that does.
    static func plan(_ plan: [UInt32], for service: ServiceProblem, threads: Int) throws(PlacementError) -> [UInt32]? {
        let rules = SiteRules(service)
        if rules.keeps(plan) { return plan.sorted() }
        let rows = ContributionRows(
            try ContributionSource(service), length: service.siteCount, threads: threads)
        let columns = ContributionColumns(rows, active: rules.allowedSites)
        let mended = GreedyStart.plan(rows, columns, rules, preferred: plan)
        return mended.flatMap { rules.keeps($0) ? $0 : nil }
    }
}
