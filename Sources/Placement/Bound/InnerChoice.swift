/// The inner problem of the relaxation: of the sites' gains, the best sum over plans that keep count, locks and every
/// limit in the tree; and what it costs to force a site in or out.
///
/// Greedy over the tree from its leaves up is exact, because the feasible sets are the bases of a matroid.
struct InnerChoice<Gain: SignedNumeric & Comparable & Sendable>: Sendable {
    /// Chosen sites, those forced among them, in no particular order.
    private(set) var chosen: [UInt32] = []
    /// Chosen sites by node of the tree, descendants included.
    private(set) var counts: [Int]
    private let tree: LimitTree
    private let isAtMost: [Bool]
    private let isAtLeast: [Bool]

    /// - Parameters:
    ///   - free: sites to choose from, with their gains by site.
    ///   - forced: sites in every plan.
    /// - Returns: nil when no choice keeps count, locks and tree.
    init?(_ tree: LimitTree, classOf: [Int], free: [UInt32], forced: [UInt32], gains: [Gain]) {
        self.tree = tree
        var counts = [Int](repeating: 0, count: tree.parent.count)
        var chosen: [UInt32] = []
        func node(_ site: UInt32) -> Int { tree.nodeOfClass[classOf[Int(site)]] }
        func take(_ site: UInt32) {
            chosen.append(site)
            var at = node(site)
            while true {
                counts[at] += 1
                if at == tree.root { return }
                at = tree.parent[at]
            }
        }
        for site in forced { take(site) }
        // Ties go to the lower site number, so that runs repeat.
        let order = Self.best(free, gains, count: tree.bounds[tree.root].least, classOf).sorted { a, b in
            gains[Int(a)] != gains[Int(b)] ? gains[Int(a)] > gains[Int(b)] : a < b
        }
        var isTaken = [Bool](repeating: false, count: order.count)
        for current in tree.parent.indices {
            guard counts[current] <= tree.bounds[current].most else { return nil }
            var place = 0
            while counts[current] < tree.bounds[current].least {
                guard place < order.count else { return nil }
                defer { place += 1 }
                guard !isTaken[place] else { continue }
                var at = node(order[place])
                while at < current, counts[at] < tree.bounds[at].most { at = tree.parent[at] }
                guard at == current else { continue }
                isTaken[place] = true
                take(order[place])
            }
        }
        self.counts = counts
        self.chosen = chosen
        isAtMost = zip(counts, tree.bounds).map { $0 >= $1.most }
        isAtLeast = zip(counts, tree.bounds).map { $0 <= $1.least }
    }

    /// The sites that could be among the best `count` of their class, and maybe others: no choice takes more of a class.
    private static func best(_ free: [UInt32], _ gains: [Gain], count: Int, _ classOf: [Int]) -> [UInt32] {
        guard free.count > 4 * count else { return free }
        // A threshold that at least `count` of a class reach, from a sample of it.
        var byClass: [Int: [UInt32]] = [:]
        for site in free { byClass[classOf[Int(site)], default: []].append(site) }
        var kept: [UInt32] = []
        for number in byClass.keys.sorted() {
            let sites = byClass[number] ?? []
            guard sites.count > 4 * count, count > 0 else {
                kept += sites
                continue
            }
            let step = max(1, sites.count / 512)
            let sample = stride(from: 0, to: sites.count, by: step).map { gains[Int(sites[$0])] }.sorted(by: >)
            var place = min(sample.count - 1, 2 + 3 * count / (2 * step))
            while true {
                let reached = sites.filter { gains[Int($0)] >= sample[place] }
                if reached.count >= count || place == sample.count - 1 {
                    kept += reached.count >= count ? reached : sites
                    break
                }
                place = min(sample.count - 1, 2 * place)
            }
        }
        return kept
    }

    /// What each site's change costs, in gains lost: of a site not chosen, to have it in; of a chosen one, to do without.
    /// nil where no exchange exists: such a site cannot be in, or cannot be missed.
    func exchanges(classOf: [Int], free: [UInt32], gains: [Gain]) -> [Gain?] {
        var isChosen = [Bool](repeating: false, count: gains.count)
        for site in chosen { isChosen[Int(site)] = true }
        // Least gain that can leave, most gain that can enter, by node, when only what lies above it must allow it.
        var leaving = [Gain?](repeating: nil, count: tree.parent.count)
        var entering = [Gain?](repeating: nil, count: tree.parent.count)
        for site in free {
            let (node, gain) = (tree.nodeOfClass[classOf[Int(site)]], gains[Int(site)])
            if isChosen[Int(site)] {
                leaving[node] = leaving[node].map { min($0, gain) } ?? gain
            } else {
                entering[node] = entering[node].map { max($0, gain) } ?? gain
            }
        }
        for node in tree.parent.indices.dropLast() {
            let above = tree.parent[node]
            if !isAtLeast[node], let gain = leaving[node] {
                leaving[above] = leaving[above].map { min($0, gain) } ?? gain
            }
            if !isAtMost[node], let gain = entering[node] {
                entering[above] = entering[above].map { max($0, gain) } ?? gain
            }
        }
        // Best partner of a site at a node: in the node, or farther up as long as the nodes passed have room.
        var partnerToLeave = leaving
        var partnerToEnter = entering
        for node in tree.parent.indices.reversed().dropFirst() {
            let above = tree.parent[node]
            if !isAtMost[node], let gain = partnerToLeave[above] {
                partnerToLeave[node] = partnerToLeave[node].map { min($0, gain) } ?? gain
            }
            if !isAtLeast[node], let gain = partnerToEnter[above] {
                partnerToEnter[node] = partnerToEnter[node].map { max($0, gain) } ?? gain
            }
        }
        return free.map { site in
            let (node, gain) = (tree.nodeOfClass[classOf[Int(site)]], gains[Int(site)])
            return isChosen[Int(site)]
                ? partnerToEnter[node].map { gain - $0 } : partnerToLeave[node].map { $0 - gain }
        }
    }
}
