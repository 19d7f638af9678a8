internal import Foundation
internal import GRDB

extension RunStore {
    /// The run of a job with a digest; nil where there is none.
    package func run(_ job: String, digest: String) throws -> JobRecord? {
        try database.read { db in
            try Self.record(db, "SELECT record FROM runs WHERE job = ? AND digest = ?", [job, digest])
        }
    }

    /// The last good run of a job; nil before there is one.
    package func latest(_ job: String) throws -> JobRecord? {
        try database.read { db in
            try Self.record(
                db, "SELECT record FROM runs JOIN latest USING (job, digest) WHERE job = ?", [job])
        }
    }

    /// The published run of a job; nil where none was published.
    package func published(_ job: String) throws -> JobRecord? {
        try database.read { db in
            try Self.record(
                db, "SELECT record FROM runs JOIN published USING (job, digest) WHERE job = ?", [job])
        }
    }

    /// Every run, by job and digest.
    package func runs() throws -> [JobRecord] {
        try database.read { db in
            try String.fetchAll(db, sql: "SELECT record FROM runs ORDER BY job, digest").map {
                try JobRecord(text: $0, from: "a row of the store")
            }
        }
    }

    /// Every run of a job, by digest.
    func runs(of job: String) throws -> [JobRecord] {
        try database.read { db in
            try String.fetchAll(db, sql: "SELECT record FROM runs WHERE job = ? ORDER BY digest", arguments: [job]).map
            {
                try JobRecord(text: $0, from: "a row of the store")
            }
        }
    }

    /// Puts a run whose folder is in place into the store, makes it the job's latest, and notes the night: all or nothing.
    func add(_ record: JobRecord, timing: RunTimes, night: Night) throws {
        try database.write { db in
            try Self.insert(record, timing: timing, into: db)
            try Self.point("latest", of: record.job, to: record.digest, in: db)
            try Self.insert(night, into: db)
        }
        try link("latest", to: record)
    }

    /// Makes a run that is in the store the latest of its job, and notes the night.
    func makeLatest(_ record: JobRecord, night: Night) throws {
        try database.write { db in
            try Self.point("latest", of: record.job, to: record.digest, in: db)
            try db.execute(
                sql: "UPDATE timings SET is_removed = 0 WHERE job = ? AND digest = ?",
                arguments: [record.job, record.digest])
            try Self.insert(night, into: db)
        }
        try link("latest", to: record)
    }

    // MARK: Rows

    static func insert(_ record: JobRecord, timing: RunTimes, into db: Database) throws {
        try db.execute(
            sql: """
                INSERT OR REPLACE INTO runs
                    (job, digest, study, outcome, objective, bound, gap, stop, folder, was_cut, record)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                record.job, record.digest, record.study, record.outcome.rawValue, record.objective, record.bound,
                record.gap, record.stop, record.folder, record.wasCut, try record.text(),
            ])
        try db.execute(
            sql: "DELETE FROM plans WHERE job = ? AND digest = ?", arguments: [record.job, record.digest])
        for service in record.services {
            for site in service.sites {
                try db.execute(
                    sql: "INSERT INTO plans (job, digest, service, site) VALUES (?, ?, ?, ?)",
                    arguments: [record.job, record.digest, service.id, site])
            }
        }
        try db.execute(
            sql: """
                INSERT OR REPLACE INTO timings (job, digest, answered, seconds, is_removed) VALUES (?, ?, ?, ?, 0)
                """, arguments: [record.job, record.digest, timing.answered, timing.seconds])
    }

    static func insert(_ night: Night, into db: Database) throws {
        try db.execute(
            sql: "INSERT INTO nights (at, job, outcome, digest, sentence, story) VALUES (?, ?, ?, ?, ?, ?)",
            arguments: [
                night.at, night.job, night.outcome.rawValue, night.digest, night.sentence, try night.storyText(),
            ])
    }

    static func point(_ table: String, of job: String, to digest: String, in db: Database) throws {
        try db.execute(
            sql: """
                INSERT INTO \(table) (job, digest) VALUES (?, ?)
                ON CONFLICT (job) DO UPDATE SET digest = excluded.digest
                """, arguments: [job, digest])
    }

    static func record(_ db: Database, _ sql: String, _ arguments: StatementArguments) throws -> JobRecord? {
        try String.fetchOne(db, sql: sql, arguments: arguments).map {
            try JobRecord(text: $0, from: "a row of the store")
        }
    }
}

/// When a run was answered and how long that took.
package struct RunTimes: Hashable, Sendable {
    /// ISO 8601, UTC.
    package var answered: String
    /// Wall, of the whole job.
    package var seconds: Double

    package init(answered: String, seconds: Double) {
        self.answered = answered
        self.seconds = seconds
    }
}
