internal import Foundation
internal import GRDB

extension RunStore {
    /// Names of jobs that have a run or a night, ascending.
    package func jobs() throws -> [String] {
        try database.read { db in
            try String.fetchAll(db, sql: "SELECT job FROM runs UNION SELECT job FROM nights ORDER BY job")
        }
    }

    /// Notes what became of a job that left no new run.
    func note(_ night: Night) throws {
        try database.write { db in try Self.insert(night, into: db) }
    }

    /// The history, latest last.
    /// - Parameters:
    ///   - job: of one job alone; nil for all.
    ///   - most: at most so many nights, the last ones.
    package func nights(of job: String? = nil, most: Int = .max) throws -> [Night] {
        try database.read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT * FROM (SELECT * FROM nights WHERE ? IS NULL OR job = ? ORDER BY number DESC LIMIT ?)
                    ORDER BY number
                    """, arguments: [job, job, most]
            ).map { row in
                let story: String? = row["story"]
                return Night(
                    at: row["at"], job: row["job"], outcome: Night.Outcome(rawValue: row["outcome"]) ?? .failed,
                    digest: row["digest"], sentence: row["sentence"],
                    story: story.flatMap { try? JSONDecoder().decode(NightStory.self, from: Data($0.utf8)) })
            }
        }
    }

    /// When a run was answered and how long it took; nil for one that is not in the store.
    package func times(of record: JobRecord) throws -> RunTimes? {
        try database.read { db in
            try Row.fetchOne(
                db, sql: "SELECT answered, seconds FROM timings WHERE job = ? AND digest = ?",
                arguments: [record.job, record.digest]
            ).map { RunTimes(answered: $0["answered"], seconds: $0["seconds"]) }
        }
    }

    /// Digest and date of a job's publication; nil where there was none.
    package func publication(of job: String) throws -> (digest: String, at: String)? {
        try database.read { db in
            try Row.fetchOne(db, sql: "SELECT digest, at FROM published WHERE job = ?", arguments: [job])
                .map { ($0["digest"], $0["at"]) }
        }
    }

    /// The run that somebody means: a job's name for its latest, the name of a run's folder, or the beginning of a digest.
    /// - Throws: `BatchError` when nothing or more than one run goes by that.
    package func find(_ text: String) throws -> JobRecord {
        if let record = try latest(text) { return record }
        let name = URL(fileURLWithPath: text).lastPathComponent
        let found = try runs().filter { $0.folder == name || (text.count >= 6 && $0.digest.hasPrefix(text)) }
        guard let first = found.first else {
            let known = try jobs().prefix(8).joined(separator: ", ")
            throw BatchError(
                "'\(text)' is no run of the store \(path): give a job's name, a folder under runs, or the first digits of a "
                    + "digest. Jobs here: \(known.isEmpty ? "none" : known).")
        }
        guard found.count == 1 else {
            throw BatchError(
                "'\(text)' could be \(found.count) runs: \(found.prefix(4).map(\.folder).joined(separator: ", ")). Give more of "
                    + "the digest.")
        }
        return first
    }
}
