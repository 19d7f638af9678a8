import HubModel
import HubPlanTestSupport

@testable import Placement

/// Certificates of small problems, made the way the pipeline makes them.
enum CertificateSamples {
    static func ids(_ service: ServiceProblem) -> [String] {
        (0..<service.siteCount).map { "site-\($0)" }
    }

    /// - Returns: nil where no plan keeps the rules, or nobody lives there.
    static func certificate(_ service: ServiceProblem, gap: Double = 0) throws -> Certificate? {
        guard BruteForce.best(of: service) != nil else { return nil }
        let answer = try LagrangianEngine.solve(service, SolveLimits(gap: gap))
        return try CertificateMaker.certificate(for: service, outcome: answer.outcome, sites: ids(service))
    }

    static func holds(_ certificate: Certificate) -> Bool {
        CertificateChecker.checks(certificate, digest: CertificateDigest.whole(certificate)).allSatisfy(\.holds)
    }

    /// A certificate of a town with these costs, under a share rule.
    static func specified(_ travel: SpecifiedTravel, burden: BurdenFunction = .mean) throws -> Certificate? {
        var service = ScatteredTown.service(
            areas: travel.areaCount, sites: travel.siteCount, count: 5, seed: 3, disadvantaged: 4)
        service.travel = travel
        service.burden = burden
        let outcome = try LagrangianEngine.solve(service, SolveLimits(gap: 0)).outcome
        return try CertificateMaker.certificate(for: service, outcome: outcome, sites: ids(service))
    }

    /// A larger town whose reach is proved by the weight beyond the limit alone.
    static func reach() throws -> Certificate {
        var service = ScatteredTown.service(areas: 300, sites: 120, count: 9, seed: 4, disadvantaged: 7)
        service.burden = .reach(limit: 150, step: service.weights.reduce(0, +) * 2000 + 1)
        let outcome = try LagrangianEngine.solve(service, SolveLimits(gap: 0.05)).outcome
        guard
            let made = try CertificateMaker.certificate(for: service, outcome: outcome, sites: ids(service)),
            made.beyond != nil
        else { throw PlacementError("The proof is not of the weight beyond the limit alone.") }
        return made
    }

    /// A town with a share rule and a cap whose proof needs fixings and branchings.
    static func branched() throws -> Certificate {
        for seed in UInt64(0)..<40 {
            var service = ScatteredTown.service(
                areas: 60, sites: 30, count: 6, seed: seed, disadvantaged: 4, grain: 150)
            service.limits.append(SiteLimit(title: "hubs in the north", sites: Array(0..<12), least: 1, most: 3))
            service.lockedIn = [20]
            service.lockedOut = [7]
            let answer = try LagrangianEngine.solve(service, SolveLimits(gap: 0))
            let made = try CertificateMaker.certificate(for: service, outcome: answer.outcome, sites: ids(service))
            guard let made, made.isOptimal else { continue }
            let branches = made.proof.contains { if case .branchOnSite = $0 { true } else { false } }
            let fixes = made.proof.contains { if case .fix = $0 { true } else { false } }
            if branches, fixes { return made }
        }
        throw PlacementError("No seed gives a proof that branches.")
    }
}
