/// Whoever answers a job: a process of its own, or this one.
package protocol JobWorker: Sendable {
    /// Answers a job, or says why not; returns when that is done.
    /// - Parameters:
    ///   - job: to answer.
    ///   - secondsLeft: wall seconds until the batch's deadline; nil for none.
    func work(on job: Job, secondsLeft: Double?) -> JobEnd
}
