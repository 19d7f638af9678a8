internal import Foundation
internal import GRDB

/// Which run folders a store keeps: of each job the latest few and the young ones, and always its last and its published.
package struct Retention: Sendable {
    /// Runs of each job that are kept whatever their age; nil for no number.
    package var count: Int?
    /// Days for which a run is kept; nil for no age.
    package var days: Int?

    /// - Parameters:
    ///   - count: runs of each job that are kept whatever their age; nil for no number.
    ///   - days: for which a run is kept; nil for no age.
    package init(count: Int?, days: Int?) {
        self.count = count
        self.days = days
    }

    /// Removes the folders of runs that neither number nor age keeps. Their rows stay, so that the history does.
    /// - Parameters:
    ///   - store: to prune.
    ///   - now: seconds since 1970.
    /// - Returns: names of the folders that were removed.
    package func prune(_ store: RunStore, now: Double) throws -> [String] {
        guard count != nil || days != nil else { return [] }
        // One prune at a time, and none while a run is published.
        let shelf = try store.shelf()
        try store.finishRemovals()
        var removed: [String] = []
        for job in try store.jobs() {
            guard let lock = try store.lock(job) else { continue }
            let kept = Set([try store.latest(job)?.digest, try store.published(job)?.digest].compactMap { $0 })
            for run in try store.removed(job) where !kept.contains(run.digest) { try store.removeFolder(run.folder) }
            for (number, run) in try store.kept(job).enumerated() where !kept.contains(run.digest) {
                let isAmongLast = count.map { number < $0 } ?? false
                let isYoung = days.map { now - run.answered < Double($0) * 86_400 } ?? false
                guard !isAmongLast, !isYoung else { continue }
                try store.remove(job, digest: run.digest, folder: run.folder)
                removed.append(run.folder)
            }
            withExtendedLifetime(lock) {}
        }
        withExtendedLifetime(shelf) {}
        return removed
    }
}

extension RunStore {
    /// Runs of a job whose folders are kept, the latest first.
    fileprivate func kept(_ job: String) throws -> [(digest: String, folder: String, answered: Double)] {
        try database.read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT digest, folder, answered FROM runs JOIN timings USING (job, digest)
                    WHERE job = ? AND is_removed = 0 ORDER BY answered DESC, digest
                    """, arguments: [job]
            ).map { row in
                let answered: String = row["answered"]
                let date = try? Date(answered, strategy: .iso8601)
                return (row["digest"], row["folder"], date?.timeIntervalSince1970 ?? 0)
            }
        }
    }

    /// Folders of runs that are no longer kept, though a process that was killed may have left them.
    fileprivate func removed(_ job: String) throws -> [(digest: String, folder: String)] {
        try database.read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT digest, folder FROM runs JOIN timings USING (job, digest) WHERE job = ? AND is_removed = 1
                    ORDER BY digest
                    """, arguments: [job]
            ).map { ($0["digest"], $0["folder"]) }
        }
    }

    /// Removes what a process left that was killed while it removed a folder.
    fileprivate func finishRemovals() throws {
        for name in try FileManager.default.contentsOfDirectory(atPath: path + "/runs")
        where name.hasPrefix(".removed-") {
            try Self.remove("\(path)/runs/\(name)")
        }
    }

    /// The row says so first, so that a folder that is half removed is no run any more.
    fileprivate func remove(_ job: String, digest: String, folder: String) throws {
        try database.write { db in
            try db.execute(
                sql: "UPDATE timings SET is_removed = 1 WHERE job = ? AND digest = ?", arguments: [job, digest])
        }
        try removeFolder(folder)
    }

    /// Takes a folder out of its place in one step, then removes it; nothing where there is none.
    fileprivate func removeFolder(_ folder: String) throws {
        let place = "\(path)/runs/\(folder)"
        guard FileManager.default.fileExists(atPath: place) else { return }
        let aside = "\(path)/runs/.removed-\(folder)"
        do { try FileManager.default.moveItem(atPath: place, toPath: aside) } catch {
            throw BatchError(
                "The run folder \(place) cannot be removed: \(error.localizedDescription) May you write to the store?")
        }
        try Self.remove(aside)
    }

    private static func remove(_ aside: String) throws {
        do { try FileManager.default.removeItem(atPath: aside) } catch {
            throw BatchError(
                "What is left of a run that is no longer kept, \(aside), cannot be removed: \(error.localizedDescription) "
                    + "Remove it by hand, and prune again.")
        }
    }
}
