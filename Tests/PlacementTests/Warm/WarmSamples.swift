import HubModel
import HubPlanTestSupport

@testable import Placement

/// An old question with its answer, and what that leaves for a changed one.
struct WarmSample {
    let old: ServiceProblem
    let outcome: ServiceOutcome
    let today: ServiceProblem
    /// Today's number by the old one.
    private let numbers: [UInt32: UInt32]

    /// - Returns: nil where the old question has no answer, or the change cannot be made.
    init?(_ old: ServiceProblem, _ change: ProblemChange, seed: UInt64, gap: Double = 0) throws {
        guard let outcome = try? LagrangianEngine.solve(old, SolveLimits(gap: gap)).outcome,
            let changed = change.applied(to: old, plan: outcome.open, seed: seed)
        else { return nil }
        (self.old, self.outcome, today) = (old, outcome, changed.service)
        var numbers: [UInt32: UInt32] = [:]
        for (number, former) in changed.formerSite.enumerated() {
            if let former { numbers[former] = UInt32(number) }
        }
        self.numbers = numbers
    }

    /// From the outcome itself, in today's local numbers.
    var start: ServiceStart {
        ServiceStart(plan: outcome.open, former: FormerBound(outcome, of: old)).renumbered { numbers[$0] }
    }

    /// From its certificate; nil where there is none.
    func certified() throws -> ServiceStart? {
        let made = try CertificateMaker.certificate(for: old, outcome: outcome, sites: CertificateSamples.ids(old))
        return try made.map { certificate in
            try ServiceStart(
                certificate, area: { UInt32($0) },
                site: { id in UInt32(id.dropFirst(5)).flatMap { numbers[$0] } })
        }
    }

    /// In region sites, as a solver of whole problems takes it.
    func warmStart(_ start: ServiceStart) -> WarmStart {
        WarmStart(services: [start.renumbered { today.siteIndices[Int($0)] }])
    }
}
