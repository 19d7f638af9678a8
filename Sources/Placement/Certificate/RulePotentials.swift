/// Whole multipliers of the count and of the limits in the tree for which the formula of ``CertificateChecker`` gives
/// exactly what the inner choice does.
///
/// The choice solves a linear program over a totally unimodular matrix, so whole optimal multipliers exist. With π of a
/// node the sum of the multipliers from it up to the root, they are those π for which chosen sites have r = −gain − π ≤ 0,
/// others r ≥ 0, and π of a child is not above its parent's unless the child is at its floor, nor below unless it is at
/// its cap. These are bounds on π and on differences along the tree, so one pass up and one down find a solution, and
/// the least and the greatest one. At the least, r of a site left out is all that having it in costs; at the
/// greatest, −r of a chosen one is all that doing without it costs.
struct RulePotentials {
    enum Side { case least, greatest }

    /// η.
    private(set) var count: Int64 = 0
    /// μ of each limit in the tree; 0 for the others.
    private(set) var treeLimits: [Int64]
    /// μ of every limit.
    private(set) var limits: [Int64]

    /// Stands for no bound at all, with room to add a few of them up in 64 bits.
    private static let far: Int64 = 1 << 61

    /// - Parameters:
    ///   - choice: the best choice of `free` and `forced` sites by these gains.
    ///   - limitCount: limits of the problem.
    ///   - crossing: limits outside the tree with their multipliers, which the gains hold already.
    init(
        _ choice: InnerChoice<Int64>, tree: LimitTree, classOf: [Int], free: [UInt32], gains: [Int64],
        limitCount: Int, side: Side, crossing: [(limit: Int, multiplier: Int64)]
    ) {
        let nodes = tree.parent.indices
        var low = [Int64](repeating: -Self.far, count: nodes.count)
        var high = [Int64](repeating: Self.far, count: nodes.count)
        var isChosen = [Bool](repeating: false, count: gains.count)
        for site in choice.chosen { isChosen[Int(site)] = true }
        for site in free {
            let (node, gain) = (tree.nodeOfClass[classOf[Int(site)]], gains[Int(site)])
            if isChosen[Int(site)] { low[node] = max(low[node], -gain) } else { high[node] = min(high[node], -gain) }
        }
        let mayExceed = nodes.map { choice.counts[$0] == tree.bounds[$0].least }
        let mayFallShort = nodes.map { choice.counts[$0] == tree.bounds[$0].most }
        for node in nodes.dropLast() {
            let above = tree.parent[node]
            if !mayExceed[node] { low[above] = max(low[above], low[node]) }
            if !mayFallShort[node] { high[above] = min(high[above], high[node]) }
        }
        var potential = [Int64](repeating: 0, count: nodes.count)
        treeLimits = [Int64](repeating: 0, count: limitCount)
        for node in nodes.reversed() {
            guard node != tree.root else {
                potential[node] = side == .least ? low[node] : high[node]
                count = potential[node]
                continue
            }
            let above = potential[tree.parent[node]]
            let least = mayFallShort[node] ? low[node] : max(low[node], above)
            let most = mayExceed[node] ? high[node] : min(high[node], above)
            potential[node] = side == .least ? least : most
            treeLimits[tree.limits[node]] = potential[node] - above
        }
        limits = treeLimits
        for (limit, multiplier) in crossing { limits[limit] = multiplier }
    }
}
