package import HubModel

extension ServiceStart {
    /// What a certificate of an earlier answer leaves for today's question.
    /// - Parameters:
    ///   - area: today's area for a number of the certificate's; nil when it is gone.
    ///   - site: today's number for a site's id; nil when it is gone.
    /// - Throws: `PlacementError` when the certificate cannot be worked out.
    package init(
        _ certificate: Certificate, area: (Int) -> UInt32?, site: (String) -> UInt32?
    ) throws(PlacementError) {
        if let fault = CertificateShape.fault(in: certificate) {
            throw PlacementError("The certificate of \(certificate.service) cannot be worked out: \(fault).")
        }
        let today = certificate.sites.map(site)
        self.init(
            plan: certificate.plan.compactMap { today[Int($0)] }.sorted(),
            former: FormerBound(certificate.proved, area: area, site: { today[Int($0)] }))
    }
}

extension FormerBound {
    /// - Parameter certificate: of sound shape, and of the costs that its nodes speak about.
    fileprivate init?(_ certificate: Certificate, area: (Int) -> UInt32?, site: (UInt32) -> UInt32?) {
        let costs = CertificateCosts(certificate)
        guard var steps = ProofSteps(certificate, rowCount: costs.rows.count), !certificate.plan.isEmpty else {
            return nil
        }
        let trail = steps.takeTrail()
        guard !trail.isEmpty else { return nil }
        let rows = costs.rows.map { row in
            let nearest = costs.nearest(area: row.area, open: certificate.plan)
            return Row(
                DemandRow(area: UInt32(row.area), withoutCar: row.withoutCar, withCar: row.withCar),
                of: area(row.area), withoutCar: nearest.withoutCar, withCar: nearest.withCar)
        }
        self.init(
            burden: certificate.burden, bound: certificate.bound, rows: rows, limits: certificate.limits.map(\.title),
            trail: trail,
            branching: steps.rest.map { step in
                if case .branch(let number) = step { return .branch(site: site(number) ?? Self.gone) }
                return step
            })
    }
}

/// The nodes of a certificate's proof as steps of a search.
private struct ProofSteps {
    private(set) var rest: [BranchStep] = []

    /// - Returns: nil when multipliers do not fit the rows.
    init?(_ certificate: Certificate, rowCount: Int) {
        let scale = Double(certificate.scale)
        var left = [[Double](repeating: 0, count: rowCount)]
        func step(_ multipliers: ProofMultipliers, after former: [Double]) -> MultiplierStep? {
            var rows = former
            switch multipliers.rows {
            case .all(let all):
                guard all.count == rowCount else { return nil }
                rows = all.map { Double($0) / scale }
            case .changes(let changed, let values):
                guard changed.count == values.count, changed.allSatisfy({ Int($0) < rowCount }) else { return nil }
                for (row, value) in zip(changed, values) { rows[Int(row)] = Double(value) / scale }
            }
            return MultiplierStep(rows: rows, limits: multipliers.limits.map { Double($0) / scale })
        }
        for node in certificate.proof {
            guard let lambda = left.popLast() else { return nil }
            switch node {
            case .fix(let multipliers, _, _):
                guard let step = step(multipliers, after: lambda) else { return nil }
                left.append(step.rows)
                // Closing and opening have a node each, at the same multipliers of the rows.
                if case .fix(let last) = rest.last, last.rows == step.rows { continue }
                rest.append(.fix(step))
            case .branchOnSite(let site):
                left += [lambda, lambda]
                rest.append(.branch(site: site))
            case .branchOnCount:
                // A search knows no such branching: what came before it still serves.
                rest = Array(rest.prefix { if case .fix = $0 { true } else { false } })
                return
            case .leaf(let multipliers):
                guard let step = step(multipliers, after: lambda) else { return nil }
                rest.append(.leaf(step))
            case .infeasible:
                rest.append(.end)
            }
        }
    }

    /// Takes off what comes before the first branching: it speaks about all plans. Where nothing does, the multipliers
    /// nearest to the root stand in for it.
    mutating func takeTrail() -> [MultiplierStep] {
        var trail: [MultiplierStep] = []
        while let first = rest.first {
            switch first {
            case .fix(let step), .leaf(let step): trail.append(step)
            case .branch, .end: return trail.isEmpty ? rest.firstMultipliers : trail
            }
            rest.removeFirst()
        }
        return trail
    }
}
