internal import ArgumentParser
internal import HubModel
internal import HubPlan
internal import Scenarios

/// `hubplan travel STUDY [--out FILE]`
struct Travel: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract:
            "Tells how far a study's children are from the sites that could serve them, and how they would travel.",
        discussion: """
            With --out it also writes every journey there and back as a table: minutes, way of travelling, pounds, and the \
            parts that the minutes are made of.
            """)

    @OptionGroup var study: StudyOptions
    @OptionGroup var barriers: BarrierOptions
    @Option(
        help: "File to write the journeys to, ending in .csv or .gpkg; an earlier one is replaced.", completion: .file()
    )
    var out: String?
    @Option(help: "With --out, only journeys of at most so many minutes there and back.")
    var within: Double?
    @Flag(help: "Print the answer as JSON on standard output, and nothing else there.")
    var json = false

    func validate() throws {
        guard within == nil || out != nil else { throw ValidationError("--within belongs beside --out.") }
        guard within.map({ $0 >= 0 && $0.isFinite }) ?? true else {
            throw ValidationError("--within must be 0 or more minutes.")
        }
    }

    func run() throws {
        let run = try ScenarioFile.prepare(study.study, dataFolder: study.data.folder, barriers: barriers.barriers)
        if let out { try TravelMatrixFile(run, within: within).write(to: out) }
        let answer = TravelAnswer(run)
        Terminal.say(json ? try answer.json() : answer.text)
    }
}
