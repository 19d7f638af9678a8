internal import ArgumentParser
internal import Scenarios

/// `hubplan history [JOB] --store DIR`
struct History: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Tells what became of each job, night by night, latest last.")

    @Argument(help: "One job alone.")
    var job: String?
    @OptionGroup var store: StoreOptions
    @Option(help: "At most so many nights.")
    var last = 100
    @Flag(help: "Print the answer as JSON on standard output, and nothing else there.")
    var json = false
    @Flag(
        help:
            "Instead of nights, all that is the same in two stores that answered the same questions: no dates, no seconds."
    )
    var lasting = false

    func validate() throws {
        guard last > 0 else { throw ValidationError("--last must be 1 or more, not \(last).") }
    }

    func run() throws {
        let text = StoreText(try RunStore.existing(store.store))
        if lasting { return Terminal.say(try text.lasting()) }
        Terminal.say(json ? try text.historyJSON(of: job, most: last) : try text.history(of: job, most: last))
    }
}
