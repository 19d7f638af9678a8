internal import ArgumentParser
internal import HubModel
internal import HubPlan
internal import Scenarios

/// `hubplan frontier SCENARIO --share 0:1`
struct FrontierCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "frontier",
        abstract: "What each hub more in doubly disadvantaged places costs in travel, step by step and proved.",
        discussion: """
            --share 0:1 goes from no hub in those places to all of them; --hubs 40:60 changes the number of hubs instead. \
            With --rules A,B the same is asked under each of those rules, and the sites that stand under all of them are \
            told. Each step begins from its neighbour's answer.

            Writes a folder: frontier.html, the picture frontier.svg, the tables frontier.csv and hubs.csv, and \
            frontier.json. A step without a proof is drawn as a band.
            """)

    @OptionGroup var study: StudyOptions
    @OptionGroup var barriers: BarrierOptions
    @OptionGroup var cache: CacheOptions
    @Option(help: "Shares of the hubs in doubly disadvantaged places: 0:1 or 20%:80%.", transform: shares)
    var share: ClosedRange<Double>?
    @Option(help: "Instead, numbers of hubs in all: 40:60.", transform: counts)
    var hubs: ClosedRange<Int>?
    @Option(help: "Instead, mean,reach: the shortest mean against the most within the limit, at the study's own share.")
    var objective: String?
    @Option(
        help: "Rules to ask it under, by their ids: wards225,worstTenth. Default: the study's own.", transform: names)
    var rules: [String]?
    @Option(help: "The service, by its id. Default: the first that has a share to keep.")
    var service: String?
    @Option(help: "Folder to write; an earlier frontier there is replaced.", completion: .directory)
    var out = "hubplan-frontier"
    @OptionGroup var solver: SolverOptions
    @OptionGroup var printing: PrintOptions

    func validate() throws {
        guard [share != nil, hubs != nil, objective != nil].count(where: { $0 }) <= 1 else {
            throw ValidationError("--share, --hubs and --objective exclude each other: ask one thing at a time.")
        }
        guard objective.map({ ["mean,reach", "reach,mean"].contains($0) }) ?? true else {
            throw ValidationError("--objective must be mean,reach, not \(objective ?? "").")
        }
        guard objective == nil || rules == nil else {
            throw ValidationError("--rules belongs beside --share or --hubs.")
        }
    }

    func run() throws {
        try FrontierAnswer.checkWritable(out)
        let run = try ScenarioFile.prepare(
            study.study, dataFolder: study.data.folder, barriers: barriers.barriers, keeping: cache.keeping)
        guard objective == nil else { return try trade(run) }
        let frontier = Frontier(
            steps: hubs.map { .hubs($0) } ?? .share(share ?? 0...1), rules: rules ?? [], service: service)
        try SeriesWriter(solver: solver, printing: printing).run { series in
            let answer = try FrontierAnswer(frontier, of: run, in: series)
            try answer.write(to: out)
            Terminal.say(printing.json ? answer.json : answer.summary(folder: out))
            return answer.verdict
        }
    }

    private func trade(_ run: StudyRun) throws {
        try SeriesWriter(solver: solver, printing: printing).run { series in
            let answer = try TradeAnswer(run, service: service, in: series)
            try answer.write(to: out)
            Terminal.say(printing.json ? answer.json : answer.summary(folder: out))
            return answer.verdict
        }
    }
}
