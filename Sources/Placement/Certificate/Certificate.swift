package import HubModel

/// All that a stranger needs to check what is claimed of one service's plan, without the solver that made it.
///
/// Three parts: the question (costs, weights, burden, rules), the answer (plan, objective, bound) and the proof that no
/// plan which keeps the rules costs less than the bound. Formulas are at ``CertificateChecker``.
package struct Certificate: Hashable, Sendable {
    // MARK: The question

    package var service: String
    /// Ids of the sites in the order of their numbers.
    package var sites: [String]
    package var costs: CostSpecification
    /// Two an area: households without a car, and with one.
    package var weights: [Int64]
    package var burden: BurdenFunction
    /// Exactly this many sites are open.
    package var count: Int
    package var lockedIn: [UInt32]
    package var lockedOut: [UInt32]
    /// `most` is never above `count`.
    package var limits: [SiteLimit]

    // MARK: The answer

    /// Open sites by number, ascending.
    package var plan: [UInt32]
    package var objective: Int64
    /// No plan that keeps the rules costs less.
    package var bound: Int64
    /// For a reach burden whose proof is of the weight beyond the limit alone: no plan leaves less of it beyond. With M
    /// what everybody pays at the nearest site there is, no plan then costs less than step · beyond + M. nil when the proof
    /// is of the whole cost.
    package var beyond: Int64?
    /// Why the bound is not the solver's own, or what the proof leaves out; nil when there is nothing to say.
    package var note: String?

    // MARK: The proof

    /// Multipliers are whole multiples of 1 / scale.
    package var scale: Int64
    /// A tree in preorder.
    package var proof: [ProofNode]

    package init(
        service: String, sites: [String], costs: CostSpecification, weights: [Int64], burden: BurdenFunction,
        count: Int, lockedIn: [UInt32], lockedOut: [UInt32], limits: [SiteLimit], plan: [UInt32], objective: Int64,
        bound: Int64, beyond: Int64? = nil, note: String? = nil, scale: Int64, proof: [ProofNode]
    ) {
        self.service = service
        self.sites = sites
        self.costs = costs
        self.weights = weights
        self.burden = burden
        self.count = count
        self.lockedIn = lockedIn
        self.lockedOut = lockedOut
        self.limits = limits
        self.plan = plan
        self.objective = objective
        self.bound = bound
        self.beyond = beyond
        self.note = note
        self.scale = scale
        self.proof = proof
    }

    /// What the nodes of the proof speak about: this certificate, or the weight beyond the limit alone.
    var proved: Certificate {
        guard let beyond, case .reach(let limit, _) = burden else { return self }
        var proved = self
        proved.burden = .steps(thresholds: [limit + 1], values: [1])
        proved.bound = beyond
        proved.beyond = nil
        return proved
    }

    /// M: Σ weight · minutes to the nearest site that may be open, whatever the burden.
    func leastMean() -> Int128 {
        var means = self
        means.burden = .mean
        let closed = Set(lockedOut)
        let allowed = (0..<UInt32(sites.count)).filter { !closed.contains($0) }
        return allowed.isEmpty ? 0 : CertificateCosts(means).objective(of: allowed, weights: weights)
    }

    package var isOptimal: Bool { bound >= objective }
}
