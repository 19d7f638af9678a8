internal import ArgumentParser
internal import HubModel
internal import HubPlan

/// `hubplan tables [NAME]`
struct Tables: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Tells what stands in each table that you write and hubplan reads.",
        discussion: """
            Without a name it lists them. The tables that hubplan writes are told in the datapackage.json beside them.
            """)

    @Argument(help: "The table: list, voices, journeys, areas or sites.")
    var name: String?
    @Flag(help: "Print the Table Schema (Frictionless Standards) of the table as JSON, and nothing else there.")
    var json = false

    func validate() throws {
        guard !json || name != nil else { throw ValidationError("--json needs the name of a table.") }
    }

    func run() throws {
        guard let name else {
            Terminal.say(InputTables.overview)
            return
        }
        Terminal.say(json ? try InputTables.schema(name) : try InputTables.text(name))
    }
}
