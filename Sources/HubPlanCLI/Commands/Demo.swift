internal import ArgumentParser
internal import HubModel
internal import HubPlan

/// `hubplan demo`
struct Demo: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Solves the fictional district of Saltmouth that comes with hubplan.")

    @Option(help: "Run folder to write; an earlier run there is replaced, files of yours in it stay.")
    var out = "hubplan-demo"
    @OptionGroup var solver: SolverOptions
    @OptionGroup var printing: PrintOptions

    func run() throws {
        let study = try Assets.demoStudy()
        try RunWriter(out: out, solver: solver, printing: printing).solve(study: study, data: nil)
    }
}
