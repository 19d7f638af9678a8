internal import HubModel

/// Prices sites for a proof: multipliers as a search left them → whole ones, with the sum L and what they let be fixed.
struct ProofPricing {
    let costs: CertificateCosts
    let rules: SiteRules
    let tree: LimitTree
    let scale: Int64
    /// A part of the plans is settled when its L is more than this: scale · (bound − 1).
    let target: Int128

    /// What one set of multipliers supports on one part of the plans.
    struct Priced {
        var value: Int128
        var lambda: [Int64]
        /// For closing sites, and for opening them.
        var least: RulePotentials
        var greatest: RulePotentials
        var closed: [UInt32]
        var opened: [UInt32]
    }

    /// λ in multiples of 1 / scale, within what rows can cost.
    func whole(_ rows: [Double], most: [Int64]) -> [Int64] {
        zip(rows, most).map { value, most in
            min(Int64((min(max(0, value), Double(most)) * Double(scale)).rounded()), most * scale)
        }
    }

    /// - Returns: nil when the choice cannot keep count, locks and the limits in the tree.
    func price(_ lambda: [Int64], crossing: [Double], _ live: LiveSites) -> Priced? {
        let asked = (live.free + live.fixedOpen).sorted()
        var gains = costs.gains(lambda, scale: scale, asked: asked)
        let nu = whole(crossing: crossing)
        let reward = tree.crossingOfClass.map { $0.reduce(Int64(0)) { $0 + nu[$1] } }
        for site in asked { gains[Int(site)] += reward[rules.classOf[Int(site)]] }
        guard
            let choice = InnerChoice(
                tree, classOf: rules.classOf, free: live.free, forced: live.fixedOpen, gains: gains)
        else { return nil }
        var value = lambda.reduce(Int128(0)) { $0 + Int128($1) }
        for (place, limit) in tree.crossing.enumerated() {
            value += Int128(nu[place]) * Int128(nu[place] > 0 ? rules.bounds[limit].least : rules.bounds[limit].most)
        }
        for site in choice.chosen { value -= Int128(gains[Int(site)]) }
        func potentials(_ side: RulePotentials.Side) -> RulePotentials {
            RulePotentials(
                choice, tree: tree, classOf: rules.classOf, free: live.free, gains: gains,
                limitCount: rules.bounds.count, side: side, crossing: zip(tree.crossing, nu).map { ($0, $1) })
        }
        let (least, greatest) = (potentials(.least), potentials(.greatest))
        let atLeast = rules.limitsOfClass.map { $0.reduce(least.count) { $0 + least.treeLimits[$1] } }
        let atGreatest = rules.limitsOfClass.map { $0.reduce(greatest.count) { $0 + greatest.treeLimits[$1] } }
        var (closed, opened): ([UInt32], [UInt32]) = ([], [])
        for site in live.free {
            let (gain, number) = (Int128(gains[Int(site)]), rules.classOf[Int(site)])
            if value + max(0, -gain - Int128(atLeast[number])) > target {
                closed.append(site)
            } else if value + max(0, gain + Int128(atGreatest[number])) > target {
                opened.append(site)
            }
        }
        return Priced(
            value: value, lambda: lambda, least: least, greatest: greatest, closed: closed, opened: opened)
    }

    private func whole(crossing: [Double]) -> [Int64] {
        tree.crossing.indices.map { place in
            let bounds = rules.bounds[tree.crossing[place]]
            let far = Double(Int64(1) << 58) / Double(tree.crossing.count)
            let value = place < crossing.count ? (crossing[place] * Double(scale)).rounded() : 0
            let whole = Int64(min(max(value, -far), far))
            // No reward without a floor, no charge without a cap.
            return whole > 0 && bounds.least == 0 || whole < 0 && bounds.most >= rules.count ? 0 : whole
        }
    }
}
