internal import ArgumentParser
internal import HubModel
internal import HubPlan

/// `hubplan init [FILE]`
struct Init: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Writes a commented study file, ready to be edited.")

    @Argument(help: "File to write; an existing file is left alone.", completion: .file(extensions: ["yaml"]))
    var file = "study.yaml"
    @Option(help: "Name of the study.")
    var name = "Hubs for our district"
    @Option(help: "File of the small areas.", completion: .file())
    var areas: String?
    @Option(help: "File of the candidate sites.", completion: .file())
    var sites: String?
    @Option(help: "File of the doubly disadvantaged places.", completion: .file())
    var places: String?

    func run() throws {
        try StudyStarter(name: name, areas: areas, sites: sites, places: places).write(to: file)
        Terminal.say("Wrote \(file). Edit the paths and columns in it, then run: hubplan check \(file)")
    }
}
