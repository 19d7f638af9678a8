internal import Foundation
internal import Placement

/// Checks a run folder's certificate, and that `result.json` says the same.
package struct RunVerifier: Sendable {
    /// One claim in a sentence, and whether it holds.
    package struct Line: Hashable, Sendable {
        package var sentence: String
        package var holds: Bool
    }

    /// Claims of one service.
    package struct Section: Hashable, Sendable {
        package var service: String
        package var lines: [Line]
        /// What the certificate says about itself; nil when nothing.
        package var note: String?
    }

    package let sections: [Section]

    package var holds: Bool { !sections.isEmpty && sections.allSatisfy { $0.lines.allSatisfy(\.holds) } }

    /// - Throws: `HubPlanError` or `PlacementError` when the folder holds no result, or no certificate that can be read.
    package init(folder: String) throws {
        let result = try WrittenResult(folder: folder)
        try result.requireBuildings(folder: folder)
        guard let data = FileManager.default.contents(atPath: folder + "/certificate.json") else {
            throw HubPlanError(
                "\(folder) holds no certificate.json, so nothing is there to verify: solve the study with this hubplan."
            )
        }
        let document = try CertificateDocument(data: data)
        let missing = result.services.filter { service in
            !document.entries.contains { $0.certificate.service == service.id }
        }
        sections =
            document.entries.map { Self.section($0, result) }
            + missing.map {
                Section(service: $0.id, lines: [Line(sentence: "The file holds no certificate for it.", holds: false)])
            }
    }

    private static func section(_ entry: CertificateDocument.Entry, _ result: WrittenResult) -> Section {
        let certificate = entry.certificate
        var lines = CertificateChecker.checks(certificate, digest: entry.digest).map {
            Line(sentence: $0.sentence, holds: $0.holds)
        }
        // Against a certificate that does not hold there is nothing to compare.
        if lines.allSatisfy(\.holds) {
            lines.append(agreement(certificate, result))
            lines.append(Line(sentence: verdict(certificate), holds: true))
        }
        return Section(service: certificate.service, lines: lines, note: certificate.note)
    }

    private static func agreement(_ certificate: Certificate, _ result: WrittenResult) -> Line {
        guard let written = result.services.first(where: { $0.id == certificate.service }) else {
            return Line(sentence: "result.json has no such service.", holds: false)
        }
        let ids = Set(certificate.plan.map { certificate.sites[Int($0)] })
        guard ids == Set(written.plan), ids.count == written.plan.count else {
            return Line(sentence: "result.json has another plan than the certificate.", holds: false)
        }
        guard written.objective == certificate.objective else {
            return Line(
                sentence: "result.json claims that the plan costs \(written.objective), the certificate "
                    + "\(certificate.objective).", holds: false)
        }
        if let bound = written.bound, bound > certificate.bound {
            return Line(
                sentence:
                    "result.json claims the bound \(bound), and the certificate supports \(certificate.bound) only: "
                    + "rely on that.", holds: false)
        }
        return Line(sentence: "result.json says the same: plan, cost and bound.", holds: true)
    }

    private static func verdict(_ certificate: Certificate) -> String {
        guard !certificate.isOptimal else { return "So the plan is optimal for these costs and rules." }
        let gap = Double(certificate.objective - certificate.bound) / Double(certificate.objective)
        return "So the plan is within \(String(format: "%.4f", gap * 100)) % of the best there can be."
    }

    /// For a terminal.
    package var text: String {
        var lines: [String] = []
        for section in sections {
            lines.append("\(section.service):")
            lines += section.lines.map { "  \($0.holds ? "holds " : "FAILS ") \($0.sentence)" }
            if let note = section.note { lines.append("  Note: \(note)") }
        }
        lines.append(holds ? "Every claim holds." : "Not every claim holds.")
        return lines.joined(separator: "\n")
    }
}
