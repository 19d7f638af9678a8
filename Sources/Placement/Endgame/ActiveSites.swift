internal import HubModel

/// The sites of a service that may still be open, renumbered from 0, with the rules on them.
struct ActiveSites {
    /// Local site number of each, ascending.
    let sites: [UInt32]
    /// Whether it must be open.
    let isFixed: [Bool]
    /// Exactly this many open.
    let count: Int
    /// Over the new numbers.
    let limits: [SiteLimit]

    /// - Parameters:
    ///   - among: local numbers of the sites that may be open; nil for all. Locked-out sites never are.
    ///   - fixedOpen: local numbers that must be open besides the locked-in ones.
    init(_ problem: ServiceProblem, among: [UInt32]?, fixedOpen: [UInt32]) {
        let out = Set(problem.lockedOut)
        let fixed = Set(problem.lockedIn).union(fixedOpen)
        let allowed = Set(among ?? Array(0..<UInt32(problem.siteCount))).union(fixed).subtracting(out).sorted()
        let number = Dictionary(uniqueKeysWithValues: zip(allowed, allowed.indices))
        sites = allowed
        isFixed = allowed.map { fixed.contains($0) }
        count = problem.count
        limits = problem.limits.map { limit in
            SiteLimit(
                title: limit.title, sites: limit.sites.compactMap { number[$0].map { UInt32($0) } }, least: limit.least,
                most: limit.most)
        }
    }

    /// The same rules with some sites closed and some open for good.
    func fixing(open: [Int], closed: [Int], in problem: ServiceProblem) -> ActiveSites {
        let gone = Set(closed)
        let fixed = zip(sites, isFixed).filter(\.1).map(\.0) + open.map { sites[$0] }
        return ActiveSites(
            problem, among: sites.indices.filter { !gone.contains($0) }.map { sites[$0] }, fixedOpen: fixed)
    }

    /// The same problem with every other site locked out and the fixed ones locked in.
    func restricting(_ problem: ServiceProblem) -> ServiceProblem {
        var restricted = problem
        let active = Set(sites)
        restricted.lockedIn = zip(sites, isFixed).filter(\.1).map(\.0)
        restricted.lockedOut = (0..<UInt32(problem.siteCount)).filter { !active.contains($0) }
        restricted.maximise = nil
        return restricted
    }
}
