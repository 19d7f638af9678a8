internal import HubModel

/// Works a certificate out again in whole numbers, in a code path of its own.
///
/// With λ ≥ 0 for the demand rows, η for the count p and μ for the limits, any plan that keeps the rules costs at least
///
///     L = Σ λ_a + p·η + Σ μ_r·b_r + Σ_{j open anyway} r_j + Σ_{j undecided} min(0, r_j)
///     r_j = −ρ_j − η − Σ_{r holds j} μ_r        ρ_j = Σ_a max(0, λ_a − v_aj)
///
/// where v_aj is what row a adds at site j, and b_r is the limit's floor for μ_r ≥ 0 and its cap for μ_r < 0. Why: give
/// each row up for the price λ_a, so that it costs λ_a less what its open sites save it, at most ρ_j each; a plan has
/// p − Σ y = 0, and μ_r·(b_r − Σ_{j in r} y) ≤ 0. A plan with the undecided site j open costs at least
/// L + max(0, r_j), one without it L + max(0, −r_j).
///
/// All of this stands in multiples of 1 / scale. A plan's cost being whole, it is at least the bound B as soon as a sum
/// of such multiples is more than scale · (B − 1).
package enum CertificateChecker {
    /// What was claimed, whether it holds, and why not.
    package struct Check: Hashable, Sendable {
        package var sentence: String
        package var holds: Bool

        package init(_ sentence: String, holds: Bool) {
            self.sentence = sentence
            self.holds = holds
        }
    }

    /// One check a claim; a claim that rests on another that fails is not looked at.
    /// - Parameters:
    ///   - certificate: as it was read, nothing of it trusted.
    ///   - digest: the digest that came with it; nil to go without that check.
    package static func checks(_ certificate: Certificate, digest: String?) -> [Check] {
        var checks: [Check] = []
        if let digest {
            let isSame = CertificateDigest.whole(certificate) == digest
            checks.append(
                Check(
                    isSame
                        ? "The digest covers question, plan, claims and proof as they stand (\(digest.prefix(16))...)."
                        : "The digest is not that of the contents: the certificate was changed after it was made.",
                    holds: isSame))
            guard isSame else { return checks }
        }
        if let fault = CertificateShape.fault(in: certificate) {
            return checks + [Check("The certificate cannot be worked out: \(fault).", holds: false)]
        }
        let broken = brokenRule(certificate)
        checks.append(
            Check(
                broken.map { "The plan breaks a rule: \($0)." }
                    ?? "The plan keeps every rule: \(certificate.plan.count) hubs, \(certificate.limits.count) limits.",
                holds: broken == nil))
        let costs = CertificateCosts(certificate)
        let objective =
            certificate.plan.isEmpty ? 0 : costs.objective(of: certificate.plan, weights: certificate.weights)
        let isSame = objective == Int128(certificate.objective)
        checks.append(
            Check(
                isSame
                    ? "The plan costs \(certificate.objective), as claimed."
                    : "The plan costs \(objective), not \(certificate.objective) as claimed.",
                holds: isSame))
        checks.append(proof(of: certificate, costs: costs))
        return checks
    }

    private static func proof(of certificate: Certificate, costs: CertificateCosts) -> Check {
        var walk = ProofWalk(certificate, costs: costs)
        if let fault = walk.fault() {
            return Check("The bound \(certificate.bound) is not supported: \(fault).", holds: false)
        }
        guard certificate.bound <= certificate.objective else {
            return Check(
                "The bound \(certificate.bound) is above the plan's cost \(certificate.objective): one is wrong.",
                holds: false)
        }
        return Check(
            "No plan that keeps the rules costs less than \(certificate.bound) "
                + "(nodes of the proof: \(certificate.proof.count)).", holds: true)
    }

    private static func brokenRule(_ certificate: Certificate) -> String? {
        let open = Set(certificate.plan)
        guard open.count == certificate.count else {
            return "it opens \(open.count) sites and the count is \(certificate.count)"
        }
        if let site = certificate.lockedIn.first(where: { !open.contains($0) }) {
            return "\(certificate.sites[Int(site)]) is locked in and not open"
        }
        if let site = certificate.lockedOut.first(where: open.contains) {
            return "\(certificate.sites[Int(site)]) is locked out and open"
        }
        for limit in certificate.limits {
            let found = limit.sites.count { open.contains($0) }
            guard found >= limit.least, found <= limit.most else {
                return "\(limit.title): \(found), where at least \(limit.least) and at most \(limit.most) may be"
            }
        }
        return nil
    }
}
