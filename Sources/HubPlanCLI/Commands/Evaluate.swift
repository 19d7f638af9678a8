internal import ArgumentParser
internal import HubModel
internal import HubPlan
internal import Scenarios

/// `hubplan evaluate STUDY --plan FILE`
struct Evaluate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Measures a list somebody already has, and tells how far it is from the best.",
        discussion: """
            The list is any CSV file or vector layer. A row names a site (column id, or name) or gives a point: \
            the layer's geometry, or columns easting and northing, longitude and latitude, or x and y with --plan-crs. \
            A column service tells the kind of hub where the study has more than one.

            Options instead of a study file work as they do in `hubplan solve`.
            """)

    @OptionGroup var asked: AskedStudy
    @Option(help: "The list.", completion: .file())
    var plan: String
    @Option(help: "Layer of the list, where its file has more than one.")
    var planLayer: String?
    @Option(help: "Coordinate system of the list's x and y, such as EPSG:27700, where its file does not say.")
    var planCrs: String?
    @Option(help: "A point farther than this many metres from every suitable site is an error.")
    var matchWithin: Double = 1_000
    @Flag(help: "Measure only: do not look for the best plan, so there is no bound.")
    var noBound = false
    @Option(help: "Run folder to write; an earlier run there is replaced, files of yours in it stay.")
    var out = "hubplan-run"
    @OptionGroup var telling: TellingOptions
    @OptionGroup var solver: SolverOptions
    @OptionGroup var printing: PrintOptions

    func validate() throws {
        guard matchWithin >= 0, matchWithin.isFinite else {
            throw ValidationError("--match-within must be 0 or more metres, not \(matchWithin).")
        }
    }

    func run() throws {
        let list = ListReview(
            path: plan, layer: planLayer, crs: planCrs, matchWithin: matchWithin, seeksBest: !noBound)
        try RunWriter(out: out, solver: solver, printing: printing, telling: telling.telling).answer { session in
            let run = try asked.prepare(out: out) { if !printing.quiet { Terminal.note($0) } }
            return try list.run(run, session: session)
        }
    }
}
