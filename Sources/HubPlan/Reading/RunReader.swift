internal import Foundation
internal import HubModel
internal import Placement
package import Regions
internal import Reports

/// A run folder read back, so that its report can be written again from the same study and data.
package enum RunReader {
    /// Measures the written plan afresh; what was proved is taken from the result.
    /// - Parameters:
    ///   - folder: the run folder.
    ///   - study: its study file; nil takes the copy in the run folder, under the name that the study had.
    ///   - dataFolder: what the study's paths are relative to; nil means the study's own folder.
    ///   - telling: how it is told; the result does not say how it was.
    /// - Throws: `HubPlanError` when study or data are not what the run was made from.
    package static func read(_ folder: String, study: String?, dataFolder: String?, telling: Telling = Telling()) throws
        -> RunAnswer
    {
        try read(
            folder, study: study.map { try StudyText(path: $0) }, path: study, dataFolder: dataFolder, telling: telling)
    }

    /// The same for a study that need not stand in a file.
    /// - Parameters:
    ///   - folder: the run folder.
    ///   - study: its study; nil takes the copy in the run folder, under the name that the study had.
    ///   - path: what to call the study; nil for the name that it had.
    ///   - dataFolder: what the study's paths are relative to; nil means the study's own folder.
    ///   - telling: how it is told; the result does not say how it was.
    ///   - keeping: where journeys that take long to work out are kept from run to run; nil to work all out anew.
    /// - Throws: `HubPlanError` when study or data are not what the run was made from.
    package static func read(
        _ folder: String, study: StudyText?, path: String?, dataFolder: String?, telling: Telling = Telling(),
        keeping: TravelKeeping? = nil
    ) throws -> RunAnswer {
        let (written, run, plan) = try base(
            folder, study: study, path: path, dataFolder: dataFolder, keeping: keeping)
        let limits = SolveLimits(
            gap: written.parameters.gap, work: written.parameters.work, nodes: written.parameters.nodes,
            memory: written.parameters.memory, seed: UInt64(written.parameters.seed) ?? 1)
        var record = try run.record(
            of: plan, solution: try solution(written, plan: plan, run: run),
            comparison: try written.best.map { try best($0, run: run, folder: folder) },
            matching: try written.matching.map { try match($0, run: run, folder: folder) }, limits: limits,
            events: try events(in: folder), timing: nil)
        // Those of the study, and those that only the list had which was measured.
        record.region.findings = written.findings.map { finding in
            Finding(Finding.Kind(rawValue: finding.kind) ?? .note, finding.sentence)
        }
        // As it was made, word for word.
        record.certificate = try? String(contentsOfFile: folder + "/certificate.json", encoding: .utf8)
        try requireSameObjectives(written, figures: record.figures, folder: folder)
        try settle(&record, written, run: run, folder: folder)
        record.compare(with: try Baseline(telling.baseline, run: run))
        record = try record.published(telling.publish)
        return RunAnswer(outcome: .plan(record), limits: limits)
    }

    /// What was written, the question that it answers, and the written plan.
    static func base(
        _ folder: String, study: StudyText?, path: String?, dataFolder: String?, keeping: TravelKeeping?
    ) throws -> (written: WrittenResult, run: StudyRun, plan: Plan) {
        let written = try WrittenResult(folder: folder)
        try written.requireBuildings(folder: folder)
        let text = try study ?? ownStudy(written, folder: folder)
        let run = try StudyRun.prepare(
            text, path: path ?? written.study.path, dataFolder: dataFolder,
            barriers: BarrierSwitch(toldBy: written.findings.map(\.sentence)), keeping: keeping)
        try requireSameInputs(written, run: run, folder: folder)
        let plan = try Plan(
            open: run.problem.services.map { service in
                guard let entry = written.services.first(where: { $0.id == service.id }) else {
                    throw HubPlanError("\(folder)/result.json has no plan for \(service.id): solve the study again.")
                }
                return try sites(entry.plan, run: run, folder: folder)
            })
        return (written, run, plan)
    }

    /// Ties and voices, from the plan as it was before voices moved its hubs. The certificate gives multipliers only: what
    /// they prove is worked out again.
    private static func settle(
        _ record: inout RunRecord, _ written: WrittenResult, run: StudyRun, folder: String
    ) throws {
        var plan = record.plan
        for move in (written.moves ?? []).reversed() {
            guard let position = run.problem.services.firstIndex(where: { $0.id == move.service }) else { continue }
            let (from, to) = (
                try sites([move.from], run: run, folder: folder), try sites([move.to], run: run, folder: folder)
            )
            plan.open[position] = (plan.open[position].filter { !to.contains($0) } + from).sorted()
        }
        let solution = record.solution ?? record.comparison?.solution
        let certificates = try record.certificate.map { try CertificateDocument(data: Data($0.utf8)).entries }
        let settled = try SettledPlan(
            run, plan: plan, solution: solution, certificates: certificates?.map(\.certificate) ?? [],
            isList: record.isMeasuredList, threads: ProcessInfo.processInfo.activeProcessorCount)
        guard settled.plan == record.plan else {
            throw HubPlanError(
                "\(folder)/result.json tells of hubs that voices moved, and from them another plan comes now: it was edited, "
                    + "or made by another version. Solve the study again.")
        }
        record.tell(settled)
    }

    /// None where nothing was searched for.
    private static func events(in folder: String) throws -> [SolveEvent] {
        guard let text = try? String(contentsOfFile: folder + "/events.jsonl", encoding: .utf8) else { return [] }
        return try EventLines.read(text)
    }

    /// The copy in the run folder, under the name that the study had. Its files are looked for where they lay when the run was
    /// made, in the current folder, and then beside the copy, where files of the run may bear their names. Whether they are
    /// the same is for their digests to tell.
    static func ownStudy(_ written: WrittenResult, folder: String) throws -> StudyText {
        var text = try StudyText(path: folder + "/study.yaml")
        text.file = written.inputs.first { $0.sha256 == written.study.sha256 }?.path ?? text.file
        text.origins = written.origins
        let folders = dataFolders(of: folder) + [".", text.folder]
        text.folder = folders[0]
        text.otherFolders = Array(folders.dropFirst())
        return text
    }

    /// Where the study's files lay when the run was made: from the run folder, as `timing.json` tells; none where it is gone.
    private static func dataFolders(of folder: String) -> [String] {
        struct Timing: Decodable {
            var dataFolders: [String]?
        }
        let data = FileManager.default.contents(atPath: folder + "/timing.json")
        let timing = data.flatMap { try? JSONDecoder().decode(Timing.self, from: $0) }
        return timing?.dataFolders?.map { $0.isEmpty ? folder : folder + "/" + $0 } ?? []
    }

    static func requireSameInputs(_ written: WrittenResult, run: StudyRun, folder: String) throws {
        guard written.study.sha256 == run.digest else {
            throw HubPlanError(
                "\(run.path) is not the study that \(folder) was made from: it has changed since. Solve it again.")
        }
        let now = Dictionary(run.region.inputs.map { ($0.path, $0.sha256) }, uniquingKeysWith: { first, _ in first })
        if let changed = written.inputs.first(where: { now[$0.path] != $0.sha256 }) {
            throw HubPlanError(
                "\(changed.path) has changed since \(folder) was made (its digest differs). Solve the study again.")
        }
    }

    static func requireSameObjectives(_ written: WrittenResult, figures: PlanFigures, folder: String) throws {
        for (entry, figures) in zip(written.services, figures.services) where entry.objective != figures.objective {
            throw HubPlanError(
                "\(folder)/result.json claims the objective \(entry.objective) for \(entry.id), and its plan measures "
                    + "\(figures.objective): the result was edited, or made by another version. Solve the study again.")
        }
    }

    private static func sites(_ ids: [String], run: StudyRun, folder: String) throws -> [UInt32] {
        try ids.map { id in
            guard let site = run.region.sites.firstIndex(where: { $0.id == id }) else {
                throw HubPlanError("\(folder)/result.json names the site \(id), which the study does not have.")
            }
            return UInt32(site)
        }.sorted()
    }

    /// nil for a list that was measured: its proof stands with the best plan.
    static func solution(_ written: WrittenResult, plan: Plan, run: StudyRun) throws -> Solution? {
        guard let stop = written.status.stop.flatMap(StopReason.init(rawValue:)) else { return nil }
        let services = zip(run.problem.services, plan.open).map { problem, open in
            let entry = written.services.first { $0.id == problem.id }
            return ServiceOutcome(
                service: problem.id, open: LocalNumbers(problem.siteIndices).numbers(of: open),
                objective: entry?.objective ?? 0, bound: entry?.bound)
        }
        return run.told(
            Solution(
                services: services, stop: stop, work: written.status.work ?? 0, method: written.status.method ?? "",
                totalBound: written.status.totalBound, totalWeights: written.status.totalWeights ?? [],
                stoppedAt: written.status.stoppedAt))
    }

    static func best(_ best: WrittenResult.Best, run: StudyRun, folder: String) throws -> BestPlan {
        let plan = try Plan(
            open: run.problem.services.map { service in
                try sites(best.plan[service.id] ?? [], run: run, folder: folder)
            })
        let outcomes = zip(run.problem.services, plan.open).map { problem, open in
            let entry = best.services.first { $0.id == problem.id }
            return ServiceOutcome(
                service: problem.id, open: LocalNumbers(problem.siteIndices).numbers(of: open),
                objective: entry?.objective ?? 0, bound: entry?.bound)
        }
        return BestPlan(
            plan: plan, figures: try run.figures(of: plan),
            solution: Solution(
                services: outcomes, stop: StopReason(rawValue: best.stop) ?? .exhausted, work: best.work,
                method: best.method, totalBound: best.totalBound,
                totalWeights: best.totalWeights ?? [], stoppedAt: best.stoppedAt))
    }

    private static func match(_ match: WrittenResult.Match, run: StudyRun, folder: String) throws -> MatchedEntry {
        MatchedEntry(
            service: run.problem.services.firstIndex { $0.id == match.service } ?? 0, entry: match.entry,
            site: try sites([match.site], run: run, folder: folder)[0], metres: match.metres)
    }
}
