internal import Foundation
package import HubModel
package import Placement

extension StudyRun {
    /// One certificate a service whose costs can be told in full.
    package func certificates(of solution: Solution, threads: Int) throws -> [Certificate] {
        try CertificateMaker.certificates(
            for: problem, solution: solution,
            siteIDs: problem.services.map { $0.siteIndices.map { region.sites[Int($0)].id } }, threads: threads)
    }

    /// What `certificate.json` is to hold; nil without a certificate.
    /// - Parameters:
    ///   - certificates: one a service.
    ///   - solution: the plan that is told, where it is not the one that was certified: the bounds hold for it too.
    package func text(of certificates: [Certificate], telling solution: Solution) throws -> String? {
        guard !certificates.isEmpty else { return nil }
        let told = certificates.map { certificate in
            var certificate = certificate
            if let outcome = solution.services.first(where: { $0.service == certificate.service }) {
                certificate.plan = outcome.open.sorted()
                certificate.objective = outcome.objective
            }
            return certificate
        }
        return String(decoding: try CertificateDocument(told).data(), as: UTF8.self) + "\n"
    }
}
