/// Whoever answers a job: a process of its own, or this one.
package protocol JobWorker: Sendable {
    /// Answers a job, or says why not; returns when that is done.
    /// - Parameters:
    ///   - job: to answer.
    ///   - secondsLeft: wall seconds until the batch's deadline; nil for none.
    func work(on job: Job, secondsLeft: Double?) -> JobEnd
}

/// Answers jobs in this process.
package struct OwnWorker: JobWorker {
    let store: RunStore
    let base: FormerAnswers
    let threads: Int

    /// - Parameters:
    ///   - store: for the answers.
    ///   - base: where earlier answers and the published pointer are looked for.
    ///   - threads: never change an answer.
    package init(store: RunStore, base: FormerAnswers, threads: Int) {
        self.store = store
        self.base = base
        self.threads = threads
    }

    package func work(on job: Job, secondsLeft: Double?) -> JobEnd {
        JobWork(job, store: store, base: base, threads: threads, secondsLeft: secondsLeft).run()
    }
}
