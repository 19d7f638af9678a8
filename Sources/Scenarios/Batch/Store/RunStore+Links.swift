internal import Foundation

extension RunStore {
    /// The last good answers and the published ones, by the links.
    package var former: FormerAnswers {
        get throws { try FormerAnswers(path) }
    }

    /// Points a link at a run's folder, in one step: it leads to the old run or to the new one.
    /// - Parameter kind: "latest" or "published".
    func link(_ kind: String, to record: JobRecord) throws {
        let link = "\(path)/\(kind)/\(record.job)"
        let target = "../runs/\(record.folder)"
        guard (try? FileManager.default.destinationOfSymbolicLink(atPath: link)) != target else { return }
        let aside = "\(path)/\(kind)/.\(record.job).\(UUID().uuidString)"
        guard symlink(target, aside) == 0, rename(aside, link) == 0 else {
            let why = String(cString: strerror(errno))
            unlink(aside)
            throw BatchError("The link \(link) cannot be made: \(why). Move what stands there out of the way.")
        }
    }

    /// Mends links that a process was killed before it made, and sweeps away what it left of one.
    package func mendLinks() throws {
        for job in try jobs() {
            // Whoever is at work on a job makes its links.
            guard let lock = try lock(job) else { continue }
            if let record = try latest(job) { try link("latest", to: record) }
            if let record = try published(job) { try link("published", to: record) }
            withExtendedLifetime(lock) {}
        }
        for kind in ["latest", "published"] {
            let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(path)/\(kind)")) ?? []
            for name in names where name.hasPrefix(".") {
                let aside = "\(path)/\(kind)/\(name)"
                let made = try? FileManager.default.attributesOfItem(atPath: aside)[.modificationDate] as? Date
                // A link is swapped in at once: one of an hour ago is nobody's.
                if let made, made.timeIntervalSinceNow < -3_600 { unlink(aside) }
            }
        }
    }
}
