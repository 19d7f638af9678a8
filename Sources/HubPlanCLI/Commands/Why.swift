internal import ArgumentParser
internal import Foundation
internal import HubModel
internal import HubPlan
internal import Scenarios

/// `hubplan why RUN SITE`
struct Why: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Says why a plan has a site or has not: what losing it, or having it, would cost.",
        discussion: """
            For a hub of the plan: whom it serves, what the best plan without it loses, and what stands in for it. For another \
            site: what the best plan with it costs, and what gives way. For a place: which hub its families get, and the \
            journey there part by part. Says whether that is proved, or between which bounds it lies.

            --all ranks every site of every service: most by bounds alone, the rest by solving again from the run's answer.
            """)

    @Argument(help: ArgumentHelp("The run folder.", valueName: "run"), completion: .directory)
    var folder: String
    @Argument(help: "A site by its id or the name of its building, or a place by its name or code.")
    var site: String?
    @Flag(help: "Rank every site, service by service.")
    var all = false
    @Option(help: "With --all, solve at most so many sites: the same table on every machine.")
    var solves: Int?
    @Option(help: "The service, by its id. Default: the first that the site could serve, and with --all every one.")
    var service: String?
    @Option(
        help: "The study file of the run; default: the copy in the run folder, with --data for where its paths lead.",
        completion: .file(extensions: ["yaml", "yml"]))
    var study: String?
    @OptionGroup var data: DataOptions
    @OptionGroup var cache: CacheOptions
    @Option(help: "CSV file to write the table to; an earlier one is replaced.", completion: .file(extensions: ["csv"]))
    var out: String?
    @OptionGroup var solver: SolverOptions
    @OptionGroup var printing: PrintOptions

    func validate() throws {
        guard (site == nil) == all else {
            throw ValidationError("Name a site or a place, or ask for --all of them.")
        }
        guard solves == nil || all else { throw ValidationError("--solves belongs beside --all.") }
        guard solves ?? 0 >= 0 else { throw ValidationError("--solves must be 0 or more.") }
    }

    func run() throws {
        let reopened = try ScenarioFile.reopen(folder, study: study, dataFolder: data.folder, keeping: cache.keeping)
        try SeriesWriter(solver: solver, printing: printing).run { series in
            let question = site.map { WhyAnswer.Question.about($0) } ?? .all(solves: solves)
            let answer = try WhyAnswer(question, of: reopened, service: service, in: series)
            if let out {
                guard let csv = answer.csv else {
                    throw ValidationError("--out belongs beside a site or --all: a place has no table.")
                }
                try Data(csv.utf8).write(to: URL(fileURLWithPath: out), options: .atomic)
            }
            Terminal.say(printing.json ? answer.json : answer.text)
            return answer.verdict
        }
    }
}
