internal import ArgumentParser
internal import HubModel
internal import HubPlan
internal import Scenarios

/// `hubplan report RUN --study STUDY`
struct Report: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Writes the tables, map and report of a run again, from its result.json and its study.",
        discussion:
            "Every input must be as it was: their digests are compared first. Files that people put into the folder "
            + "stay as they are.")

    @Argument(help: ArgumentHelp("The run folder.", valueName: "run"), completion: .directory)
    var folder: String
    @Option(
        help: "The study file of the run; default: the copy in the run folder, with --data for where its paths lead.",
        completion: .file(extensions: ["yaml", "yml"]))
    var study: String?
    @OptionGroup var data: DataOptions
    @OptionGroup var cache: CacheOptions
    @Option(help: "Run folder to write; default: the same one.")
    var out: String?

    @OptionGroup var telling: TellingOptions

    func validate() throws {
        guard telling.publish == .everything || out != nil else {
            throw ValidationError("--publish places leaves buildings out for good: give --out a folder of its own.")
        }
    }

    func run() throws {
        let rerun = try ScenarioFile.run(
            in: folder, study: study, dataFolder: data.folder, telling: telling.telling, keeping: cache.keeping)
        if let kept = try rerun.write(to: out ?? folder) { Terminal.note(kept) }
        Terminal.say(rerun.summary(folder: out ?? folder))
    }
}
