internal import ArgumentParser
internal import Scenarios

/// `hubplan show RUN --store DIR`
struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Tells about one answer of a store: its plan, how good it is, what moved and why.")

    @Argument(
        help: ArgumentHelp(
            "A job for its last answer, a run's folder, or the first digits of a digest.", valueName: "run"))
    var name: String
    @OptionGroup var store: StoreOptions
    @Flag(help: "Print the answer as JSON on standard output, and nothing else there.")
    var json = false

    func run() throws {
        let store = try RunStore.existing(store.store)
        let record = try store.find(name)
        Terminal.say(json ? try record.text() : try StoreText(store).show(record))
    }
}
