internal import ArgumentParser
internal import HubModel
internal import HubPlan

/// `hubplan check STUDY`
struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Reads everything a study names and reports on it, without solving.")

    @OptionGroup var study: StudyOptions
    @OptionGroup var printing: PrintOptions

    func run() throws {
        let check = try StudyCheck(StudyRun.prepare(study.study, dataFolder: study.data.folder))
        Terminal.say(printing.json ? try check.json() : check.text)
        if !check.isFeasible { throw ExitStatus.infeasible }
    }
}
