internal import ArgumentParser
internal import Foundation
internal import Scenarios

/// `hubplan batch prune --keep 30 --keep-days 90`
struct BatchPrune: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prune", abstract: "Removes run folders that neither number nor age keeps.",
        discussion: "A job's last run and its published one are always kept, and the history of all.")

    @OptionGroup var store: StoreOptions
    @Option(help: "Runs of each job that are kept whatever their age.")
    var keep: Int?
    @Option(help: "Days for which a run is kept.")
    var keepDays: Int?

    func validate() throws {
        guard keep != nil || keepDays != nil else {
            throw ValidationError("Say what is kept: --keep 30, --keep-days 90, or both, of which either keeps a run.")
        }
        guard keep ?? 0 >= 0, keepDays ?? 0 >= 0 else {
            throw ValidationError("--keep and --keep-days must not be negative.")
        }
    }

    func run() throws {
        let removed = try Retention(count: keep, days: keepDays)
            .prune(RunStore.existing(store.store), now: Date().timeIntervalSince1970)
        Terminal.say("\(removed.count) run folders removed.")
        removed.forEach { Terminal.say("  \($0)") }
    }
}
