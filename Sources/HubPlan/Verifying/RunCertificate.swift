internal import Foundation
package import HubModel
internal import Placement

extension StudyRun {
    /// What `certificate.json` is to hold for a solution; nil when no service's costs can be told in full.
    package func certificate(of solution: Solution, threads: Int) throws -> String? {
        let certificates = try CertificateMaker.certificates(
            for: problem, solution: solution,
            siteIDs: problem.services.map { $0.siteIndices.map { region.sites[Int($0)].id } }, threads: threads)
        guard !certificates.isEmpty else { return nil }
        return String(decoding: try CertificateDocument(certificates).data(), as: UTF8.self) + "\n"
    }
}
