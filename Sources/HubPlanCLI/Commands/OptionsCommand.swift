internal import ArgumentParser
internal import HubModel
internal import HubPlan
internal import Scenarios

/// `hubplan options SCENARIO --count 5 --within 1% --differ 10 --apart 3km`
struct OptionsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "options",
        abstract: "Lists near the best that differ on the ground, and the proof when there are no more.",
        discussion: """
            Each option has at least --differ hubs that are farther than --apart from every hub of each earlier option (or in \
            other neighbourhoods), since a hub moved to the school next door is no new option. Each is within --within of the \
            best in what the plan was made for.

            Writes a folder: options.html, tables, options.json, and each option as a list that `hubplan evaluate` reads.
            """)

    @OptionGroup var study: StudyOptions
    @OptionGroup var barriers: BarrierOptions
    @OptionGroup var cache: CacheOptions
    @Option(help: "How many options, the best list among them.")
    var count = 5
    @Option(help: "How far above the best an option may be: 1% or 0.01.", transform: fraction)
    var within: Double = 0.01
    @Option(help: "How many hubs of each must stand elsewhere. Default: a fifth of them.")
    var differ: Int?
    @Option(help: "What elsewhere means: a distance such as 3km, or neighbourhood.", transform: apartness)
    var apart: Apartness = .metres(3_000)
    @Option(help: "The service, by its id. Default: the first.")
    var service: String?
    @Option(help: "Folder to write; an earlier option set there is replaced.", completion: .directory)
    var out = "hubplan-options"
    @OptionGroup var solver: SolverOptions
    @OptionGroup var printing: PrintOptions

    func run() throws {
        try OptionsAnswer.checkWritable(out)
        let run = try ScenarioFile.prepare(
            study.study, dataFolder: study.data.folder, barriers: barriers.barriers, keeping: cache.keeping)
        let question = OptionsQuestion(count: count, within: within, differ: differ, apart: apart, service: service)
        try SeriesWriter(solver: solver, printing: printing).run { series in
            let answer = try OptionsAnswer(question, of: run, in: series)
            try answer.write(to: out)
            Terminal.say(printing.json ? answer.json : answer.summary(folder: out))
            return answer.verdict
        }
    }
}

/// "3km", "800m" or "neighbourhood".
@Sendable private func apartness(_ text: String) throws -> Apartness {
    text.lowercased() == "neighbourhood" ? .neighbourhood : .metres(try metres(text))
}
