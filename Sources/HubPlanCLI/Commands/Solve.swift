internal import ArgumentParser
internal import HubModel
internal import HubPlan

/// `hubplan solve STUDY --out DIR`
struct Solve: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Finds the best plan for a study and proves how good it is.",
        discussion: "Writes a run folder: plan.gpkg, plan.geojson, tables, result.json and report.html.")

    @OptionGroup var study: StudyOptions
    @Option(help: "Run folder to write; an earlier run there is replaced.")
    var out = "hubplan-run"
    @Option(
        help: """
            Run folder of an earlier answer to begin from, of this study or one like it: its hubs and its proof are worked \
            out again for today's question, so only the way there gets shorter.
            """)
    var from: String?
    @OptionGroup var telling: TellingOptions
    @OptionGroup var solver: SolverOptions
    @OptionGroup var printing: PrintOptions

    func run() throws {
        try RunWriter(out: out, solver: solver, printing: printing, telling: telling.telling).solve(
            study: study.study, data: study.dataFolder, from: from)
    }
}
