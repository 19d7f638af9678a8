internal import Digests
internal import Foundation
internal import HubModel
internal import HubPlan
internal import Regions

/// A job's question: read in full from a prepared study, or recognised as the one before without reading the study.
struct QuestionReader {
    let job: Job
    /// The question's own files; nil where they cannot be read.
    private let asked: Scenario?

    init(job: Job) {
        self.job = job
        asked = try? ScenarioFile.read(job.question)
    }

    /// Files that ask the question: the study as it takes effect says all that they do.
    private static let askedRoles = ["study"] + StudyText.originRoles

    /// - Parameters:
    ///   - run: prepared from the job's file.
    ///   - published: digest of the published run; used where the job prefers it.
    func question(_ run: StudyRun, published: String?) throws -> Question {
        Question(
            version: Version.current, study: SHA256.digest(of: Data(run.study.text.utf8)),
            inputs: run.region.inputs.filter { !Self.askedRoles.contains($0.role) }.map {
                Question.Input(path: $0.path, role: $0.role, sha256: $0.sha256, records: $0.records)
            }, parameters: try parameters(), published: job.staysWithin == nil ? nil : published)
    }

    /// What differs from an earlier question, found by the digests of its files alone.
    /// - Returns: nil where that cannot be told without reading the study; empty where nothing differs.
    func quickChanges(since former: Question, published: String?) -> [Change]? {
        guard let asked, let parameters = try? parameters() else { return nil }
        var now = former
        now.study = SHA256.digest(of: Data(asked.effective.utf8))
        now.version = Version.current
        now.parameters = parameters
        now.published = job.staysWithin == nil ? nil : published
        for index in now.inputs.indices {
            guard let path = place(of: now.inputs[index]),
                let digest = try? SHA256.digest(ofFile: URL(fileURLWithPath: path))
            else { return nil }
            if digest != now.inputs[index].sha256 { now.inputs[index].records = nil }
            now.inputs[index].sha256 = digest
        }
        return now.changes(since: former)
    }

    /// Where an input lies, looked for as the study's reader does; nil where it is not found.
    func place(of input: Question.Input) -> String? {
        let beside = asked?.text.folder ?? URL(fileURLWithPath: job.question).deletingLastPathComponent().path
        let path = input.path
        let folders = [job.data, beside].compactMap { $0 }
        let places = path.hasPrefix("/") ? [path] : folders.map { "\($0)/\(path)" }
        return places.map(Self.fileItself).first { FileManager.default.fileExists(atPath: $0) }
    }

    /// "archive.zip" of "archive.zip/table.csv".
    private static func fileItself(_ path: String) -> String {
        guard !FileManager.default.fileExists(atPath: path), let end = path.range(of: ".zip/") else { return path }
        return String(path[..<end.lowerBound]) + ".zip"
    }

    private func parameters() throws -> [String: String] {
        var parameters = ["gap": "\(job.gap)", "seconds": "\(job.seconds)", "seed": "\(job.seed)"]
        parameters["work"] = job.work.map { "\($0)" }
        parameters["nodes"] = job.nodes.map { "\($0)" }
        parameters["memory"] = job.memory.map { "\($0)" }
        parameters["prefer"] = job.staysWithin.map { "published within \($0)" }
        guard let baseline = job.baseline else { return parameters }
        if ["today", "none"].contains(baseline) {
            parameters["baseline"] = baseline
        } else {
            var isFolder: ObjCBool = false
            _ = FileManager.default.fileExists(atPath: baseline, isDirectory: &isFolder)
            let file = isFolder.boolValue ? baseline + "/result.json" : baseline
            guard let digest = try? SHA256.digest(ofFile: URL(fileURLWithPath: file)) else {
                throw BatchError(
                    "\(job.name): the baseline \(baseline) is missing or cannot be read. Write today, none, a run folder "
                        + "or a list.")
            }
            parameters["baseline"] = "\(URL(fileURLWithPath: baseline).lastPathComponent) \(digest.prefix(16))"
        }
        return parameters
    }
}
