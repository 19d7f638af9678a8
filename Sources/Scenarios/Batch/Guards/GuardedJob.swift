internal import Foundation

/// What must hold before a job is run; each breach is a sentence.
struct GuardedJob {
    let job: Job

    /// Free space, before anything is read.
    /// - Parameter store: path of the store.
    /// - Returns: nil where enough is free, or none is asked for.
    func disk(_ store: String) -> String? {
        guard let least = job.guards.disk else { return nil }
        var space = statvfs()
        guard statvfs(store, &space) == 0 else { return nil }
        let free = Int64(clamping: UInt64(space.f_bavail) * UInt64(space.f_frsize))
        guard free < least else { return nil }
        return "\(job.name): the disk of the store has \(Self.megabytes(free)) MB free, and the guard asks for "
            + "\(Self.megabytes(least)) MB. Make room, or lower guards.disk."
    }

    /// Ages of the inputs.
    /// - Parameter now: seconds since 1970.
    func age(_ question: Question, now: Double) -> String? {
        guard let most = job.guards.age, let oldest = oldest(question, now: now), oldest.seconds > most else {
            return nil
        }
        return "\(job.name): \(oldest.path) was last written \(Self.days(oldest.seconds)) ago, and the guard allows "
            + "\(Self.days(most)). Fetch it anew, or raise guards.age."
    }

    /// Numbers of rows beside those of the last answer.
    func rows(_ question: Question, since former: Question?) -> String? {
        guard let most = job.guards.rows, let former else { return nil }
        let before = Dictionary(former.inputs.map { ($0.path, $0.records) }, uniquingKeysWith: { first, _ in first })
        for input in question.inputs {
            guard let old = before[input.path] ?? nil, let new = input.records, old != new else { continue }
            let change = Double(abs(new - old)) / Double(max(1, old))
            guard change > most else { continue }
            return "\(job.name): \(input.path) has \(new) rows and had \(old) at the last answer, a change of "
                + "\(Percent.words(change)), and the guard allows \(Percent.words(most)). Look at the file; if it is right, "
                + "raise guards.rows for one night."
        }
        return nil
    }

    /// The data file that was written longest ago; nil where none is found.
    func oldest(_ question: Question, now: Double) -> (path: String, seconds: Double)? {
        let reader = QuestionReader(job: job)
        let ages = question.inputs.compactMap {
            input -> (path: String, seconds: Double)? in
            guard let path = reader.place(of: input),
                let date = try? FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date
            else { return nil }
            return (input.path, max(0, now - date.timeIntervalSince1970))
        }
        return ages.max { $0.seconds < $1.seconds }
    }

    private static func megabytes(_ bytes: Int64) -> Int64 { bytes / 1_000_000 }

    private static func days(_ seconds: Double) -> String {
        seconds < 172_800 ? "\(Int(seconds / 3_600)) hours" : "\(Int(seconds / 86_400)) days"
    }
}
