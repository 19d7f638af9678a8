/// What became of a job, as the process that did it tells the batch.
package struct JobEnd: Codable, Hashable, Sendable {
    package enum Outcome: String, Codable, Sendable {
        case answered, unchanged, known, taken, held, failed
        /// Another process is at work on the same job.
        case busy
        /// The deadline of the whole batch came first.
        case late
        /// Somebody stopped the batch.
        case stopped
    }

    package var job: String
    package var outcome: Outcome
    /// What went wrong or was found, a sentence or more.
    package var sentence: String
    /// Of the answer; nil where there is none.
    package var digest: String?
    /// Path of its folder in the store: "runs/JOB-DIGEST".
    package var folder: String?
    package var story: NightStory?
    package var result: JobRecord.Outcome?
    /// A fraction; nil without a bound.
    package var gap: Double?
    /// Wall, of the whole job.
    package var seconds: Double = 0
    /// Of the input that was written longest ago, seconds; nil where none was found.
    package var inputAge: Double?

    package init(_ job: String, _ outcome: Outcome, _ sentence: String) {
        self.job = job
        self.outcome = outcome
        self.sentence = sentence
    }

    /// Of a job that is not answered because somebody stopped the batch.
    static func stopped(_ job: Job) -> JobEnd {
        JobEnd(job.name, .stopped, "\(job.name) was not answered: the batch was stopped. The next one answers it.")
    }

    /// Whether the batch must tell that a part of it failed.
    package var isFailure: Bool { [.held, .failed, .late].contains(outcome) }
    /// Whether a place moved since the answer before.
    package var isMove: Bool { !(story?.moves.isEmpty ?? true) }
}
