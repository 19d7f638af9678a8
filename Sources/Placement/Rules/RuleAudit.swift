package import HubModel

/// Tells which rules of a service a set of open sites keeps.
///
/// Audits numbers: "as many as possible" must have become a floor first (`Attainable.resolved`), and is not told otherwise.
package struct RuleAudit: Sendable {
    private let problem: ServiceProblem

    package init(_ problem: ServiceProblem) {
        self.problem = problem
    }

    /// One check a rule: count, hubs that stay, sites ruled out, then share, floors and caps in the problem's order.
    /// - Parameter open: local site numbers without repeats, in any order.
    package func checks(of open: [UInt32]) -> [RuleCheck] {
        let isOpen = Set(open)
        var checks = [
            RuleCheck(title: "hubs in all", found: open.count, least: problem.count, most: problem.count)
        ]
        if !problem.lockedIn.isEmpty {
            let kept = problem.lockedIn.count { isOpen.contains($0) }
            checks.append(
                RuleCheck(
                    title: "hubs that exist or are locked in", found: kept, least: problem.lockedIn.count, most: nil))
        }
        if !problem.lockedOut.isEmpty {
            let used = problem.lockedOut.count { isOpen.contains($0) }
            checks.append(RuleCheck(title: "hubs at sites that are locked out", found: used, least: 0, most: 0))
        }
        for limit in problem.limits {
            checks.append(
                RuleCheck(
                    title: limit.title, found: limit.sites.count { isOpen.contains($0) }, least: limit.least,
                    most: limit.most == .max ? nil : limit.most))
        }
        return checks
    }

    package func isKept(by open: [UInt32]) -> Bool {
        checks(of: open).allSatisfy(\.isKept)
    }

    /// The share over all services; nil when none is asked with a number.
    package static func totalShare(of problem: PlacementProblem, open: [[UInt32]]) -> RuleCheck? {
        guard let share = problem.totalShare, let least = share.least else { return nil }
        let found = zip(share.sites, open).reduce(0) { sum, pair in
            sum + Set(pair.0).intersection(pair.1).count
        }
        return RuleCheck(title: share.title, found: found, least: least, most: nil)
    }
}
