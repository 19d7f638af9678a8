internal import Foundation
internal import GRDB

extension RunStore {
    /// Publishes a run: nothing else moves the pointer, and nothing changes what it leads to.
    /// - Parameters:
    ///   - record: a run of the store.
    ///   - date: of the publication, ISO 8601.
    /// - Throws: `BatchError` for a run whose folder is no longer kept, and for one that is to be answered anew.
    package func publish(_ record: JobRecord, at date: String) throws {
        // A folder that is there stays there until its run is published.
        let shelf = try shelf()
        guard FileManager.default.fileExists(atPath: folder(of: record)) else {
            throw BatchError(
                "The folder of \(record.folder) is no longer kept, so it cannot be published: publish a later run.")
        }
        try database.write { db in
            let now = try Self.record(
                db, "SELECT record FROM runs WHERE job = ? AND digest = ?", [record.job, record.digest])
            guard !(now ?? record).wasCut else {
                throw BatchError(
                    "The batch's deadline cut \(record.folder) short, so the next batch answers it anew: publish that answer."
                )
            }
            try db.execute(
                sql: """
                    INSERT INTO published (job, digest, at) VALUES (?, ?, ?)
                    ON CONFLICT (job) DO UPDATE SET digest = excluded.digest, at = excluded.at
                    """, arguments: [record.job, record.digest, date])
            try Self.insert(
                Night(
                    at: date, job: record.job, outcome: .published, digest: record.digest, sentence: "Published.",
                    story: nil), into: db)
        }
        try link("published", to: record)
        withExtendedLifetime(shelf) {}
    }

    /// Takes a run's rows from another store.
    /// - Returns: whether it was new here.
    func take(_ record: JobRecord, timing: RunTimes) throws -> Bool {
        try database.write { db in
            let known = try Self.record(
                db, "SELECT record FROM runs WHERE job = ? AND digest = ?", [record.job, record.digest])
            try Self.insert(record, timing: timing, into: db)
            return known == nil
        }
    }

    /// Makes a run that is in the store, with its folder, the latest of its job.
    func setLatest(_ record: JobRecord) throws {
        try database.write { db in try Self.point("latest", of: record.job, to: record.digest, in: db) }
        try link("latest", to: record)
    }

    /// When a job's latest answer was last found to be the answer, ISO 8601; nil before there is one.
    func latestConfirmed(_ job: String) throws -> String? {
        let outcomes = [Night.Outcome.answered, .unchanged, .known, .taken].map { "'\($0.rawValue)'" }
        return try database.read { db in
            try String.fetchOne(
                db,
                sql: """
                    SELECT MAX(at) FROM (
                        SELECT answered AS at FROM timings JOIN latest USING (job, digest) WHERE job = ?
                        UNION ALL
                        SELECT at FROM nights JOIN latest USING (job, digest)
                        WHERE job = ? AND outcome IN (\(outcomes.joined(separator: ", "))))
                    """, arguments: [job, job])
        }
    }

    /// Whether a run's folder was pruned.
    func isRemoved(_ record: JobRecord) throws -> Bool {
        try database.read { db in
            try Bool.fetchOne(
                db, sql: "SELECT is_removed FROM timings WHERE job = ? AND digest = ?",
                arguments: [record.job, record.digest]) ?? false
        }
    }
}
