internal import Foundation
package import HubModel
internal import Placement

/// The folder of an earlier run as a start for today's question: its hubs by the ids of their sites, and the multipliers
/// and trees of its certificates, with areas found again by their points.
///
/// Study and data may have changed in any way, and sites and areas may be gone or new.
package struct RunStart: Sendable {
    package let warmStart: WarmStart
    /// A sentence a service: what could be taken over.
    package let findings: [Finding]
    /// Those of the run folder; empty where it has none. Nothing of them is believed.
    let certificates: [Certificate]

    /// How each of the sentences begins.
    static let opening = "Begun from "

    /// - Parameters:
    ///   - folder: of the earlier run.
    ///   - run: today's question.
    ///   - name: what to call the folder in sentences; nil for as it was given.
    /// - Throws: `HubPlanError` when the folder is no run, or one of another place.
    package init(folder: String, for run: StudyRun, called name: String? = nil) throws {
        let written = try WrittenResult(folder: folder)
        try written.requireBuildings(folder: folder)
        certificates = try Self.certificates(in: folder)
        let sites = Dictionary(
            zip(run.region.sites.map(\.id), run.region.sites.indices.map { UInt32($0) }),
            uniquingKeysWith: { first, _ in first })
        var services: [ServiceStart?] = []
        var findings: [Finding] = []
        for service in run.problem.services {
            let ids = written.best?.plan[service.id] ?? written.services.first { $0.id == service.id }?.plan
            let plan = (ids ?? []).compactMap { sites[$0] }.sorted()
            let certificate = certificates.first { $0.service == service.id }
            let proof = try certificate.map { try Self.start($0, run: run, sites: sites, folder: folder) }
            guard !plan.isEmpty else {
                services.append(proof?.former == nil ? nil : proof)
                continue
            }
            services.append(ServiceStart(plan: plan, former: proof?.former))
            findings.append(
                Finding(
                    .note,
                    Self.sentence(name ?? folder, service: service.id, kept: plan.count, of: ids?.count ?? 0, proof)))
        }
        guard services.contains(where: { $0 != nil }) else {
            throw HubPlanError(
                "\(folder) is a run of \(written.study.name), and none of its hubs is a site of this study: give a run of "
                    + "the same place, or leave --from out.")
        }
        warmStart = WarmStart(services: services)
        self.findings = findings
    }

    /// None where the run has none.
    private static func certificates(in folder: String) throws -> [Certificate] {
        let path = folder + "/certificate.json"
        guard FileManager.default.fileExists(atPath: path) else { return [] }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw HubPlanError("\(path) cannot be read: give a run folder that you may read, or leave --from out.")
        }
        do {
            return try CertificateDocument(data: data).entries.map(\.certificate)
        } catch {
            throw HubPlanError("\(path): \(error) Take the file out of the folder to begin from its hubs alone.")
        }
    }

    private static func start(
        _ certificate: Certificate, run: StudyRun, sites: [String: UInt32], folder: String
    ) throws -> ServiceStart {
        let areas = AreasByPoint(certificate, region: run.region)
        do {
            return try ServiceStart(certificate, area: { areas[$0] }, site: { sites[$0] })
        } catch {
            throw HubPlanError(
                "\(folder)/certificate.json: \(error) Take the file out of the folder to begin from its hubs alone.")
        }
    }

    private static func sentence(
        _ folder: String, service: String, kept: Int, of hubs: Int, _ proof: ServiceStart?
    ) -> String {
        var parts = ["\(kept) of its \(hubs) hubs"]
        if let former = proof?.former {
            let areas = Set(former.rows.compactMap(\.area)).count
            parts.append("the multipliers of \(areas) areas")
            let branchings = former.branching.count { if case .branch = $0 { true } else { false } }
            if branchings > 0 { parts.append("a proof of \(branchings) branchings") }
        }
        return "\(opening)\(folder), \(service): \(parts.joined(separator: ", ")), all worked out again for this study."
    }
}

/// Areas of a certificate found in today's region: by their points, or by their number where it tells none.
private struct AreasByPoint {
    private let today: [UInt32?]

    init(_ certificate: Certificate, region: Region) {
        let points: [Point]
        switch certificate.costs {
        case .distances(let costs): points = costs.areas
        case .metric(let costs): points = costs.areas
        case .matrix, .sparse:
            let areas = certificate.weights.count / 2
            today = (0..<areas).map { areas == region.areas.count ? UInt32($0) : nil }
            return
        }
        // Areas that share a point are told apart by their order.
        var places: [Key: [UInt32]] = [:]
        for (number, area) in region.areas.enumerated().reversed() {
            places[Key(area.point), default: []].append(UInt32(number))
        }
        today = points.map { places[Key($0)]?.popLast() }
    }

    subscript(area: Int) -> UInt32? { today.indices.contains(area) ? today[area] : nil }

    private struct Key: Hashable {
        var x: UInt64
        var y: UInt64

        init(_ point: Point) { (x, y) = (point.x.bitPattern, point.y.bitPattern) }
    }
}
