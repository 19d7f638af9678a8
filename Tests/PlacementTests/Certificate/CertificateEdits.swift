import HubModel
import Testing

@testable import Placement

/// Edits after which a certificate claims something that its contents do not support.
struct CertificateEdit: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let apply: @Sendable (inout Certificate) -> Void

    init(_ name: String, _ apply: @escaping @Sendable (inout Certificate) -> Void) {
        testDescription = name
        self.apply = apply
    }

    static let all: [CertificateEdit] = [
        CertificateEdit("another plan") { $0.plan = Array(0..<UInt32($0.count)) },
        CertificateEdit("a bound above the cost") { $0.bound = $0.objective + 1 },
        CertificateEdit("less cost than the plan has") { certificate in
            certificate.objective -= 1
            certificate.bound -= 1
        },
        CertificateEdit("a leaf with other multipliers") { certificate in
            let zeros = [Int64](repeating: 0, count: CertificateCosts(certificate).rows.count)
            let limits = [Int64](repeating: 0, count: certificate.limits.count)
            certificate.proof[certificate.proof.count - 1] = .leaf(
                ProofMultipliers(rows: .all(zeros), count: 0, limits: limits))
        },
        CertificateEdit("multipliers of another number") { certificate in
            certificate.proof[certificate.proof.count - 1] = .leaf(
                ProofMultipliers(rows: .all([1, 2, 3]), count: 0, limits: []))
        },
        CertificateEdit("a part left open") { $0.proof.removeLast() },
        CertificateEdit("a node that belongs nowhere") { $0.proof.append(.infeasible(limit: -1)) },
        CertificateEdit("a part called empty") { $0.proof = [.infeasible(limit: -1)] },
        CertificateEdit("a fixing too many") { certificate in
            guard case .fix(let multipliers, let closed, _)? = certificate.proof.first else { return }
            let all = Set(closed).union(certificate.plan.filter { !certificate.lockedIn.contains($0) })
            certificate.proof[0] = .fix(multipliers, closed: all.sorted(), opened: [])
        },
        CertificateEdit("a site fixed twice") { certificate in
            guard case .fix(let multipliers, let closed, let opened)? = certificate.proof.first else { return }
            certificate.proof.insert(.fix(multipliers, closed: closed, opened: opened), at: 1)
        },
        CertificateEdit("a site that costs nothing") { certificate in
            guard case .matrix(var minutes, _) = certificate.costs else { return }
            let taken = Set(certificate.plan + certificate.lockedOut)
            let sites = certificate.sites.count
            let cheap = (0..<sites).first { !taken.contains(UInt32($0)) } ?? 0
            for area in 0..<minutes.count / sites { minutes[area * sites + cheap] = 0 }
            certificate.costs = .matrix(withoutCar: minutes, withCar: nil)
        },
        CertificateEdit("costs of another size") { certificate in
            certificate.costs = .matrix(withoutCar: [1, 2, 3], withCar: nil)
        },
        CertificateEdit("other weights") { certificate in certificate.weights = certificate.weights.map { 2 * $0 } },
        CertificateEdit("a weight below zero") { $0.weights[0] = -1 },
        CertificateEdit("no share rule") { $0.limits[0].least = 0 },
        CertificateEdit("a share rule that the plan breaks") { $0.limits[0].least = $0.count },
        CertificateEdit("a site locked out that is open") { $0.lockedOut = [$0.plan[0]] },
        CertificateEdit("a hub more") { certificate in
            let extra = (0..<UInt32(certificate.sites.count)).first { site in
                !certificate.plan.contains(site) && !certificate.limits[1].sites.contains(site)
            }
            certificate.count += 1
            certificate.plan = (certificate.plan + [extra ?? 0]).sorted()
            let cost = CertificateCosts(certificate).objective(of: certificate.plan, weights: certificate.weights)
            certificate.objective = Int64(cost)
        },
        CertificateEdit("another burden") { $0.burden = .steps(thresholds: [100], values: [1]) },
        CertificateEdit("a burden that falls") { $0.burden = .steps(thresholds: [100, 200], values: [5, 1]) },
        CertificateEdit("a scale of zero") { $0.scale = 0 },
        CertificateEdit("a scale that makes sums too large") { $0.scale = 1 << 61 },
    ]
}
