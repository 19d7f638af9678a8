internal import Foundation

/// A store in words, for a terminal.
package struct StoreText: Sendable {
    let store: RunStore

    /// - Parameter store: to tell about.
    package init(_ store: RunStore) {
        self.store = store
    }

    /// A line a night, latest last.
    /// - Parameters:
    ///   - job: one job alone; nil for all.
    ///   - most: at most so many lines.
    package func history(of job: String?, most: Int) throws -> String {
        let nights = try store.nights(of: job, most: most)
        guard !nights.isEmpty else {
            return job.map { "The store has no night of a job '\($0)'." } ?? "The store has no nights yet."
        }
        let width = nights.map(\.job.count).max() ?? 0
        return nights.map { night in
            let job = night.job.padding(toLength: width, withPad: " ", startingAt: 0)
            let outcome = night.outcome.rawValue.padding(toLength: 9, withPad: " ", startingAt: 0)
            let digest = night.digest.map { String($0.prefix(8)) } ?? "        "
            return "\(night.at)  \(job)  \(outcome)  \(digest)  \(night.sentence)"
        }.joined(separator: "\n")
    }

    /// The nights as JSON: an array, latest last.
    /// - Parameters:
    ///   - job: one job alone; nil for all.
    ///   - most: at most so many.
    package func historyJSON(of job: String?, most: Int) throws -> String {
        struct Entry: Encodable {
            let at: String
            let job: String
            let outcome: String
            let digest: String?
            let sentence: String
            let story: NightStory?
        }
        let entries = try store.nights(of: job, most: most).map {
            Entry(
                at: $0.at, job: $0.job, outcome: $0.outcome.rawValue, digest: $0.digest, sentence: $0.sentence,
                story: $0.story)
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(entries), as: UTF8.self)
    }

    /// All that repeats from store to store, as lines: a run each, by job and digest, without dates and seconds, and without
    /// what it began from and what moved since, which depend on the answer before.
    package func lasting() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let runs = try store.runs().map { run in
            String(decoding: try encoder.encode(LastingRecord(run)), as: UTF8.self)
        }
        let pointers = try store.jobs().flatMap { job in
            [("latest", try store.latest(job)?.digest), ("published", try store.published(job)?.digest)]
                .compactMap { kind, digest in digest.map { "\(kind) \(job) \($0)" } }
        }
        return (runs + pointers).joined(separator: "\n")
    }

    /// One run: what it answers, how good that is, what moved, and where it stands.
    package func show(_ record: JobRecord) throws -> String {
        var lines = ["\(record.study) (job \(record.job), run \(record.digest.prefix(16)))"]
        for service in record.services {
            let mean = service.meanMinutes.map { "; mean \(Self.tenth($0)) minutes there and back" } ?? ""
            lines.append(
                "  \(service.title)s: \(service.sites.count); \(service.reached) of \(service.children) children within the "
                    + "limit\(mean)")
            lines += service.sites.map { id in
                let name = record.name(of: id)
                return "    \(name)\(name == id ? "" : " (\(id))")"
            }
        }
        lines.append("  " + Self.proof(record))
        lines.append("  " + record.start.sentence)
        lines += (record.since?.sentences ?? ["The first answer to this job."]).map { "  " + $0 }
        lines += (record.calm?.sentences ?? []).map { "  Beside the published plan, \($0)" }
        if let times = try store.times(of: record) {
            lines.append(
                "  Answered \(times.answered) in \(Self.tenth(times.seconds)) s by hubplan \(record.question.version)")
        }
        if let publication = try store.publication(of: record.job) {
            lines.append(
                publication.digest == record.digest
                    ? "  Published \(publication.at)"
                    : "  Another run of this job is published: \(publication.digest.prefix(16))")
        }
        let folder = store.folder(of: record)
        lines.append(
            FileManager.default.fileExists(atPath: folder) ? "  Folder \(folder)" : "  Its folder is no longer kept.")
        return lines.joined(separator: "\n")
    }

    private static func proof(_ record: JobRecord) -> String {
        switch record.outcome {
        case .optimal: "Proved: no other plan that keeps the rules is better on the same data."
        case .withinGap: "Within \(Percent.words(record.gap ?? 0)) of the best that the rules allow."
        case .stoppedShort:
            record.gap.map {
                "Stopped short of the gap asked for: within \(Percent.words($0)) of the best that the rules allow."
            }
                ?? "Stopped short of the gap asked for, without a proof."
        }
    }

    private static func tenth(_ value: Double) -> String { String(format: "%.1f", value) }
}
