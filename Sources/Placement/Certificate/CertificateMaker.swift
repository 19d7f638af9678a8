package import HubModel

/// Plan and multipliers → certificate. Rests on nothing that the solver claims: every sum is worked out again from the
/// cost specification, and a bound that the multipliers do not support is not claimed.
package enum CertificateMaker {
    /// One certificate a service whose travel can be told in full, in the order of the services.
    /// - Parameters:
    ///   - problem: as it was given to the solver.
    ///   - solution: its answer, plans and bounds in local site numbers.
    ///   - siteIDs: for each service, ids in the order of its site numbers.
    ///   - threads: threads to use; never changes the certificates.
    package static func certificates(
        for problem: PlacementProblem, solution: Solution, siteIDs: [[String]], threads: Int = 2
    ) throws -> [Certificate] {
        guard let services = try problem.certifiedServices() else { return [] }
        return try services.indices.compactMap { index in
            var notes: [String] = []
            let service = services[index]
            if let wish = problem.services[index].maximise {
                notes.append(
                    "That no plan has more than \(service.limits[0].least) \(wish.title) is taken as given.")
            }
            if let share = service.limits.last, service.limits.count > problem.services[index].limitCount {
                // In every plan that keeps the rule over all services, this one has at least so many: the bound rests on it.
                notes.append(
                    "The bound holds for this service alone; of the rule over all services together (\(share.title)) it "
                        + "keeps that at least \(share.least) must be here, which is taken as given.")
            }
            return try certificate(
                for: service, outcome: solution.services[index], sites: siteIDs[index], notes: notes,
                threads: threads)
        }
    }

    /// - Parameters:
    ///   - service: settled: without `maximise`.
    ///   - outcome: plan, bound and multipliers of a solver.
    ///   - sites: ids in the order of the site numbers.
    ///   - notes: sentences about what the certificate leaves out.
    ///   - threads: threads to use; never changes the certificate.
    /// - Returns: nil when the travel table cannot tell its costs in full, or its sums are too large.
    package static func certificate(
        for service: ServiceProblem, outcome: ServiceOutcome, sites: [String], notes: [String] = [], threads: Int = 2
    ) throws -> Certificate? {
        guard let told = service.travel.specification, !service.weights.allSatisfy({ $0 == 0 }) else { return nil }
        var certificate = Certificate(
            service: service.id, sites: sites, costs: told, weights: service.weights, burden: service.burden,
            count: service.count, lockedIn: service.lockedIn, lockedOut: service.lockedOut,
            limits: service.limits.map {
                SiteLimit(
                    title: $0.title, sites: $0.sites, least: max(0, $0.least), most: min($0.most, service.count))
            },
            plan: outcome.open.sorted(), objective: outcome.objective, bound: outcome.bound ?? outcome.objective,
            scale: 1, proof: [])
        guard CertificateShape.fault(in: certificate) == nil else { return nil }
        guard try prove(&certificate, service, outcome, threads: threads) else { return nil }
        let bound = certificate.bound
        var notes = notes
        if let claimed = outcome.bound, bound < claimed {
            notes.append(
                claimed >= outcome.objective
                    ? "The plan was proved by the solver, and this certificate supports the bound \(bound)."
                    : "The solver's own bound is \(claimed), and this certificate supports \(bound).")
        }
        certificate.note = notes.isEmpty ? nil : notes.joined(separator: " ")
        return certificate
    }
    /// Gives a certificate the best bound that can be proved, with its proof.
    /// - Returns: false when sums are too large for exact whole numbers.
    private static func prove(
        _ certificate: inout Certificate, _ service: ServiceProblem, _ outcome: ServiceOutcome, threads: Int
    ) throws -> Bool {
        let costs = CertificateCosts(certificate)
        guard let maker = try? ProofMaker(service, costs: costs, plan: outcome, threads: threads) else { return false }
        var isReach = false
        if case .reach(_, let step) = service.burden { isReach = LexicographicReach.applies(to: service, step: step) }
        // The solver's multipliers for a reach burden are those of the weight beyond the limit.
        if !isReach || outcome.isOptimal {
            let proof = try maker.proof(isReach ? [] : outcome.trail)
            take(proof, maker, into: &certificate)
            if !isReach || certificate.isOptimal { return true }
        }
        guard let reach = try reachProof(certificate, service, outcome, threads: threads) else {
            if certificate.proof.isEmpty { take(try maker.proof([]), maker, into: &certificate) }
            return true
        }
        if certificate.proof.isEmpty || reach.bound > certificate.bound { certificate = reach }
        return true
    }

    private static func take(_ proof: ProofMaker.Proof, _ maker: ProofMaker, into certificate: inout Certificate) {
        certificate.scale = maker.scale
        certificate.bound = proof.bound
        certificate.proof = proof.nodes
    }

    /// The proof of the weight beyond the limit alone.
    private static func reachProof(
        _ certificate: Certificate, _ service: ServiceProblem, _ outcome: ServiceOutcome, threads: Int
    ) throws -> Certificate? {
        guard case .reach(let limit, let step) = service.burden else { return nil }
        var reach = certificate
        reach.beyond = 0
        let proved = reach.proved
        var alone = service
        alone.burden = proved.burden
        let costs = CertificateCosts(proved)
        let beyond = Int64(clamping: costs.objective(of: certificate.plan, weights: service.weights))
        var goal = ServiceOutcome(
            service: service.id, open: outcome.open, objective: beyond,
            bound: outcome.bound.map { min($0 / step, beyond) })
        goal.branching = outcome.branching
        guard limit < .max, let maker = try? ProofMaker(alone, costs: costs, plan: goal, threads: threads) else {
            return nil
        }
        let proof = try maker.proof(outcome.trail)
        take(proof, maker, into: &reach)
        reach.beyond = proof.bound
        let supported = Int128(step) * Int128(proof.bound) + certificate.leastMean()
        reach.bound = Int64(clamping: min(supported, Int128(outcome.objective)))
        return CertificateShape.fault(in: reach) == nil ? reach : nil
    }
}

extension ServiceProblem {
    /// Limits once "as many as possible" has become one.
    fileprivate var limitCount: Int { limits.count + (maximise == nil ? 0 : 1) }
}
