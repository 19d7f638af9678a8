internal import ArgumentParser
internal import HubModel
internal import HubPlan

/// `hubplan solve STUDY --out DIR`, or with `--areas F --weight COL --sites F --count N` instead of a study.
struct Solve: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Finds the best plan for a study and proves how good it is.",
        discussion: """
            Writes a run folder: plan.gpkg, plan.geojson, tables, result.json, report.html, and the study as study.yaml.

            Without a study file: hubplan solve --areas areas.gpkg --weight children --sites sites.csv --count 3 \
            --share "disadvantaged>=50%" --out run. What is found in the files is told on standard error, and the study \
            that it makes stands in run/study.yaml, ready to be edited.
            """)

    @OptionGroup var asked: AskedStudy
    @Option(help: "Run folder to write; an earlier run there is replaced, files of yours in it stay.")
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
        try RunWriter(out: out, solver: solver, printing: printing, telling: telling.telling).answer { session in
            let run = try asked.prepare(out: out) { if !printing.quiet { Terminal.note($0) } }
            return try session.solve(run, from: from)
        }
    }
}
