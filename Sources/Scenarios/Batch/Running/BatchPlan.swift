internal import Foundation

/// What a batch would do about each of its jobs, found without reading a study.
package struct BatchPlan: Sendable {
    package struct Entry: Codable, Hashable, Sendable {
        package var job: String
        package var runs: Bool
        /// Why, a sentence.
        package var why: String
        /// Digest of the last answer; nil where there is none.
        package var former: String?
    }

    /// In the order of the jobs.
    package let entries: [Entry]

    /// - Parameters:
    ///   - jobs: of the batch.
    ///   - store: where answers stand.
    ///   - base: where earlier answers and the published pointer are looked for.
    package init(_ jobs: [Job], store: RunStore, base: FormerAnswers) throws {
        entries = try jobs.map { job in
            guard FileManager.default.fileExists(atPath: job.question) else {
                return Entry(
                    job: job.name, runs: true, why: "It will fail: its study file \(job.question) is missing.",
                    former: try base.latest(job.name)?.digest)
            }
            guard let former = try base.latest(job.name) else {
                return Entry(job: job.name, runs: true, why: "It was never answered.", former: nil)
            }
            func runs(_ why: String) -> Entry { Entry(job: job.name, runs: true, why: why, former: former.digest) }
            let isKept = FileManager.default.fileExists(atPath: base.folder(of: former) + "/result.json")
            let isHere = try base.path != store.path || store.run(job.name, digest: former.digest) != nil
            guard isKept, isHere else { return runs("Its last run folder is not here.") }
            guard !former.wasCut else { return runs("The deadline cut its last search short.") }
            let published = try base.published(job.name)?.digest
            guard let changes = QuestionReader(job: job).quickChanges(since: former.question, published: published)
            else { return runs("A file that its last answer read is missing or has moved.") }
            guard changes.isEmpty else {
                return runs("Since the last answer " + changes.prefix(4).map(\.words).joined(separator: "; ") + ".")
            }
            return Entry(
                job: job.name, runs: false, why: "Inputs, parameters and version are as they were.",
                former: former.digest)
        }
    }
}
