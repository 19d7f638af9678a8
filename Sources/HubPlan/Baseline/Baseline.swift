internal import Foundation
package import HubModel
package import Reports

/// The provision that a plan is set beside: today's hubs, an earlier run, or a list.
struct Baseline {
    /// For people, after "than": "today", "the run north", "the list today.csv".
    var title: String
    var figures: PlanFigures
    /// What was noticed while it was read.
    var findings: [Finding] = []

    /// - Returns: nil where nothing is asked for, or by itself nothing stands today.
    /// - Throws: `HubPlanError` when what is asked for cannot be had.
    init?(_ choice: Telling.BaselineChoice, run: StudyRun) throws {
        switch choice {
        case .nothing: return nil
        case .automatic:
            guard let figures = try run.todaysFigures() else { return nil }
            self.init(title: "today", figures: figures)
        case .today:
            guard let figures = try run.todaysFigures() else {
                let without = run.request.services.filter(\.existing.isEmpty).map { run.region.services[$0.service].id }
                throw HubPlanError(
                    "--baseline today: the study has no hub that stands today for \(without.joined(separator: ", ")). "
                        + "Give a layer of them under `sites` with its `status` and `gives`, name a run folder or a list, or "
                        + "write --baseline none.")
            }
            self.init(title: "today", figures: figures)
        case .path(let path):
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
                throw HubPlanError(
                    "--baseline \(path): there is no such file or folder. Write today, none, a run folder, or a list.")
            }
            try self.init(path, isFolder: isFolder.boolValue, run: run)
        }
    }

    private init(title: String, figures: PlanFigures) {
        self.title = title
        self.figures = figures
    }

    private init(_ path: String, isFolder: Bool, run: StudyRun) throws {
        // What is told goes into the run folder, which names no folder of this machine.
        let name = URL(fileURLWithPath: path).lastPathComponent
        guard isFolder else {
            let list = try GivenPlan.read(path, region: run.region, request: run.request)
            self.init(title: "the list \(name)", figures: try run.figures(of: list.plan))
            findings = list.findings
            return
        }
        let written = try WrittenResult(folder: path)
        try written.requireBuildings(folder: path)
        let plan = try Plan(
            open: run.problem.services.map { service in
                guard let entry = written.services.first(where: { $0.id == service.id }) else {
                    throw HubPlanError(
                        "--baseline \(path): that run has no plan for \(service.id). Give a run of the same services.")
                }
                return try entry.plan.map { try Self.site($0, of: service, run: run, path: path) }.sorted()
            })
        self.init(title: "the run \(name)", figures: try run.figures(of: plan))
    }

    private static func site(_ id: String, of service: ServiceProblem, run: StudyRun, path: String) throws -> UInt32 {
        guard let site = service.siteIndices.first(where: { run.region.sites[Int($0)].id == id }) else {
            throw HubPlanError(
                "--baseline \(path): its hub \(id) is no site for \(service.id) in this study. Give a run of the same "
                    + "sites, or a list with points.")
        }
        return site
    }
}

extension RunRecord {
    /// Sets the plan beside another plan of the same request.
    /// - Parameters:
    ///   - figures: of the other plan.
    ///   - title: for people, after "beside".
    package mutating func set(beside figures: PlanFigures, title: String) {
        baseline = figures
        baselineTitle = title
        change = PlanDifference(from: figures, to: self.figures, region: region, request: request)
    }

    /// Sets the plan beside a baseline; nil beside nothing.
    mutating func compare(with baseline: Baseline?) {
        self.baseline = baseline?.figures
        baselineTitle = baseline?.title
        change = baseline.map {
            PlanDifference(from: $0.figures, to: figures, region: region, request: request)
        }
        region.findings += baseline?.findings ?? []
    }
}
