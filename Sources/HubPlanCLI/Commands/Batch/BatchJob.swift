internal import ArgumentParser
internal import Foundation
internal import Scenarios

/// `hubplan batch job JOBS --job NAME`: one job in a process of its own, as a batch runs it.
struct BatchJob: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "job", abstract: "Answers one job, as a batch has it done.", shouldDisplay: false)

    @OptionGroup var batch: BatchOptions
    @Option(help: "The job's name.")
    var job: String
    @Option(help: "Threads; they never change the answer.")
    var threads: Int = 1
    @Option(help: "Number of the batch's process; the job ends when that does.")
    var parent: Int32?
    @Option(help: "Seconds that the batch has left.")
    var secondsLeft: Double?

    func run() throws {
        let watch = parent.map { ParentWatch($0) }
        defer { withExtendedLifetime(watch) {} }
        let file = try batch.file()
        guard let job = file.jobs.first(where: { $0.name == job }) else {
            throw BatchError(
                "\(batch.jobs) has no job '\(self.job)'. Jobs there: \(file.jobs.map(\.name).joined(separator: ", ")).")
        }
        let store = try RunStore(batch.store.store)
        let base = try FormerAnswers(batch.base ?? store.path)
        let end = JobWork(
            job, store: store, base: base, threads: max(1, threads), secondsLeft: secondsLeft,
            keeping: batch.cache.keeping
        ).run()
        Terminal.say(String(decoding: try JSONEncoder().encode(end), as: UTF8.self))
    }
}
