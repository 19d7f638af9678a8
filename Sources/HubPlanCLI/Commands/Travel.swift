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
            parts that the minutes are made of. With --closing it tells for each site how late its sessions can close so that \
            that share of the children nearest to it still get home by bus or on foot.
            """)

    @OptionGroup var study: StudyOptions
    @OptionGroup var barriers: BarrierOptions
    @OptionGroup var cache: CacheOptions
    @Option(
        help: "File to write the journeys to, ending in .csv or .gpkg; an earlier one is replaced.", completion: .file()
    )
    var out: String?
    @Option(help: "With --out, only journeys of at most so many minutes there and back.")
    var within: Double?
    @Option(
        help:
            "Share of each site's children who must get home after closing, as a fraction or in per cent: 0.9 or 90%.",
        transform: share)
    var closing: Double?
    @Option(
        help: "File to write closing times to, ending in .csv or .gpkg; an earlier one is replaced.",
        completion: .file())
    var closingOut: String?
    @Flag(help: "Print the answer as JSON on standard output, and nothing else there.")
    var json = false

    func validate() throws {
        guard within == nil || out != nil else { throw ValidationError("--within belongs beside --out.") }
        guard within.map({ $0 >= 0 && $0.isFinite }) ?? true else {
            throw ValidationError("--within must be 0 or more minutes.")
        }
        guard closingOut == nil || closing != nil else {
            throw ValidationError("--closing-out belongs beside --closing.")
        }
    }

    func run() throws {
        let run = try ScenarioFile.prepare(
            study.study, dataFolder: study.data.folder, barriers: barriers.barriers, keeping: cache.keeping)
        if let out { try TravelMatrixFile(run, within: within).write(to: out) }
        let answer = try TravelAnswer(run, closing: closing)
        if let closingOut { try answer.writeClosings(to: closingOut) }
        Terminal.say(json ? try answer.json() : answer.text)
    }
}
