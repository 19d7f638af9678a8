internal import ArgumentParser
internal import HubModel
internal import HubPlan
internal import Scenarios

/// `hubplan levers SCENARIO`
struct Levers: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Sets changes other than hubs (a crossing, free fares, a later bus) beside one hub more or less.",
        discussion: """
            The scenario lists them under `levers`, each a name and its changes. Each is measured with the hubs as they are \
            and with hubs placed anew for it: minutes a child, children within reach, children who get there and home.
            """)

    @Argument(help: "The scenario file (YAML).", completion: .file(extensions: ["yaml", "yml"]))
    var scenario: String
    @OptionGroup var data: DataOptions
    @OptionGroup var cache: CacheOptions
    @OptionGroup var solver: SolverOptions
    @OptionGroup var printing: PrintOptions

    func run() throws {
        let progress = ProgressPrinter(quiet: printing.quiet)
        let session = Session(limits: solver.limits, onEvent: progress.show)
        let interrupt = Interrupt(onFirst: session.stopper)
        let review = try withExtendedLifetime(interrupt) {
            try LeverReview(scenario, dataFolder: data.folder, keeping: cache.keeping, session: session)
        }
        Terminal.say(printing.json ? try review.json() : review.text)
    }
}
