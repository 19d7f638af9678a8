internal import Foundation
internal import Reports

/// Brings the answers of other stores, such as the shards of one batch, into one.
package struct StoreCollection: Sendable {
    package struct Outcome: Hashable, Sendable {
        /// Runs that were new here, and those that took the place of one here.
        package var new = 0
        /// Runs that were here already.
        package var known = 0
        /// Names of jobs whose last night in the shards failed and was not known here, each with its sentence.
        package var failures: [String] = []

        package init(new: Int = 0, known: Int = 0) {
            self.new = new
            self.known = known
        }
    }

    let store: RunStore

    /// - Parameter store: that receives the runs.
    package init(into store: RunStore) {
        self.store = store
    }

    /// Copies run folders and rows that are not here yet, whatever the order of the stores. Of two answers to the same
    /// question a published one stays, then one that no deadline cut, then the later one. May be killed and begun again.
    /// - Parameter others: paths of the stores.
    /// - Throws: `BatchError` when one of them is no store, or a folder cannot be copied.
    package func collect(_ others: [String]) throws -> Outcome {
        var outcome = Outcome()
        for path in others {
            let other = try RunStore.existing(path)
            for job in try other.jobs() { try collect(job, from: other, &outcome) }
        }
        return outcome
    }

    private func collect(_ job: String, from other: RunStore, _ outcome: inout Outcome) throws {
        let lock = try store.lock(job, waits: true)
        for record in try other.runs(of: job) {
            guard let taken = try collect(record, from: other) else { continue }
            if taken { outcome.new += 1 } else { outcome.known += 1 }
        }
        try collectLatest(job, from: other)
        if let night = try other.nights(of: job, most: 1).last, try note(night),
            [.failed, .held].contains(night.outcome)
        {
            outcome.failures.append("\(job): \(night.sentence)")
        }
        withExtendedLifetime(lock) {}
    }

    /// Takes a run with its folder, unless what is here is worth as much.
    /// - Returns: whether it was new; nil when its folder is not kept there.
    private func collect(_ row: JobRecord, from other: RunStore) throws -> Bool? {
        let (folder, target) = (other.folder(of: row), store.folder(of: row))
        guard let there = Self.text(in: folder) else { return nil }
        // The folder is written before the row.
        let record = try JobRecord(text: there, from: "\(folder)/\(JobRecord.file)")
        let times = try other.times(of: row) ?? RunTimes(answered: Clock.now(), seconds: 0)
        let here = try store.run(row.job, digest: row.digest)
        if let here, try isKept(here, beside: record, of: times) { return false }
        let shelf = try store.shelf()
        if Self.text(in: target) != there { try RunFolder.copy(folder, to: target) }
        let isNew = try store.take(record, timing: times)
        withExtendedLifetime(shelf) {}
        return isNew || here != record
    }

    /// Whether a run that is here stays as it is beside an answer to the same question.
    private func isKept(_ here: JobRecord, beside record: JobRecord, of times: RunTimes) throws -> Bool {
        let isLater = try store.times(of: here).map { times.answered > $0.answered } ?? true
        // A run that was pruned here comes back when it was answered again since.
        if try store.isRemoved(here) { return !isLater }
        guard let text = Self.text(in: store.folder(of: here)) else { return false }
        if try store.published(here.job)?.digest == here.digest { return true }
        guard here.wasCut == record.wasCut else { return record.wasCut }
        return try text == record.text() || !isLater
    }

    /// The last answer there is the last one here when it was found to hold later than that.
    private func collectLatest(_ job: String, from other: RunStore) throws {
        guard let latest = try other.latest(job), let record = try store.run(job, digest: latest.digest),
            try !store.isRemoved(record), Self.text(in: store.folder(of: record)) != nil
        else { return }
        if let own = try store.latestConfirmed(job), try other.latestConfirmed(job) ?? "" <= own { return }
        try store.setLatest(record)
    }

    /// A night that is noted here already is not noted again.
    /// - Returns: whether it was new here.
    private func note(_ night: Night) throws -> Bool {
        guard try !store.nights(of: night.job).contains(night) else { return false }
        try store.note(night)
        return true
    }

    /// The record of a whole run folder; nil where there is none.
    private static func text(in folder: String) -> String? {
        guard FileManager.default.fileExists(atPath: folder + "/result.json") else { return nil }
        return try? String(contentsOfFile: "\(folder)/\(JobRecord.file)", encoding: .utf8)
    }
}
