internal import ArgumentParser
internal import Scenarios

/// `hubplan batch collect STORE ... --store DIR`
struct BatchCollect: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "collect", abstract: "Brings the answers of other stores, such as shards of one batch, into one.",
        discussion: "Ends with 5 when the last night of a job in one of them failed.")

    @Argument(help: "The other stores.", completion: .directory)
    var others: [String]
    @OptionGroup var store: StoreOptions

    func run() throws {
        let outcome = try StoreCollection(into: RunStore(store.store)).collect(others)
        Terminal.say("\(outcome.new) new runs collected, \(outcome.known) were here already.")
        outcome.failures.forEach { Terminal.say($0) }
        if !outcome.failures.isEmpty { throw ExitStatus.partFailed }
    }
}
