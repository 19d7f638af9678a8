internal import Foundation
internal import GRDB

/// Answers of batches: run folders, and beside them a database that says what each of them is.
///
/// ```
/// store/
///   hubplan.sqlite        runs, plans, timings, nights, pointers
///   runs/JOB-DIGEST/      run folders, each with a job.json
///   latest/JOB            link to the job's last good run
///   published/JOB         link to the run that was published
///   locks/  logs/
/// ```
///
/// A run is written once, its folder first and then its rows in one transaction, so a process may be killed at any moment:
/// a folder in place without rows is taken up by whoever comes next, and a half-written one never bears a run's name.
/// Several processes may use a store at the same time.
package final class RunStore: Sendable {
    /// Absolute, without a slash at its end.
    package let path: String
    let database: DatabaseQueue

    /// Opens a store, and makes one where there is none.
    /// - Throws: `BatchError` when it cannot be made, or belongs to a newer hubplan.
    package init(_ path: String) throws {
        self.path = URL(fileURLWithPath: path, isDirectory: true).standardizedFileURL.path
        for folder in ["runs", "latest", "published", "locks", "logs"] {
            do {
                try FileManager.default.createDirectory(
                    atPath: "\(self.path)/\(folder)", withIntermediateDirectories: true)
            } catch {
                throw BatchError(
                    "The store \(path) cannot be made: \(error.localizedDescription). Choose another place with --store."
                )
            }
        }
        var configuration = Configuration()
        configuration.journalMode = .wal
        configuration.busyMode = .timeout(60)
        do {
            // Two processes that make a store at the same moment take turns.
            let lock = try FileLock("\(self.path)/locks/.open", waits: true)
            database = try DatabaseQueue(path: "\(self.path)/hubplan.sqlite", configuration: configuration)
            let migrator = StoreSchema.migrator
            guard try !database.read({ try migrator.hasBeenSuperseded($0) }) else {
                throw BatchError("The store \(path) was written by a newer hubplan: use that one.")
            }
            try migrator.migrate(database)
            withExtendedLifetime(lock) {}
        } catch let error as DatabaseError {
            throw BatchError(
                "The store \(path) cannot be opened (\(error.message ?? "no reason given")): is hubplan.sqlite whole, and "
                    + "may you write to it?")
        }
    }

    /// A store that is there already.
    /// - Throws: `BatchError` when there is none.
    package static func existing(_ path: String) throws -> RunStore {
        guard FileManager.default.fileExists(atPath: path + "/hubplan.sqlite") else {
            throw BatchError(
                "\(path) is no store of hubplan's: give with --store the folder that `hubplan batch` made.")
        }
        return try RunStore(path)
    }

    /// Path of a run's folder.
    package func folder(of record: JobRecord) -> String { "\(path)/runs/\(record.folder)" }

    /// The lock of a job: whoever holds it is at work on it.
    /// - Parameters:
    ///   - job: its name.
    ///   - waits: whether to wait for whoever is.
    /// - Returns: nil when another process is and `waits` is false.
    func lock(_ job: String, waits: Bool = false) throws -> FileLock? {
        try FileLock("\(path)/locks/\(job)", waits: waits)
    }

    /// The lock of the shelf: whoever holds it removes folders of runs, replaces some, or publishes one. It is asked for
    /// after the lock of a job or without one, and who holds it waits for none.
    func shelf() throws -> FileLock? { try FileLock("\(path)/locks/.shelf", waits: true) }
}
