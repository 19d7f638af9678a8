import Scenarios

/// Answers jobs in this process.
struct OwnWorker: JobWorker {
    let store: RunStore
    let base: FormerAnswers
    let threads: Int

    func work(on job: Job, secondsLeft: Double?) -> JobEnd {
        JobWork(job, store: store, base: base, threads: threads, secondsLeft: secondsLeft).run()
    }
}
