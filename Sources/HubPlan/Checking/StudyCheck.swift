internal import Foundation
internal import HubModel
internal import Placement
internal import Reports

/// What a study holds and what its rules leave possible, found without solving.
package struct StudyCheck: Sendable {
    let run: StudyRun
    /// Whether some plan keeps every rule, and if not, why; for each service, what share can be had.
    let attainable: AttainableShares

    package init(_ run: StudyRun) throws {
        self.run = run
        attainable = try AttainableShares(run)
    }

    /// Writes every site of the study with its id as a CSV file.
    /// - Parameter path: of the file; one that is there is replaced.
    /// - Throws: `HubPlanError` when it cannot be written.
    package func writeSites(to path: String) throws {
        do {
            try Data(CandidateTable.csv(run.region).utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            throw HubPlanError(
                "The table of sites \(path) cannot be written: its folder is missing or may not be written to. Choose "
                    + "another place for it.")
        }
    }

    package var isFeasible: Bool { attainable.infeasibility == nil }

    /// The report for people.
    package var text: String {
        let region = run.region
        var lines = ["\(region.name): \(run.path)", "Coordinate system: \(region.crs)", ""]
        lines.append("Areas: \(region.areas.count.grouped)")
        for service in run.request.services { lines += serviceLines(service) }
        lines.append("")
        lines += ruleLines
        lines += attainable.sentences.map { "  " + $0 }
        if let why = attainable.infeasibility {
            lines += ["", why.sentence] + why.relaxations.map { "  - \($0)" }
        }
        lines.append("")
        lines.append("Files read: \(region.inputs.count)")
        for input in region.inputs {
            let records = input.records.map { ", \($0.grouped) records" } ?? ""
            lines.append("  \(input.role): \(input.path)\(records)")
        }
        let findings = region.findings
        lines += ["", findings.isEmpty ? "Nothing to report on the data." : "On the data:"]
        lines += findings.map { "  \($0.kind == .warning ? "warning: " : "")\($0.sentence)" }
        return lines.joined(separator: "\n")
    }

    private func serviceLines(_ request: ServiceRequest) -> [String] {
        let region = run.region
        let service = region.services[request.service]
        let demand = region.demand[request.service]
        let children = demand.reduce(Int64(0)) { $0 + $1.children }
        let withoutCar = demand.filter { $0.household == .withoutCar }.reduce(Int64(0)) { $0 + $1.children }
        let sites = ProblemBuilder.sites(for: request, in: region)
        let cars = region.tellsCars ? ", \(withoutCar.grouped) of them in households without a car" : ""
        var lines = [
            "",
            "\(service.title)s (\(service.id)): \(request.count) asked for, for \(service.people)",
            "  \(children.grouped) children\(cars); weight: \(service.weightTitle)",
            "  \(sites.count.grouped) sites suit it, \(Self.existing(request.existing.count))"
                + (request.lockedIn.isEmpty ? "" : ", \(request.lockedIn.count) locked in")
                + (request.lockedOut.isEmpty ? "" : ", \(request.lockedOut.count) locked out"),
        ]
        for limit in request.limits {
            let most = limit.most.map { ", at most \($0)" } ?? ""
            lines.append(
                "  \(limit.title): at least \(limit.least)\(most), \(limit.sites.count.grouped) sites to choose from")
        }
        return lines
    }

    private static func existing(_ count: Int) -> String {
        count == 1 ? "1 hub exists and stays" : "\(count) hubs exist and stay"
    }

    private var ruleLines: [String] {
        let region = run.region
        guard !region.rules.isEmpty else { return ["The study names no rule for double disadvantage."] }
        return region.rules.flatMap { rule in
            let areas = rule.areas.count { $0 }
            let borderline = rule.sites.count { $0.borderline }
            let suitable = run.request.services.map { request in
                let inside = ProblemBuilder.sites(for: request, in: region).count { rule.sites[Int($0)].inside }
                return "\(inside.grouped) for \(region.services[request.service].id)"
            }
            return [
                "Rule \(rule.id): \(rule.title) (\(rule.date))",
                "  \(rule.placeCount.grouped) \(rule.placeKind) qualify, with \(areas.grouped) areas of the study; candidate sites inside: "
                    + suitable.joined(separator: ", ")
                    + (borderline > 0
                        ? "; \(borderline.grouped) sites are within \(Int(nearest: rule.accuracy).grouped) m of its boundary"
                        : ""),
            ]
        }
    }
}
