internal import HubModel

/// Walks a proof in preorder and checks every node against the formulas of ``CertificateChecker``.
struct ProofWalk {
    /// What holds for the plans of one part of the tree.
    private struct Part {
        var standing: [Standing]
        var limits: [SiteLimit]
        var lambda: [Int64]
    }

    enum Standing: Sendable { case undecided, open, closed }

    private let certificate: Certificate
    private let costs: CertificateCosts
    private var parts: [Part] = []

    init(_ certificate: Certificate, costs: CertificateCosts) {
        self.certificate = certificate
        self.costs = costs
    }

    /// - Returns: what is wrong with the first node that does not hold; nil when the whole proof does.
    mutating func fault() -> String? {
        var standing = [Standing](repeating: .undecided, count: certificate.sites.count)
        for site in certificate.lockedIn { standing[Int(site)] = .open }
        for site in certificate.lockedOut { standing[Int(site)] = .closed }
        guard !certificate.lockedIn.contains(where: { standing[Int($0)] == .closed }) else {
            return "a site is locked in and out at once"
        }
        let nothing = [Int64](repeating: 0, count: costs.rows.count)
        parts = [Part(standing: standing, limits: certificate.limits, lambda: nothing)]
        for (number, node) in certificate.proof.enumerated() {
            guard let part = parts.popLast() else { return "node \(number + 1) belongs to no part of the tree" }
            if let fault = look(at: node, part) { return "node \(number + 1) \(fault)" }
        }
        return parts.isEmpty ? nil : "parts of the tree that no node closes: \(parts.count)"
    }

    private mutating func look(at node: ProofNode, _ part: Part) -> String? {
        switch node {
        case .fix(let multipliers, let closed, let opened):
            return fix(multipliers, closed: closed, opened: opened, part)
        case .branchOnSite(let site):
            guard Int(site) < part.standing.count, part.standing[Int(site)] == .undecided else {
                return "branches on site \(site), which is decided already or not there"
            }
            var (with, without) = (part, part)
            with.standing[Int(site)] = .open
            without.standing[Int(site)] = .closed
            parts += [without, with]
        case .branchOnCount(let sites, let most):
            guard CertificateShape.isList(sites, of: part.standing.count), most >= 0, most < certificate.count else {
                return "branches on a list of sites or a number that makes no sense"
            }
            var (few, many) = (part, part)
            few.limits.append(SiteLimit(title: "few", sites: sites, least: 0, most: most))
            many.limits.append(SiteLimit(title: "many", sites: sites, least: most + 1, most: certificate.count))
            parts += [many, few]
        case .leaf(let multipliers):
            guard let priced = price(multipliers, part) else { return "has multipliers that do not fit" }
            guard priced.value > target else {
                return "is a leaf whose sum is \(priced.value), and more than \(target) is needed"
            }
        case .infeasible(let limit):
            return canKeep(limit, part) ? "calls a part empty that the rule it names does not empty" : nil
        }
        return nil
    }

    private mutating func fix(
        _ multipliers: ProofMultipliers, closed: [UInt32], opened: [UInt32], _ part: Part
    ) -> String? {
        guard let priced = price(multipliers, part) else { return "has multipliers that do not fit" }
        var next = part
        next.lambda = priced.lambda
        let all = closed.map { ($0, Standing.closed) } + opened.map { ($0, Standing.open) }
        for (site, standing) in all {
            guard Int(site) < part.standing.count, next.standing[Int(site)] == .undecided else {
                return "fixes site \(site), which is decided already or not there"
            }
            let cost = standing == .closed ? priced.reduced[Int(site)] : -priced.reduced[Int(site)]
            guard priced.value + max(0, cost) > target else {
                return "fixes site \(site), and its multipliers do not support that"
            }
            next.standing[Int(site)] = standing
        }
        parts.append(next)
        return nil
    }

    /// A sum must be more than this for the bound to hold.
    private var target: Int128 { Int128(certificate.scale) * (Int128(certificate.bound) - 1) }

    /// L with the reduced costs r; nil when the multipliers do not fit the rows or limits, or are out of range.
    private func price(
        _ multipliers: ProofMultipliers, _ part: Part
    ) -> (value: Int128, reduced: [Int128], lambda: [Int64])? {
        guard let lambda = lambda(multipliers.rows, after: part.lambda), multipliers.limits.count == part.limits.count
        else { return nil }
        let asked = part.standing.indices.filter { part.standing[$0] != .closed }.map { UInt32($0) }
        let gains = costs.gains(lambda, scale: certificate.scale, asked: asked)
        var reduced = gains.map { -Int128($0) - Int128(multipliers.count) }
        var value = Int128(certificate.count) * Int128(multipliers.count)
        for (limit, multiplier) in zip(part.limits, multipliers.limits) where multiplier != 0 {
            value += Int128(multiplier) * Int128(multiplier > 0 ? limit.least : limit.most)
            for site in limit.sites { reduced[Int(site)] -= Int128(multiplier) }
        }
        for entry in lambda { value += Int128(entry) }
        for site in reduced.indices {
            switch part.standing[site] {
            case .open: value += reduced[site]
            case .undecided: value += min(0, reduced[site])
            case .closed: continue
            }
        }
        return (value, reduced, lambda)
    }

    private func lambda(_ rows: ProofMultipliers.Rows, after former: [Int64]) -> [Int64]? {
        var lambda = former
        switch rows {
        case .all(let all):
            guard all.count == former.count else { return nil }
            lambda = all
        case .changes(let rows, let values):
            guard rows.count == values.count, CertificateShape.isList(rows, of: former.count) else { return nil }
            for (row, value) in zip(rows, values) { lambda[Int(row)] = value }
        }
        let longest = CertificateShape.longest(certificate).map { certificate.burden($0) } ?? 0
        let fits = zip(lambda, costs.rows).allSatisfy { value, row in
            value >= 0
                && Int128(value) <= Int128(row.withoutCar + row.withCar) * Int128(longest) * Int128(certificate.scale)
        }
        return fits ? lambda : nil
    }

    /// Whether the open and undecided sites of a part leave room for one limit, or for the count at −1.
    private func canKeep(_ limit: Int, _ part: Part) -> Bool {
        guard limit == -1 || part.limits.indices.contains(limit) else { return true }
        let sites = limit == -1 ? Array(0..<UInt32(part.standing.count)) : part.limits[limit].sites
        let least = limit == -1 ? certificate.count : part.limits[limit].least
        let most = limit == -1 ? certificate.count : part.limits[limit].most
        let open = sites.count { part.standing[Int($0)] == .open }
        let possible = sites.count { part.standing[Int($0)] != .closed }
        return open <= most && possible >= least
    }
}
