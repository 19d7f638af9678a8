internal import ArgumentParser
internal import HubModel
internal import HubPlan
internal import Scenarios

/// `hubplan rules STUDY`
struct Rules: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Says whether a place counts as doubly disadvantaged, under each rule of a study, and by how much.",
        discussion: """
            Without --place, --at or --site it says what each rule holds. With --compare it counts what the rules share \
            and where they differ; with --out it writes that as a page with maps, tables and a GeoPackage.
            """)

    @OptionGroup var study: StudyOptions
    @Option(help: "An area, a neighbourhood, a district or a place of a rule, by name or code.")
    var place: String?
    @Option(
        help: """
            A point: x,y in the study's coordinate system, or latitude,longitude where the two can only be that. Before a \
            minus write --at=-1.2,52.6.
            """)
    var at: String?
    @Option(help: "A site, by its id.")
    var site: String?
    @Flag(help: "Count areas, children and candidate sites that the rules share, every two and all together.")
    var compare = false
    @Option(help: "With --compare, the folder to write page, tables and GeoPackage to.", completion: .directory)
    var out: String?
    @OptionGroup var cache: CacheOptions
    @Flag(help: "Print the answer as JSON on standard output, and nothing else there.")
    var json = false

    func validate() throws {
        let asked = [place, at, site].count { $0 != nil } + (compare ? 1 : 0)
        guard asked <= 1 else {
            throw ValidationError("--place, --at, --site and --compare exclude each other: ask one thing at a time.")
        }
        guard out == nil || compare else { throw ValidationError("--out belongs beside --compare.") }
    }

    func run() throws {
        let run = try ScenarioFile.prepare(
            study.study, dataFolder: study.data.folder, keeping: cache.keeping)
        if compare {
            let comparison = try RuleCounts(run)
            if let out { try comparison.write(to: out) }
            Terminal.say(json ? comparison.json : comparison.summary(folder: out))
            return
        }
        let answer = try RuleAnswer(question, of: run)
        Terminal.say(json ? try answer.json() : answer.text)
    }

    private var question: RuleQuestion {
        if let place { return .place(place) }
        if let at { return .point(at) }
        if let site { return .site(site) }
        return .overview
    }
}
