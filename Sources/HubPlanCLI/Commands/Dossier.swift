internal import ArgumentParser
internal import HubModel
internal import HubPlan

/// `hubplan dossier RUN`
struct DossierCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dossier",
        abstract: "Writes what an auditor asks of a run: assumptions, data log, assurance note, transparency record.",
        discussion: """
            Works from the run folder alone. What only people can say is left blank and marked so. Names of the study's \
            `authors` and licences of its files are told where the study states them. A dossier in which somebody has \
            written is never replaced.
            """)

    @Argument(help: ArgumentHelp("The run folder.", valueName: "run"), completion: .directory)
    var folder: String
    @Option(help: "Folder to write; default: dossier, inside the run folder.")
    var out: String?

    func run() throws {
        let dossier = try Dossier(run: folder)
        let target = out ?? folder + "/dossier"
        try dossier.write(to: target)
        Terminal.say(dossier.files.map { "\(target)/\($0.name)" }.joined(separator: "\n"))
    }
}
