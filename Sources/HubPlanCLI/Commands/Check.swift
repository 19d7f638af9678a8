internal import ArgumentParser
internal import HubModel
internal import HubPlan
internal import Scenarios

/// `hubplan check STUDY`
struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Reads everything a study or scenario names and reports on it, without solving.",
        discussion: """
            With --effective it prints the study that a scenario's changes make, and reads no data. With --against it tells \
            what two studies or scenarios ask differently.
            """)

    @OptionGroup var study: StudyOptions
    @Flag(help: "Print the study that the changes of a scenario make; it is a study file by itself.")
    var effective = false
    @Option(
        help: "Another study or scenario: tell what the two ask differently.",
        completion: .file(extensions: ["yaml", "yml"]))
    var against: String?
    @Option(
        help: "Also write every site with its id to this CSV file, to look up the ids that a list of hubs names.",
        completion: .file(extensions: ["csv"]))
    var sites: String?
    @OptionGroup var cache: CacheOptions
    @OptionGroup var printing: PrintOptions

    func validate() throws {
        guard !effective || against == nil else {
            throw ValidationError("--effective and --against exclude each other: ask one thing at a time.")
        }
        guard sites == nil || !effective && against == nil else {
            throw ValidationError("--sites goes with neither --effective nor --against, which read no sites.")
        }
        guard !effective || !printing.json else {
            throw ValidationError("--effective prints a study, which is YAML: leave --json out.")
        }
    }

    func run() throws {
        if effective {
            Terminal.say(try ScenarioFile.read(study.study).effective)
            return
        }
        if let against {
            let difference = try StudyDifference(ScenarioFile.read(study.study), ScenarioFile.read(against))
            Terminal.say(printing.json ? try difference.json() : difference.text)
            return
        }
        let check = try StudyCheck(
            ScenarioFile.prepare(study.study, dataFolder: study.data.folder, keeping: cache.keeping))
        if let sites { try check.writeSites(to: sites) }
        Terminal.say(printing.json ? try check.json() : check.text)
        if !check.isFeasible { throw ExitStatus.infeasible }
    }
}
