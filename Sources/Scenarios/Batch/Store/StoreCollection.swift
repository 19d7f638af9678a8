internal import Foundation
internal import GRDB

/// Brings the answers of other stores, such as the shards of one batch, into one.
package struct StoreCollection: Sendable {
    package struct Outcome: Hashable, Sendable {
        /// Runs that were new here.
        package var new = 0
        /// Runs that were here already.
        package var known = 0
        /// Names of jobs whose last night in the shards failed, each with its sentence.
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

    /// Copies run folders and rows that are not here yet. May be killed and begun again.
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
        let lock = try FileLock("\(store.path)/locks/\(job)", waits: true)
        let latest = try other.latest(job)?.digest
        for record in try other.runs() where record.job == job {
            let folder = other.folder(of: record)
            guard FileManager.default.fileExists(atPath: folder + "/result.json") else { continue }
            try copy(folder, to: store.folder(of: record))
            let times = try other.times(of: record) ?? RunTimes(answered: Clock.now(), seconds: 0)
            let isNew = try store.take(record, timing: times, isLatest: record.digest == latest)
            if isNew { outcome.new += 1 } else { outcome.known += 1 }
        }
        if let night = try other.nights(of: job, most: 1).last {
            try note(night)
            if [.failed, .held].contains(night.outcome) { outcome.failures.append("\(job): \(night.sentence)") }
        }
        withExtendedLifetime(lock) {}
    }

    /// A night that is noted here already is not noted again.
    private func note(_ night: Night) throws {
        guard try !store.nights(of: night.job).contains(night) else { return }
        try store.note(night)
    }

    private func copy(_ folder: String, to target: String) throws {
        let files = FileManager.default
        guard !files.fileExists(atPath: target) else { return }
        let url = URL(fileURLWithPath: target)
        let aside =
            url.deletingLastPathComponent().path + "/.\(url.lastPathComponent).partial.\(UUID().uuidString.prefix(8))"
        do {
            try files.copyItem(atPath: folder, toPath: aside)
            guard rename(aside, target) == 0 || errno == ENOTEMPTY || errno == EEXIST else {
                throw CocoaError(.fileWriteUnknown)
            }
            try? files.removeItem(atPath: aside)
        } catch {
            try? files.removeItem(atPath: aside)
            throw BatchError("\(folder) could not be copied to \(target): \(error.localizedDescription).")
        }
    }
}
