internal import HubModel

/// The rules on the sites of one service in the form that search and bound ask about: counts by limit, and sites
/// merged by equal standing in every limit.
struct SiteRules: Sendable {
    enum Standing: UInt8, Sendable { case free, lockedIn, lockedOut }

    struct Bounds: Hashable, Sendable {
        var least: Int
        var most: Int
    }

    /// Open sites in every plan.
    let count: Int
    let standing: [Standing]
    let lockedIn: [UInt32]
    let bounds: [Bounds]
    /// Class of each site: sites of a class are in the same limits.
    let classOf: [Int]
    /// Limits that the sites of a class are in, ascending.
    let limitsOfClass: [[Int]]
    /// Sites of each class that may be open, ascending.
    let sitesOfClass: [[UInt32]]

    var siteCount: Int { standing.count }
    var classCount: Int { limitsOfClass.count }

    init(_ service: ServiceProblem) {
        count = service.count
        var standing = [Standing](repeating: .free, count: service.siteCount)
        for site in service.lockedIn { standing[Int(site)] = .lockedIn }
        for site in service.lockedOut { standing[Int(site)] = .lockedOut }
        self.standing = standing
        lockedIn = service.lockedIn
        bounds = service.limits.map { Bounds(least: max(0, $0.least), most: min($0.most, service.count)) }

        var limitsOfSite = [[Int]](repeating: [], count: service.siteCount)
        for (number, limit) in service.limits.enumerated() {
            for site in limit.sites { limitsOfSite[Int(site)].append(number) }
        }
        var known: [[Int]: Int] = [:]
        var limitsOfClass: [[Int]] = []
        var sitesOfClass: [[UInt32]] = []
        classOf = limitsOfSite.enumerated().map { site, limits in
            let number = known[limits] ?? limitsOfClass.count
            if number == limitsOfClass.count {
                known[limits] = number
                limitsOfClass.append(limits)
                sitesOfClass.append([])
            }
            if standing[site] != .lockedOut { sitesOfClass[number].append(UInt32(site)) }
            return number
        }
        self.limitsOfClass = limitsOfClass
        self.sitesOfClass = sitesOfClass
    }

    /// Sites that may be open, ascending.
    var allowedSites: [UInt32] {
        standing.indices.filter { standing[$0] != .lockedOut }.map { UInt32($0) }
    }

    /// Open sites in each limit.
    func counts(of open: [UInt32]) -> [Int] {
        var counts = [Int](repeating: 0, count: bounds.count)
        for site in open { for limit in limitsOfClass[classOf[Int(site)]] { counts[limit] += 1 } }
        return counts
    }

    /// Hubs too few or too many, over all limits.
    func shortfall(_ counts: [Int]) -> Int {
        zip(counts, bounds).reduce(0) { $0 + max(0, $1.1.least - $1.0) + max(0, $1.0 - $1.1.most) }
    }

    /// Whether a set of sites keeps the count, the locks and every limit.
    func keeps(_ open: [UInt32]) -> Bool {
        open.count == count && Set(open).count == count
            && lockedIn.allSatisfy(Set(open).contains)
            && !open.contains { standing[Int($0)] == .lockedOut }
            && shortfall(counts(of: open)) == 0
    }

    /// Whether closing a site of one class and opening a site of another keeps every limit that is kept now.
    func allowsSwap(out: Int, in entering: Int, counts: [Int]) -> Bool {
        if out == entering { return true }
        for limit in limitsOfClass[out]
        where counts[limit] <= bounds[limit].least && !limitsOfClass[entering].contains(limit) {
            return false
        }
        for limit in limitsOfClass[entering]
        where counts[limit] >= bounds[limit].most && !limitsOfClass[out].contains(limit) {
            return false
        }
        return true
    }

    /// By how much a swap between classes changes the shortfall; below 0 mends.
    func change(out: Int, in entering: Int, counts: [Int]) -> Int {
        func distance(_ limit: Int, _ count: Int) -> Int {
            max(0, bounds[limit].least - count) + max(0, count - bounds[limit].most)
        }
        var change = 0
        for limit in limitsOfClass[out] where !limitsOfClass[entering].contains(limit) {
            change += distance(limit, counts[limit] - 1) - distance(limit, counts[limit])
        }
        for limit in limitsOfClass[entering] where !limitsOfClass[out].contains(limit) {
            change += distance(limit, counts[limit] + 1) - distance(limit, counts[limit])
        }
        return change
    }
}
