internal import HubModel

/// Sites merged by equal standing in every rule: whether the rules can be kept depends only on how many of each class
/// are open, so that thousands of sites make a model of a few columns.
struct SiteClasses {
    struct SiteClass {
        var service: Int
        /// Local site numbers, ascending.
        var sites: [UInt32]
    }

    /// least ≤ Σ open in some classes ≤ most.
    struct Rule {
        enum Kind: Hashable { case count, lockedIn, lockedOut, limit, total }
        var kind: Kind
        /// nil for the rule over all services.
        var service: Int?
        var title: String
        var classes: [Int]
        var least: Int
        var most: Int
        /// Sites it counts.
        var candidates: Int
    }

    private(set) var classes: [SiteClass] = []
    private(set) var rules: [Rule] = []
    /// Classes of each extra set, in the order given.
    private(set) var extraSets: [[Int]] = []

    /// - Parameter extra: further sets of sites by service that classes must not cut across.
    init(_ problem: PlacementProblem, extra: [(service: Int, sites: [UInt32])] = []) {
        extraSets = [[Int]](repeating: [], count: extra.count)
        var total: [Int] = []
        for (number, service) in problem.services.enumerated() {
            let first = classes.count
            let totalSites = problem.totalShare?.sites[number] ?? []
            let extras = extra.enumerated().filter { $0.element.service == number }
            let limits = service.limits.map(\.sites)
            let sets = [service.lockedIn, service.lockedOut, totalSites] + limits + extras.map(\.element.sites)
            let classesOfSet = split(service, number: number, by: sets)
            total += classesOfSet[2]
            for (extra, set) in zip(extras, classesOfSet.dropFirst(3 + limits.count)) { extraSets[extra.offset] = set }
            addRules(of: service, number: number, all: Array(first..<classes.count), sets: classesOfSet)
        }
        if let share = problem.totalShare, let least = share.least {
            rules.append(
                Rule(
                    kind: .total, service: nil, title: share.title, classes: total, least: least, most: .max,
                    candidates: share.sites.reduce(0) { $0 + $1.count }))
        }
    }

    /// Adds the classes of one service.
    /// - Returns: for each set the classes inside it.
    private mutating func split(_ service: ServiceProblem, number: Int, by sets: [[UInt32]]) -> [[Int]] {
        let words = (sets.count + 63) / 64
        var signature = [[UInt64]](repeating: [UInt64](repeating: 0, count: words), count: service.siteCount)
        for (bit, set) in sets.enumerated() {
            for site in set { signature[Int(site)][bit / 64] |= 1 << UInt64(bit % 64) }
        }
        var classOfSignature: [[UInt64]: Int] = [:]
        var classesOfSet = [[Int]](repeating: [], count: sets.count)
        for site in 0..<service.siteCount {
            if let known = classOfSignature[signature[site]] {
                classes[known].sites.append(UInt32(site))
                continue
            }
            classOfSignature[signature[site]] = classes.count
            for bit in sets.indices where signature[site][bit / 64] & (1 << UInt64(bit % 64)) != 0 {
                classesOfSet[bit].append(classes.count)
            }
            classes.append(SiteClass(service: number, sites: [UInt32(site)]))
        }
        return classesOfSet
    }

    private mutating func addRules(of service: ServiceProblem, number: Int, all: [Int], sets: [[Int]]) {
        rules.append(
            Rule(
                kind: .count, service: number, title: "hubs in all", classes: all, least: service.count,
                most: service.count, candidates: service.siteCount))
        if !service.lockedIn.isEmpty {
            rules.append(
                Rule(
                    kind: .lockedIn, service: number, title: "hubs that exist or are locked in", classes: sets[0],
                    least: service.lockedIn.count, most: .max, candidates: service.lockedIn.count))
        }
        if !service.lockedOut.isEmpty {
            rules.append(
                Rule(
                    kind: .lockedOut, service: number, title: "hubs at sites that are locked out", classes: sets[1],
                    least: 0, most: 0, candidates: service.lockedOut.count))
        }
        for (index, limit) in service.limits.enumerated() {
            rules.append(
                Rule(
                    kind: .limit, service: number, title: limit.title, classes: sets[3 + index], least: limit.least,
                    most: limit.most, candidates: limit.sites.count))
        }
    }
}
