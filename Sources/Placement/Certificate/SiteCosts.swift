package import HubModel

/// What a certificate's multipliers prove about single sites: bounds on every plan that keeps the rules and has a site
/// open, or does without some sites. In whole numbers, nothing fixed beforehand, so they hold for all plans, not only for
/// those that cost less than the certificate's.
///
/// With L the bound at some multipliers and r_j the cost of having site j in its inner choice, a plan with j costs at least
/// L + max(0, r_j); without some sites it costs at least the L of an inner choice among the others. See
/// ``CertificateChecker`` for L.
package struct SiteCosts: Sendable {
    private struct Priced: Sendable {
        /// L without the inner choice's gains, in multiples of 1 / scale.
        var constant: Int128
        var gains: [Int64]
        /// Bound on plans with the site open, in the same units; nil where there is no such plan.
        var with: [Int128?]
    }

    private let rules: SiteRules
    private let tree: LimitTree
    private let scale: Int64
    private let priced: [Priced]
    /// What one unit of the proof is worth, and what every plan costs beside it: for a proof of the weight beyond a limit.
    private let step: Int64
    private let base: Int128

    /// - Parameters:
    ///   - certificate: gives multipliers, and nothing else of it is believed: they are cut to what rows can cost.
    ///   - service: the question as `PlacementProblem.certifiedServices` puts it; sites that were locked out may be free.
    /// - Returns: nil where the proof begins without multipliers that fit, or the travel cannot be told in full.
    package init?(_ certificate: Certificate, of service: ServiceProblem) {
        guard let told = service.travel.specification else { return nil }
        var question = certificate
        question.costs = told
        question.weights = service.weights
        question.burden = service.burden
        question.lockedOut = service.lockedOut
        question.limits = service.limits.map {
            SiteLimit(title: $0.title, sites: $0.sites, least: max(0, $0.least), most: min($0.most, service.count))
        }
        question.lockedIn = service.lockedIn
        question.count = service.count
        guard CertificateShape.fault(in: question) == nil else { return nil }
        let proved = question.proved
        let costs = CertificateCosts(proved)
        let longest = proved.burden(service.travel.longest)
        let most = costs.rows.map { ($0.withoutCar + $0.withCar) * longest }
        guard
            most.reduce(Int128(0), { $0 + Int128($1) }) * Int128(question.scale) <= CertificateShape.largestTotal
        else { return nil }
        let multipliers = Self.trunk(of: proved, rows: costs.rows.count)
        guard !multipliers.isEmpty else { return nil }
        rules = SiteRules(service)
        tree = LimitTree(rules)
        scale = question.scale
        if question.beyond != nil, case .reach(_, let step) = question.burden {
            self.step = step
            base = question.leastMean()
        } else {
            step = 1
            base = 0
        }
        priced = multipliers.compactMap { [rules, tree, scale] in
            let lambda = zip($0.rows, most).map { min(max(0, $0), $1 * scale) }
            return Self.price(lambda, limits: $0.limits, costs: costs, rules: rules, tree: tree, scale: scale)
        }
        if priced.isEmpty { return nil }
    }

    /// No plan that keeps the rules and has the site open costs less; `.max` where there is no such plan.
    package func least(with site: UInt32) -> Int64 {
        priced.map { told($0.with[Int(site)]) }.max() ?? 0
    }

    /// No plan that keeps the rules and has none of the sites open costs less; `.max` where there is no such plan.
    /// - Parameter sites: those that are locked in stay open.
    package func least(without sites: [UInt32]) -> Int64 {
        let barred = Set(sites)
        let free = rules.allowedSites.filter { rules.standing[Int($0)] == .free && !barred.contains($0) }
        return priced.map { priced in
            let choice = InnerChoice(
                tree, classOf: rules.classOf, free: free, forced: rules.lockedIn, gains: priced.gains)
            return told(choice.map { $0.chosen.reduce(priced.constant) { $0 - Int128(priced.gains[Int($1)]) } })
        }.max() ?? 0
    }

    /// Rounded up to whole units of the objective.
    private func told(_ value: Int128?) -> Int64 {
        guard let value else { return .max }
        let unit = Int128(scale)
        let whole = value >= 0 ? (value + unit - 1) / unit : -(-value / unit)
        return Int64(clamping: Int128(step) * whole + base)
    }

    // MARK: Multipliers

    /// Multipliers of the nodes before the proof branches: the first, and the last three.
    /// Those that do not fit the rows are left out.
    private static func trunk(of certificate: Certificate, rows count: Int) -> [(rows: [Int64], limits: [Int64])] {
        var found: [(rows: [Int64], limits: [Int64])] = []
        var rows = [Int64](repeating: 0, count: count)
        func take(_ multipliers: ProofMultipliers) {
            switch multipliers.rows {
            case .all(let values):
                guard values.count == count else { return }
                rows = values
            case .changes(let places, let values):
                for (place, value) in zip(places, values) where Int(place) < count { rows[Int(place)] = value }
            }
            if found.last.map({ $0.rows != rows || $0.limits != multipliers.limits }) ?? true {
                found.append((rows, multipliers.limits))
            }
        }
        walk: for node in certificate.proof {
            switch node {
            case .fix(let multipliers, _, _): take(multipliers)
            case .leaf(let multipliers):
                take(multipliers)
                break walk
            case .branchOnSite, .branchOnCount, .infeasible: break walk
            }
        }
        return found.count > 4 ? [found[0]] + found.suffix(3) : found
    }

    private static func price(
        _ lambda: [Int64], limits: [Int64], costs: CertificateCosts, rules: SiteRules, tree: LimitTree, scale: Int64
    ) -> Priced? {
        let free = rules.allowedSites.filter { rules.standing[Int($0)] == .free }
        var gains = costs.gains(lambda, scale: scale, asked: rules.allowedSites)
        var constant = lambda.reduce(Int128(0)) { $0 + Int128($1) }
        let far = (Int64(1) << 58) / Int64(max(1, tree.crossing.count))
        let nu = tree.crossing.map { limit in
            let value = limit < limits.count ? min(max(limits[limit], -far), far) : 0
            // No reward without a floor, no charge without a cap.
            return value > 0 && rules.bounds[limit].least == 0 ? 0 : value
        }
        for (place, limit) in tree.crossing.enumerated() {
            let side = nu[place] > 0 ? rules.bounds[limit].least : rules.bounds[limit].most
            constant += Int128(nu[place]) * Int128(side)
        }
        for site in rules.allowedSites {
            gains[Int(site)] += tree.crossingOfClass[rules.classOf[Int(site)]].reduce(0) { $0 + nu[$1] }
        }
        let choice = InnerChoice(tree, classOf: rules.classOf, free: free, forced: rules.lockedIn, gains: gains)
        guard let choice else { return nil }
        let value = choice.chosen.reduce(constant) { $0 - Int128(gains[Int($1)]) }
        var with = [Int128?](repeating: nil, count: rules.siteCount)
        for site in choice.chosen { with[Int(site)] = value }
        let isChosen = Set(choice.chosen)
        let exchanges = choice.exchanges(classOf: rules.classOf, free: free, gains: gains)
        for (site, cost) in zip(free, exchanges) where !isChosen.contains(site) {
            with[Int(site)] = cost.map { value + Int128($0) }
        }
        return Priced(constant: constant, gains: gains, with: with)
    }
}
