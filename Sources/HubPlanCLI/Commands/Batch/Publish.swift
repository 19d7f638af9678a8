internal import ArgumentParser
internal import Scenarios

/// `hubplan publish RUN --store DIR`
struct Publish: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Says which answer of a job is the published one; nothing else ever does.",
        discussion: """
            A job with `prefer: published within 1%` then changes as few of its places as it can. The run folder stands \
            under published/JOB in the store and is never pruned.
            """)

    @Argument(
        help: ArgumentHelp(
            "A job for its last answer, a run's folder, or the first digits of a digest.", valueName: "run"))
    var name: String
    @OptionGroup var store: StoreOptions

    func run() throws {
        let store = try RunStore.existing(store.store)
        let record = try store.find(name)
        try store.publish(record, at: Clock.now())
        Terminal.say("Published \(record.folder): \(store.path)/published/\(record.job)")
    }
}
