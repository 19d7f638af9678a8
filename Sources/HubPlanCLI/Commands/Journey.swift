internal import ArgumentParser
internal import HubModel
internal import HubPlan
internal import Scenarios

/// `hubplan journey STUDY --from AREA --to SITE`
struct Journey: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract:
            "Tells one journey there and back: each part, the way home, and which other way was dearer or refused.")

    @OptionGroup var study: StudyOptions
    @OptionGroup var barriers: BarrierOptions
    @OptionGroup var cache: CacheOptions
    @Option(help: "The area that it starts from, by code or name.")
    var from: String
    @Option(help: "The site that it leads to, by id or name.")
    var to: String
    @Option(help: "The service whose people travel. Default: the first that the site suits.")
    var service: String?
    @Option(help: "GeoJSON file to write the way to; an earlier one is replaced.", completion: .file())
    var geojson: String?
    @Flag(help: "Print the answer as JSON on standard output, and nothing else there.")
    var json = false

    func run() throws {
        let run = try ScenarioFile.prepare(
            study.study, dataFolder: study.data.folder, barriers: barriers.barriers, keeping: cache.keeping)
        let answer = try JourneyAnswer(run, from: from, to: to, service: service)
        if let geojson { try answer.writeGeoJSON(to: geojson) }
        Terminal.say(json ? try answer.json() : answer.text)
    }
}
