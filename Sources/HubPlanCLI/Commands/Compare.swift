internal import ArgumentParser
internal import HubModel
internal import HubPlan
internal import Scenarios

/// `hubplan compare RUN RUN ...`
struct Compare: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Sets plans beside each other: figures on one yardstick, hubs they share, who gains and who loses.",
        discussion: """
            A run is a folder by `hubplan solve` or `hubplan evaluate`. Every plan is measured by the costs of every run; the \
            first run is what the others are set beside. With --out it writes a page with maps, tables as CSV, \
            compare.json and GeoPackages of the differences.
            """)

    @Argument(help: ArgumentHelp("Run folders, two or more.", valueName: "run"), completion: .directory)
    var runs: [String]
    @OptionGroup var data: DataOptions
    @OptionGroup var cache: CacheOptions
    @Option(help: "Folder to write; an earlier comparison there is replaced.", completion: .directory)
    var out: String?
    @Flag(help: "Print the answer as JSON on standard output, and nothing else there.")
    var json = false

    func run() throws {
        let answer = try RunComparison(runs, dataFolder: data.folder, keeping: cache.keeping)
        if let out { try answer.write(to: out) }
        Terminal.say(json ? answer.json : answer.summary(folder: out))
    }
}
