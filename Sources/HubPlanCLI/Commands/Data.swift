internal import ArgumentParser
internal import HubModel
internal import HubPlan

/// `hubplan data`: England's open data in a folder.
struct DataCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "data",
        abstract: "Names the open data that England needs, and makes one package of what you fetched.",
        subcommands: [List.self, Build.self])

    /// `hubplan data list [FROM]`
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Names every open file: publisher, page, licence, columns, use, and what to do without it.")

        @Argument(help: "Folder to look through for them.", completion: .directory)
        var from: String?
        @Flag(help: "Print the list as JSON.")
        var json = false

        func run() throws {
            let answer = try EnglandData.list(folder: from)
            Terminal.say(json ? answer.json : answer.text)
        }
    }

    /// `hubplan data build FROM --out england.gpkg`
    struct Build: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Reads the open files in a folder, checks them and writes one GeoPackage with its description.",
            discussion: "Files are known by their headings, whatever they are called. Nothing is fetched.")

        @Argument(help: "Folder that holds the files you fetched.", completion: .directory)
        var from: String
        @Option(
            help: "GeoPackage to write; NAME.datapackage.json comes beside it.", completion: .file(extensions: ["gpkg"])
        )
        var out = "england.gpkg"
        @OptionGroup var printing: PrintOptions

        func run() throws {
            let answer = try EnglandData.build(from: from, to: out) { line in
                if !printing.quiet { Terminal.note("  \(line)") }
            }
            Terminal.say(printing.json ? answer.json : answer.text)
        }
    }
}
